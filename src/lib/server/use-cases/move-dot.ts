import type { WorkshopAccessRefusal } from '../../domain/workshop/refusal.ts';
import { z } from 'zod';
import { placeDot, takeDotBack, type TakePartRefusal } from '../../domain/workshop/take-part.ts';
import type { Refused } from '../access/organizer.ts';
import { seatId } from '../access/seat.ts';
import { takingPart, type Seat } from '../access/workshop-access.ts';
import type { Context } from '../context.ts';
import * as dots from '../repositories/dots.ts';

export const dotMoveSchema = z.object({
	kind: z.enum(['place', 'take-back']),
	dimension: z.string().min(1).max(60),
	/** How many dots this person had placed before, so that a repetition does not place a second one. */
	placed: z.int().min(0).max(10)
});
export type DotMove = z.infer<typeof dotMoveSchema>;

export type DotMoved =
	Refused<TakePartRefusal | WorkshopAccessRefusal> | { refusal: null; placed: readonly string[] };

/** Places one of a person's dots, or takes one back. Gives back where theirs lie now. */
export async function moveDot(
	{ db, live }: Context,
	seat: Seat,
	{ kind, dimension, placed: expected }: DotMove
): Promise<DotMoved> {
	const moved = await db.write(async (writer): Promise<DotMoved> => {
		const sitting = await takingPart(writer, seat);
		if (sitting.refusal !== null) return sitting;
		const { workshop } = sitting;

		const id = seatId(seat.seat, workshop.id, 'dots');
		const before = await dots.find(writer, id);
		const move = kind === 'place' ? placeDot : takeDotBack;
		const after = move(workshop.state, before, dimension);
		if ('refusal' in after && before.length === expected) return after;
		// Sent again, or from another tab: what lies there now is the answer.
		if ('refusal' in after || before.length !== expected) return { refusal: null, placed: before };
		await dots.save(writer, { id, workshopId: workshop.id, placed: after.placed });
		return { refusal: null, placed: after.placed };
	});
	if (moved.refusal === null) live.tell({ workshopId: seat.workshopId, kind: 'changed' });
	return moved;
}

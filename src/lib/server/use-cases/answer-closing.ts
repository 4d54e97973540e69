import type { WorkshopAccessRefusal } from '../../domain/workshop/refusal.ts';
import type { ClosingAnswers } from '../../domain/workshop/promise.ts';
import { closingRefusal, type TakePartRefusal } from '../../domain/workshop/take-part.ts';
import { seatId } from '../access/seat.ts';
import { takingPart, type Seat } from '../access/workshop-access.ts';
import type { Context } from '../context.ts';
import * as closings from '../repositories/closings.ts';

/** Keeps what somebody says at the end: was it worth it, did we talk with each other? The latest counts. */
export async function answerClosing(
	{ db, live }: Context,
	seat: Seat,
	answers: ClosingAnswers
): Promise<TakePartRefusal | WorkshopAccessRefusal | null> {
	const refusal = await db.write(async (writer) => {
		const sitting = await takingPart(writer, seat);
		if (sitting.refusal !== null) return sitting.refusal;
		const { id: workshopId, state } = sitting.workshop;
		const closed = closingRefusal(state);
		if (closed) return closed;
		await closings.save(writer, {
			...answers,
			id: seatId(seat.seat, workshopId, 'closing'),
			workshopId
		});
		return null;
	});
	if (!refusal) live.tell({ workshopId: seat.workshopId, kind: 'changed' });
	return refusal;
}

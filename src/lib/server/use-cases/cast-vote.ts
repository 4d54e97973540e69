import type { WorkshopAccessRefusal } from '../../domain/workshop/refusal.ts';
import { z } from 'zod';
import type { TakePartRefusal } from '../../domain/workshop/take-part.ts';
import { ballotFor } from '../../domain/workshop/take-part.ts';
import { seatId } from '../access/seat.ts';
import { takingPart, type Seat } from '../access/workshop-access.ts';
import type { Context } from '../context.ts';
import * as rounds from '../repositories/rounds.ts';
import * as votes from '../repositories/votes.ts';

/** A vote on its way. It names its ballot, so that one that was held up does not count in the next. */
export const sentVoteSchema = z.object({
	dimension: z.string().min(1).max(60),
	ballot: z.enum(['first', 'second']),
	level: z.int().min(1).max(5),
	/** Counts the changes of mind on this device: a late repetition undoes nothing. */
	revision: z.int().min(1).max(1_000_000)
});
export type SentVote = z.infer<typeof sentVoteSchema>;

/** Keeps a vote: the newest counts until the reveal, and none after it. Comes back when it is on disk. */
export async function castVote(
	{ db, live }: Context,
	seat: Seat,
	{ dimension, ballot, level, revision }: SentVote
): Promise<TakePartRefusal | WorkshopAccessRefusal | null> {
	const refusal = await db.write(async (writer) => {
		const sitting = await takingPart(writer, seat);
		if (sitting.refusal !== null) return sitting.refusal;
		const { workshop, participant } = sitting;

		const taken = ballotFor(workshop.state, dimension);
		if ('refusal' in taken) return taken.refusal;
		if (taken.ballot !== ballot) return 'vote-closed';

		const round = await rounds.find(writer, workshop.roundId);
		const isOpen = round!.contract.openness === 'open';
		await votes.save(writer, {
			id: seatId(seat.seat, workshop.id, 'vote', dimension),
			workshopId: workshop.id,
			dimension,
			ballot,
			level,
			revision,
			participantId: isOpen ? participant.id : null
		});
		return null;
	});
	if (!refusal) live.tell({ workshopId: seat.workshopId, kind: 'changed' });
	return refusal;
}

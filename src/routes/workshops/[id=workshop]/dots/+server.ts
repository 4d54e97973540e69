import { dotMoveSchema, moveDot } from '$lib/server/use-cases/move-dot';
import { asParticipant, done, refused } from '$lib/server/workshop-requests';

/** Places a dot or takes one back; answers with where this person's dots lie now. */
export const POST = asParticipant(dotMoveSchema, async (context, seat, move) => {
	const moved = await moveDot(context, seat, move);
	return moved.refusal === null ? done({ dots: moved.placed }) : refused(moved.refusal);
});

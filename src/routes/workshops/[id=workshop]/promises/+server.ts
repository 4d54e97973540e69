import { proposalSchema } from '$lib/domain/workshop/promise';
import { proposePromise } from '$lib/server/use-cases/propose-promise';
import { asParticipant, done, refused } from '$lib/server/workshop-requests';

/** Proposes a promise to the room. */
export const POST = asParticipant(proposalSchema, async (context, seat, proposal) => {
	const proposed = await proposePromise(context, seat, proposal);
	return proposed.refusal === null ? done({ id: proposed.id }) : refused(proposed.refusal);
});

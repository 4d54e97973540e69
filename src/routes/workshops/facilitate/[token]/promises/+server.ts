import { proposalSchema } from '$lib/domain/workshop/promise';
import { writeDownPromise } from '$lib/server/use-cases/propose-promise';
import { asFacilitator, done, refused } from '$lib/server/workshop-requests';

/** Writes down a proposal that was said aloud. */
export const POST = asFacilitator(proposalSchema, async (context, token, proposal) => {
	const proposed = await writeDownPromise(context, token, proposal);
	return proposed.refusal === null ? done({ id: proposed.id }) : refused(proposed.refusal);
});

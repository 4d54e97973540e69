import { watchAsFacilitator } from '$lib/server/use-cases/watch-workshop';
import { lastSeen, refused } from '$lib/server/workshop-requests';
import type { RequestHandler } from './$types';

/** The facilitator's views. */
export const GET: RequestHandler = async (event) => {
	const { token } = event.params;
	const watching = await watchAsFacilitator(await event.locals.context(), token, lastSeen(event));
	return watching.refusal === null ? watching.stream : refused(watching.refusal);
};

import { facilitating } from '$lib/server/access/workshop-access';
import { lastSeen, refused } from '$lib/server/workshop-requests';
import type { RequestHandler } from './$types';

/** The facilitator's views. */
export const GET: RequestHandler = async (event) => {
	const context = await event.locals.context();
	const opened = await facilitating(context.db.read, event.params.token);
	if (opened.refusal !== null) return refused(opened.refusal);
	return context.rooms.watch(opened.workshop.id, 'facilitator', lastSeen(event));
};

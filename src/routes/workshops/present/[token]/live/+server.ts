import { opened } from '$lib/server/access/workshop-access';
import { lastSeen, refused } from '$lib/server/workshop-requests';
import type { RequestHandler } from './$types';

/** The views of the screen that everyone sees. */
export const GET: RequestHandler = async (event) => {
	const context = await event.locals.context();
	const workshop = await opened(context.db.read, event.params.token, 'present');
	if (!workshop) return refused('no-such-workshop');
	return context.rooms.watch(workshop.id, 'presenter', lastSeen(event));
};

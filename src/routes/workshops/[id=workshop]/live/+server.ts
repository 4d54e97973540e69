import { seated } from '$lib/server/access/workshop-access';
import { lastSeen, refused, seatOf } from '$lib/server/workshop-requests';
import type { RequestHandler } from './$types';

/** The participant's views, as long as somebody reads them. */
export const GET: RequestHandler = async (event) => {
	const context = await event.locals.context();
	const seat = seatOf(event, event.params.id);
	if (!seat) return refused('not-in-this-room');
	const sitting = await seated(context.db.read, seat);
	if (sitting.refusal !== null) return refused(sitting.refusal);
	return context.rooms.watch(event.params.id, 'participant', { lastSeen: lastSeen(event) });
};

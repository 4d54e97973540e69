import { showOwnPart } from '$lib/server/use-cases/show-own-part';
import { done, refused, seatOf } from '$lib/server/workshop-requests';
import type { RequestHandler } from './$types';

/** What the person on this device has answered, and their recovery code. */
export const GET: RequestHandler = async (event) => {
	const seat = seatOf(event, event.params.id);
	if (!seat) return refused('not-in-this-room');
	const shown = await showOwnPart(await event.locals.context(), seat);
	return shown.refusal === null ? done({ own: shown.own }) : refused(shown.refusal);
};

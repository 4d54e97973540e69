import { showOwnRecap } from '$lib/server/use-cases/show-recap';
import { done, refused, seatOf } from '$lib/server/workshop-requests';
import type { RequestHandler } from './$types';

/** The recap, for somebody who took part, from the end of the workshop on. */
export const GET: RequestHandler = async (event) => {
	const seat = seatOf(event, event.params.id);
	const recap = seat && (await showOwnRecap(await event.locals.context(), seat));
	return recap ? done({ recap }) : refused('not-in-this-room');
};

import { seatOf } from '$lib/server/workshop-requests';
import { openPromise, promiseEntry } from '../../../../../../recap/promise-page';
import type { RequestHandler } from './$types';

/** The promise's day, with the way back to its page. */
export const GET: RequestHandler = async (event) => {
	const page = await openPromise(event, seatOf(event, event.params.id));
	return promiseEntry(page, event.url.href.replace(/\/promise\.ics.*$/, ''));
};

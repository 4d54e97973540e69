import { openPromise, promiseEntry } from '../../../../promise-page';
import type { RequestHandler } from './$types';

/** The promise's day, with the way back to its page. */
export const GET: RequestHandler = async (event) => {
	const page = await openPromise(event, { recap: event.params.token });
	return promiseEntry(page, event.url.href.replace(/\/promise\.ics.*$/, ''));
};

import { followUpSchema } from '$lib/domain/workshop/promise';
import { followUpPromise } from '$lib/server/use-cases/follow-up-promise';
import { outcome, readBody, refused } from '$lib/server/workshop-requests';
import { keptDeviceKey } from '../../../promise-page';
import type { RequestHandler } from './$types';

/** The same as the page's form, for programs. */
export const POST: RequestHandler = async (event) => {
	const context = await event.locals.context();
	if (!context.limits.mayWrite(event.params.token)) return refused('too-many-writes');
	const read = await readBody(event, followUpSchema);
	if ('response' in read) return read.response;
	const place = {
		door: { recap: event.params.token },
		promiseId: event.params.promise,
		deviceKey: keptDeviceKey(event)
	};
	return outcome(await followUpPromise(context, place, read.body));
};

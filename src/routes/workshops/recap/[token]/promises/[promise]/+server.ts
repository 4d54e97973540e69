import { followUpSchema } from '$lib/domain/workshop/promise';
import { createDeviceKey, isDeviceKey } from '$lib/server/access/device-key';
import { followUpPromise } from '$lib/server/use-cases/follow-up-promise';
import { outcome, readBody, refused } from '$lib/server/workshop-requests';
import type { RequestHandler } from './$types';

const COOKIE = 'follow-up';

/** Done? Did it help? One answer for each device, the latest. */
export const POST: RequestHandler = async (event) => {
	const context = await event.locals.context();
	if (!(await context.limits.mayWrite(event.params.token))) return refused('too-many-writes');
	const read = await readBody(event, followUpSchema);
	if ('response' in read) return read.response;

	const known = event.cookies.get(COOKIE);
	const deviceKey = isDeviceKey(known) ? known : createDeviceKey();
	const { token: recap, promise: promiseId } = event.params;
	event.cookies.set(COOKIE, deviceKey, {
		path: `/workshops/recap/${recap}`,
		httpOnly: true,
		sameSite: 'lax',
		secure: event.url.protocol === 'https:',
		maxAge: 400 * 24 * 60 * 60
	});
	return outcome(await followUpPromise(context, { recap, promiseId, deviceKey }, read.body));
};

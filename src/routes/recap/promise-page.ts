import { calendarEntry } from '$lib/content/calendar-entry';
import { workshopRefusalWords } from '$lib/content/workshop-refusals';
import type { PromisePage } from '$lib/domain/workshop/follow-up';
import { followUpSchema } from '$lib/domain/workshop/promise';
import * as m from '$lib/paraglide/messages';
import { createDeviceKey, isDeviceKey } from '$lib/server/access/device-key';
import type { RecapDoor } from '$lib/server/access/workshop-access';
import { followUpPromise } from '$lib/server/use-cases/follow-up-promise';
import { showPromise } from '$lib/server/use-cases/show-promise';
import { statusOf } from '$lib/server/workshop-requests';
import { error, fail, type RequestEvent } from '@sveltejs/kit';

type PromiseEvent = RequestEvent<{ promise: string }>;

/** One answer for each device, whichever way it came here. */
const COOKIE = 'follow-up';
const COOKIE_SECONDS = 400 * 24 * 60 * 60;

/** The page of a promise behind this door. Any other answer ends the request in words. */
export async function openPromise(
	{ cookies, locals, params, setHeaders }: Omit<PromiseEvent, 'route'>,
	door: RecapDoor | null
): Promise<PromisePage> {
	setHeaders({ 'cache-control': 'private, no-store' });
	if (!door) error(statusOf('not-in-this-room'), workshopRefusalWords('not-in-this-room'));
	const known = cookies.get(COOKIE);
	const deviceKey = isDeviceKey(known) ? known : null;
	const place = { door, promiseId: params.promise, deviceKey };
	const shown = await showPromise(await locals.context(), place);
	if (shown.refusal !== null) error(statusOf(shown.refusal), workshopRefusalWords(shown.refusal));
	return shown.page;
}

/** Keeps what was tapped; what was tapped stays on the page when it is refused. */
export async function answerPromise(event: Omit<PromiseEvent, 'route'>, door: RecapDoor | null) {
	if (!door) error(statusOf('not-in-this-room'), workshopRefusalWords('not-in-this-room'));
	const form = Object.fromEntries(await event.request.formData());
	const typed = followUpSchema.partial().catch({}).parse(form);
	const answer = followUpSchema.safeParse(form);
	if (!answer.success) return fail(400, { message: m.recap_ask_both(), typed });

	const context = await event.locals.context();
	const deviceKey = keptDeviceKey(event);
	if (!context.limits.mayWrite(deviceKey))
		return fail(429, { message: workshopRefusalWords('too-many-writes'), typed });
	const place = { door, promiseId: event.params.promise, deviceKey };
	const refusal = await followUpPromise(context, place, answer.data);
	if (refusal) return fail(statusOf(refusal), { message: workshopRefusalWords(refusal), typed });
	return { message: null, typed };
}

/** The promise's day for a calendar. */
export function promiseEntry(page: PromisePage, link: string): Response {
	const { id, words, serves, dueOn } = page.promise;
	const entry = calendarEntry({
		id,
		day: dueOn,
		writtenOn: page.heldOn,
		title: m.recap_calendar_title({ words }),
		text: m.recap_calendar_text({ words, serves, link }),
		link
	});
	return new Response(entry, {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': 'attachment; filename="promise.ics"',
			'cache-control': 'no-store'
		}
	});
}

export function keptDeviceKey({ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>): string {
	const known = cookies.get(COOKIE);
	const deviceKey = isDeviceKey(known) ? known : createDeviceKey();
	cookies.set(COOKIE, deviceKey, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:',
		maxAge: COOKIE_SECONDS
	});
	return deviceKey;
}

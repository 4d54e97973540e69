import { isDeviceKey } from '$lib/server/access/device-key';
import type { Cookies } from '@sveltejs/kit';

const NAME = 'sheet-key';
/** Longer than any round is open. */
const MAX_AGE_SECONDS = 200 * 24 * 60 * 60;

/** The key with which this device finds its sheets, or null when it has none yet. */
export function deviceKeyIn(cookies: Cookies): string | null {
	const text = cookies.get(NAME);
	return isDeviceKey(text) ? text : null;
}

/** Gives the device its key. No script can read it, and only the pages for answering send it. */
export function keepDeviceKey(cookies: Cookies, deviceKey: string, url: URL): void {
	cookies.set(NAME, deviceKey, {
		path: '/answer',
		httpOnly: true,
		sameSite: 'lax',
		// In a test within the local network there is no TLS.
		secure: url.protocol === 'https:',
		maxAge: MAX_AGE_SECONDS
	});
}

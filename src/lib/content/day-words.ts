import { getLocale } from '../paraglide/runtime.js';

/** A day such as 2026-12-18 as people write it. */
export function dayWords(day: string): string {
	return new Intl.DateTimeFormat(getLocale(), { dateStyle: 'long', timeZone: 'UTC' }).format(
		new Date(day)
	);
}

import type { ImportReport } from '$lib/device/result-file';
import { signedPoints as signedIn } from '$lib/content/signed-points';
import type { Lens } from '$lib/domain/instrument/instrument';
import * as m from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';

/** A score as it is shown: a whole number, rounded once. */
export function points(score: number): number {
	return Math.round(score);
}

export function dayWords(day: string): string {
	return new Intl.DateTimeFormat(getLocale(), { dateStyle: 'long', timeZone: 'UTC' }).format(
		new Date(day)
	);
}

export function listWords(words: readonly string[]): string {
	return new Intl.ListFormat(getLocale()).format(words);
}

/** A whole number with its sign. */
export function signedPoints(difference: number): string {
	return signedIn(difference, getLocale());
}

export const lensWords: Record<Lens, () => string> = {
	member: m.result_lens_member,
	leader: m.result_lens_leader,
	customer: m.result_lens_customer,
	partner: m.result_lens_partner
};

export function formWords(form: string): string {
	if (form === 'full') return m.result_form_full();
	if (form === 'quick') return m.result_form_quick();
	return m.result_form_other({ form });
}

/** What became of a file that was read in. */
export function importWords({ added, known, problems }: ImportReport): string {
	return [
		added > 0 ? m.result_import_done({ count: added }) : '',
		known > 0 ? m.result_import_known({ count: known }) : '',
		problems.length > 0 ? m.result_import_problems({ count: problems.length }) : ''
	]
		.filter(Boolean)
		.join(' ');
}

import type { ImportReport } from '$lib/device/result-file';
import type { Lens } from '$lib/domain/instrument/instrument';
import type { PersonScore } from '$lib/domain/scoring/person';
import { zonesTouched, type Zone } from '$lib/domain/scoring/zones';
import type { Sheet } from '$lib/domain/sheet';
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

/** A whole number with its sign, and a true minus. */
export function signedPoints(difference: number): string {
	return new Intl.NumberFormat(getLocale(), {
		maximumFractionDigits: 0,
		signDisplay: 'exceptZero'
	})
		.format(difference)
		.replace('-', '−');
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

/** Where the sheet puts what it describes, in one sentence: a zone, or between two of them. */
export function headline({ lens, organization }: Sheet, { overall }: PersonScore): string {
	if (overall.score === null) return m.result_heading_none();
	const { from, to } = zonesTouched(overall.score, overall.margin ?? 0);
	const subject = subjectWords(lens, organization);
	if (from === to) return m.result_heading_one({ subject, zone: zoneWords[from]() });
	return m.result_heading_between({
		subject,
		from: betweenWords[from](),
		to: betweenWords[to]()
	});
}

function subjectWords(lens: Lens, organization: string): string {
	if (lens === 'member') return m.result_subject_member();
	if (lens === 'leader') return m.result_subject_leader();
	return organization || m.result_subject_outside();
}

const zoneWords: Record<Zone, () => string> = {
	1: m.zone_1,
	2: m.zone_2,
	3: m.zone_3,
	4: m.zone_4,
	5: m.zone_5
};

/** Shorter, so that two of them stand in one sentence. */
const betweenWords: Record<Zone, () => string> = {
	1: m.result_between_1,
	2: m.result_between_2,
	3: m.result_between_3,
	4: m.result_between_4,
	5: m.result_between_5
};

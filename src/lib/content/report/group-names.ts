import type { Instrument, Lens } from '../../domain/instrument/instrument.ts';
import type { GroupReport, ReportGroup, ReportScore } from '../../domain/report/group-report.ts';
import type { AgreementWord } from '../../domain/scoring/agreement-word.ts';
import * as m from '../../paraglide/messages.js';
import { dimensionOf, points } from './names.ts';

export const LENSES: Record<Lens, () => string> = {
	member: m.group_report_lens_member,
	leader: m.group_report_lens_leader,
	customer: m.group_report_lens_customer,
	partner: m.group_report_lens_partner
};

export const SEEN_BY: Record<Lens, () => string> = {
	member: m.group_report_seen_member,
	leader: m.group_report_seen_leader,
	customer: m.group_report_seen_customer,
	partner: m.group_report_seen_partner
};

export const CLOSENESS: Record<AgreementWord, () => string> = {
	'close-together': m.group_report_word_close,
	mixed: m.group_report_word_mixed,
	'wide-apart': m.group_report_word_wide
};

export function closenessWords({ agreement }: ReportScore): string {
	return agreement === null ? m.group_report_word_none() : CLOSENESS[agreement]();
}

export function nameWords({ name }: Pick<GroupReport, 'name'>): string {
	return name || m.group_report_unnamed();
}

/** A dimension’s name, or “Overall”. */
export function measureWords(instrument: Instrument, measure: string): string {
	if (measure === 'overall') return m.report_table_overall();
	return dimensionOf(instrument, measure).name;
}

/** The mean as it is printed, or why there is none. */
export function meanWords({ mean, bound, missing }: ReportScore): string {
	if (mean !== null && bound === 'or-more') return m.publication_or_more({ value: points(mean) });
	if (mean !== null && bound === 'or-less') return m.publication_or_less({ value: points(mean) });
	if (mean !== null) return points(mean);
	if (missing === 'hidden') return m.publication_hidden();
	if (missing === 'pointer') return m.report_scores_pointer();
	if (missing === 'not-asked') return m.report_scores_not_asked();
	return m.group_report_table_nobody();
}

/** Empty where there is none. */
export function marginWords({ margin }: ReportScore): string {
	return margin === null ? '' : m.report_scores_margin({ margin: points(margin) });
}

export function peopleWords(instrument: Instrument, { sheets, headcount }: ReportGroup): string {
	if (sheets === null) return m.group_report_people_unknown();
	const number = (count: number) => count.toLocaleString(instrument.locale);
	if (headcount === null) {
		return m.group_report_people({ count: sheets, shown: number(sheets) });
	}
	return m.group_report_people_of({ count: number(sheets), headcount: number(headcount) });
}

/** As in “Sales, Design, and Finance”. */
export function listed(instrument: Instrument, names: readonly string[]): string {
	return new Intl.ListFormat(instrument.locale).format(names);
}

/** Whether nothing of it may be shown. */
export function isHidden({ whole: { overall, dimensions } }: GroupReport): boolean {
	return [overall, ...dimensions].every(({ missing }) => missing === 'hidden');
}

/** Whether the form asks enough of a dimension to show it by itself. */
export function hasDimensions({ whole }: GroupReport): boolean {
	return whole.dimensions.some(({ mean }) => mean !== null);
}

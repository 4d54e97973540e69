import { itemsOf, spectrumDimensions } from '../../domain/instrument/form.ts';
import type { Instrument } from '../../domain/instrument/instrument.ts';
import type { PersonReport } from '../../domain/report/person-report.ts';
import * as m from '../../paraglide/messages.js';
import { balanceWords } from '../balance-words.ts';
import { openersFor, practicesFor } from '../practices.ts';
import type { PolesBlock, ReportBlock } from './document.ts';
import { dayWords, dimensionOf, itemOf, points, questionOf } from './names.ts';

/** How sure that is. */
export function sureness(
	instrument: Instrument,
	{ zones, score: { overall } }: PersonReport
): string {
	if (zones === null || overall.score === null) {
		const total = spectrumDimensions(instrument).length;
		return m.report_sure_none({
			needed: Math.ceil(total * 0.75),
			total,
			count: overall.dimensions
		});
	}
	const score = points(overall.score);
	if (overall.margin === null) return m.report_sure_unknown({ score });
	if (zones.from === zones.to) return m.report_sure_one({ score, margin: overall.margin });
	return m.report_sure_more({ score, margin: overall.margin });
}

/** The one thing that a reader who stops at the cover can do. */
export function act(instrument: Instrument, { sheet, start, notSure }: PersonReport): ReportBlock {
	const label = m.report_act();
	const first = start === null ? undefined : practicesFor(start, sheet.lens)[0];
	if (first) return { kind: 'act', label, title: first.title, text: first.doing };

	const opener = openersFor(sheet.lens)[0];
	if (opener) return { kind: 'act', label, title: opener.title, text: opener.doing };
	return {
		kind: 'act',
		label,
		title: '',
		text: notSure.length > 0 ? m.report_act_not_sure() : m.report_act_talk()
	};
}

/** The clear dimensions in a line each, for the cover. */
export function standing(instrument: Instrument, { clearest }: PersonReport): ReportBlock[] {
	if (clearest.length === 0) return [];
	return [
		{ kind: 'text', tone: 'small', text: m.report_standing() },
		{
			kind: 'list',
			items: clearest.map(({ dimension, side, score, margin }) => {
				const { name, monolith, hologram } = dimensionOf(instrument, dimension);
				return m.report_standing_line({
					name,
					pole: side === 'hologram' ? hologram : monolith,
					score: points(score),
					margin
				});
			})
		}
	];
}

const PRACTICES = 2;

/** The dimensions that stand out, each with both its poles and what to try; or why none does. */
export function clearBlocks(instrument: Instrument, report: PersonReport): ReportBlock[] {
	const { clearest, score, sheet } = report;
	if (score.overall.score === null) return [{ kind: 'text', text: m.report_clear_none_score() }];
	if (score.dimensions.every(({ isPointer }) => isPointer)) {
		return [{ kind: 'text', text: m.report_quick_note() }];
	}
	if (clearest.length === 0) return [{ kind: 'text', text: m.report_clear_none() }];

	const own = score.overall.score;
	const entries: PolesBlock['entries'] = clearest.map((clear) => {
		const { name, monolith, hologram, anchors } = dimensionOf(instrument, clear.dimension);
		return {
			name,
			place: m.report_clear_place({
				score: points(clear.score),
				margin: clear.margin,
				distance: points(Math.abs(clear.score - own)),
				side: clear.side === 'hologram' ? m.report_side_hologram() : m.report_side_monolith()
			}),
			low: { label: monolith, text: anchors[0] ?? '' },
			high: { label: hologram, text: anchors.at(-1) ?? '' },
			side: clear.side,
			practices: practicesFor(clear.dimension, sheet.lens)
				.slice(0, PRACTICES)
				.map(({ title, doing, noticing }) => ({ title, text: doing, sign: noticing }))
		};
	});
	return [{ kind: 'poles', entries }];
}

/** Where the view leans, in the same words as on the page; or why that cannot be told. */
export function balanceBlocks(
	{ locale }: Instrument,
	{ balance, score }: PersonReport
): ReportBlock[] {
	if (!balance) return [{ kind: 'text', text: m.result_balance_missing() }];
	const { name, text, values, lean } = balanceWords(balance, score, locale);
	return [
		{ kind: 'text', text: m.report_balance({ name, text }) },
		{ kind: 'text', tone: 'small', text: `${values} ${lean}` }
	];
}

export function changeWords(
	instrument: Instrument,
	{ change, moments, score }: PersonReport
): string {
	const before = moments.at(-2);
	if (!change || change.needed === null || !before) return m.report_change_unknown();
	const words = {
		before: points(before.score!),
		day: dayWords(before.day, instrument.locale),
		after: points(score.overall.score!),
		needed: change.needed
	};
	if (!change.isReliable) return m.report_change_same(words);
	const moved = { ...words, points: points(Math.abs(change.difference)) };
	return change.difference > 0 ? m.report_change_up(moved) : m.report_change_down(moved);
}

/** More than these would push the rest of the page away; the table of answers has them all. */
const MOST_LISTED = 3;

export function notSureBlocks(instrument: Instrument, report: PersonReport): ReportBlock[] {
	const { notSure, unanswered, sheet } = report;
	const total = itemsOf(instrument, sheet.form).length;
	const missing = m.report_unanswered({ count: unanswered.length });
	if (notSure.length === 0) {
		return [{ kind: 'text', text: unanswered.length > 0 ? missing : m.report_not_sure_none() }];
	}
	const listed = notSure
		.slice(0, MOST_LISTED)
		.map((id) => questionOf(itemOf(instrument, id), sheet));
	const rest = notSure.length - listed.length;
	return [
		{ kind: 'text', text: m.report_not_sure_count({ count: notSure.length, total }) },
		{
			kind: 'list',
			items: rest > 0 ? [...listed, m.report_not_sure_more({ count: rest })] : listed
		},
		...(unanswered.length > 0 ? [{ kind: 'text' as const, text: missing }] : [])
	];
}

import type { Instrument } from '../../domain/instrument/instrument.ts';
import type { GroupReport, ReportShape } from '../../domain/report/group-report.ts';
import * as m from '../../paraglide/messages.js';
import { wordsForHidden } from '../publication-words.ts';
import { fifthNames, shownSpread, spreadParts, spreadWords } from '../spread-words.ts';
import { section, small, text, type ReportBlock, type ReportSection } from './document.ts';
import { CLOSENESS, measureWords } from './group-names.ts';

/** The shape of answers, dimension by dimension, where the rules allow it; elsewhere the rule. */
export function shapeSections(instrument: Instrument, report: GroupReport): ReportSection[] {
	const { shapes, whole } = report;
	if (shapes.length === 0) return [];
	const entries = shapes.flatMap(({ measure, distribution }) => {
		const spread = shownSpread(distribution);
		if (!spread) return [];
		const score = [whole.overall, ...whole.dimensions].find((each) => each.measure === measure);
		const name = measureWords(instrument, measure);
		const note = score?.agreement ? CLOSENESS[score.agreement]() : '';
		return [{ name, note, alt: `${name}. ${spreadWords(spread)}`, spread }];
	});
	const blocks: ReportBlock[] =
		entries.length > 0 ? [text(howToRead(entries)), { kind: 'shapes', entries }] : [];
	const reasons = reasonsIn(shapes).map((why) =>
		small(entries.length > 0 ? m.results_spread_others({ why }) : why)
	);
	return [section(m.results_spread_heading(), [...blocks, ...reasons])];
}

/** The same as a table: how many, or about how many, from the low end to the high one. */
export function shapeTableSections(
	instrument: Instrument,
	{ shapes }: GroupReport
): ReportSection[] {
	const rows = shapes.flatMap(({ measure, distribution }) => {
		const spread = shownSpread(distribution);
		return spread ? [[measureWords(instrument, measure), ...spreadParts(spread)]] : [];
	});
	if (rows.length === 0) return [];
	return [
		section(m.results_spread_table(), [
			{
				kind: 'table',
				columns: [
					{ label: m.group_report_table_measure(), align: 'start', share: 40 },
					...fifthNames().map((label) => ({ label, align: 'end' as const, share: 20 }))
				],
				rows
			}
		])
	];
}

function howToRead(entries: readonly { spread: { as: 'counts' | 'shape' } }[]): string {
	const isRough = entries.some(({ spread }) => spread.as === 'shape');
	return [m.results_spread_text(), ...(isRough ? [m.results_spread_rough()] : [])].join(' ');
}

/** Each rule once, however many shapes it hides. */
function reasonsIn(shapes: readonly ReportShape[]): string[] {
	const all = shapes.flatMap(({ distribution }) =>
		distribution.as === 'hidden' ? [wordsForHidden(distribution).why] : []
	);
	return [...new Set(all)];
}

import type { Instrument } from '../../domain/instrument/instrument.ts';
import type { GroupReport, ReportChange, ReportWithin } from '../../domain/report/group-report.ts';
import * as m from '../../paraglide/messages.js';
import { signedPoints } from '../signed-points.ts';
import { small, text, type ReportBlock } from './document.ts';
import { teamPlateBlocks } from './group-charts.ts';
import { teamMapBlocks } from './group-map.ts';
import { meanWords, measureWords } from './group-names.ts';
import { withinRails } from './group-rails.ts';
import { points } from './names.ts';

/** How a team stands beside the whole: in words, on one line, as an outline and on the map. */
export function withinBlocks(instrument: Instrument, report: GroupReport): ReportBlock[] {
	const { whole, within } = report;
	if (!within) return [];
	const words = [...withinWords(within).map(text), withinRails(whole, within.whole)];
	const plate = teamPlateBlocks(instrument, report);
	const map = teamMapBlocks(report);
	if (map.length === 0) return [...words, ...plate];
	const key = small(teamMapWords());
	return [...words, { kind: 'beside', left: [...map, key], right: plate }];
}

function teamMapWords(): string {
	return `${m.group_report_map_key_team()} ${m.results_map_caution()}`;
}

function withinWords({ whole: { overall }, differs }: ReportWithin): string[] {
	const picture = differs ? m.results_team_differs() : m.results_team_same();
	return [
		differs === null ? m.results_team_unknown() : picture,
		...(overall.mean === null ? [] : [m.results_team_whole_text({ score: meanWords(overall) })])
	];
}

/** What moved since the round before: the overall, and the dimensions that moved for sure. */
export function changeBlocks(instrument: Instrument, { changes }: GroupReport): ReportBlock[] {
	const overall = changes.find(({ measure }) => measure === 'overall');
	const dimensions = changes.filter((change) => change !== overall);
	const moved = dimensions.filter(({ isClear }) => isClear);
	return [
		...(overall ? [text(overallWords(instrument, overall))] : []),
		...(moved.length > 0 ? [text(m.results_change_dimensions()), list(instrument, moved)] : []),
		...(dimensions.length > 0 && moved.length === 0
			? [text(m.results_change_dimensions_none())]
			: []),
		small(peopleWords(overall?.linked ?? 0))
	];
}

function peopleWords(linked: number): string {
	return linked > 0 ? m.group_report_change_linked({ count: linked }) : m.results_change_people();
}

function overallWords(
	{ locale }: Instrument,
	{ difference, margin, isClear }: ReportChange
): string {
	const told = m.results_change_overall({
		difference: signedPoints(difference, locale),
		margin: points(margin)
	});
	return `${told} ${isClear ? m.results_change_clear() : m.results_change_within()}`;
}

function list(instrument: Instrument, moved: readonly ReportChange[]): ReportBlock {
	const items = moved.map(({ measure, difference, margin }) =>
		m.results_change_dimension({
			name: measureWords(instrument, measure),
			difference: signedPoints(difference, instrument.locale),
			margin: points(margin)
		})
	);
	return { kind: 'list', items };
}

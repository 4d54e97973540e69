import { wordingOf } from '../../domain/instrument/form.ts';
import type { Instrument } from '../../domain/instrument/instrument.ts';
import type {
	GroupReport,
	ReportChange,
	ReportGroup,
	ReportScore
} from '../../domain/report/group-report.ts';
import * as m from '../../paraglide/messages.js';
import { section, small, type ReportSection, type TableBlock } from './document.ts';
import {
	closenessWords,
	hasDimensions,
	LENSES,
	marginWords,
	meanWords,
	measureWords,
	nameWords
} from './group-names.ts';
import { signedPoints } from '../signed-points.ts';
import { MOST_TEAMS, rowId } from './group-index.ts';
import { shapeTableSections } from './group-shapes.ts';
import { dimensionOf, itemOf, points } from './names.ts';

const NOTHING = '–';

/** More begin on a page of their own, so that the heading has company. */
const FEW_LINES = 12;

type Column = TableBlock['columns'][number];

/** What each end looks like, in the words of the workshop's anchors; nothing for an instrument without them. */
export function polesTable(instrument: Instrument, { whole }: GroupReport): TableBlock | null {
	const described = whole.dimensions.filter(
		({ measure }) => dimensionOf(instrument, measure).anchors.length > 1
	);
	if (described.length === 0) return null;
	return {
		kind: 'table',
		columns: [
			start(m.group_report_table_measure(), 26),
			start(m.report_scores_low(), 56),
			start(m.report_scores_high(), 62),
			end(m.group_report_poles_here(), 15)
		],
		rows: described.map((score) => {
			const { name, anchors } = dimensionOf(instrument, score.measure);
			return [name, anchors[0]!, anchors.at(-1)!, score.mean === null ? NOTHING : bandOf(score)];
		})
	};
}

export function groupTableSections(instrument: Instrument, report: GroupReport): ReportSection[] {
	return [
		section(report.within ? m.group_report_appendix_team() : m.group_report_appendix_scores(), [
			scoresTable(instrument, report)
		]),
		...shapeTableSections(instrument, report),
		...(report.teams.length > 0 ? [teamsSection(instrument, report)] : []),
		...itemsSections(instrument, report)
	];
}

function teamsSection(instrument: Instrument, report: GroupReport): ReportSection {
	const { teams } = report;
	const shown = teams.slice(0, MOST_TEAMS);
	const cut = m.group_report_table_cut({ shown: shown.length, count: teams.length });
	return {
		kind: 'section',
		heading: m.group_report_appendix_teams(),
		startsPage: teams.length > FEW_LINES,
		blocks: [
			teamsTable(instrument, report, shown),
			// After the table, so that the heading stays with it.
			small(m.group_report_table_order_note()),
			...(shown.length < teams.length ? [small(cut)] : [])
		]
	};
}

function teamsTable(
	instrument: Instrument,
	report: GroupReport,
	teams: readonly ReportGroup[]
): TableBlock {
	const dimensions = hasDimensions(report)
		? report.whole.dimensions.map(({ measure }) => measure)
		: [];
	const hasFidelity = teams.some(({ fidelity }) => fidelity !== null);
	return {
		kind: 'table',
		columns: [
			end(m.group_report_table_number(), 8),
			start(m.group_report_table_team(), 37),
			end(m.group_report_table_people(), 18),
			end(m.group_report_table_overall(), 15),
			end(m.group_report_table_margin(), 15),
			start(m.group_report_table_agreement(), 26),
			...dimensions.map((measure) => ({
				...end(measureWords(instrument, measure), 8.5),
				isTurned: true
			})),
			...(hasFidelity ? [{ ...end(m.group_report_table_fidelity(), 8.5), isTurned: true }] : [])
		],
		ids: teams.map((_, at) => rowId(at)),
		rows: teams.map((team, at) => [
			String(at + 1),
			team.name,
			countWords(team),
			team.overall.mean === null ? NOTHING : meanWords(team.overall),
			marginWords(team.overall) || NOTHING,
			team.overall.agreement === null ? NOTHING : closenessWords(team.overall),
			...dimensions.map((measure) =>
				shortMean(team.dimensions.find((score) => score.measure === measure))
			),
			...(hasFidelity ? [team.fidelity === null ? NOTHING : points(team.fidelity)] : [])
		])
	};
}

function shortMean(score: ReportScore | undefined): string {
	return score?.mean == null ? NOTHING : meanWords(score);
}

function countWords({ sheets, headcount }: ReportGroup): string {
	if (sheets === null) return NOTHING;
	if (headcount === null) return String(sheets);
	return m.group_report_table_of({ count: sheets, headcount });
}

function scoresTable(
	instrument: Instrument,
	{ whole: { overall, dimensions }, within, changes }: GroupReport
): TableBlock {
	const beside = within && [...within.whole.dimensions, within.whole.overall];
	const hasChange = changes.length > 0;
	const changeOf = (id: string) => changes.find(({ measure }) => measure === id);
	return {
		kind: 'table',
		columns: [
			start(m.group_report_table_measure(), 40),
			end(m.group_report_table_n(), 14),
			end(m.report_scores_score(), 24),
			end(m.group_report_table_margin(), 14),
			end(m.group_report_table_band(), 20),
			...(beside ? [end(m.results_map_whole(), 20)] : []),
			...(hasChange ? [end(m.group_report_table_change(), 24)] : []),
			start(m.group_report_table_agreement(), 34)
		],
		rows: [...dimensions, overall].map((score) => [
			measureWords(instrument, score.measure),
			score.n === null ? NOTHING : String(score.n),
			meanWords(score),
			marginWords(score) || NOTHING,
			score.margin === null ? NOTHING : rangeOf(score),
			...(beside ? [shortMean(beside.find(({ measure }) => measure === score.measure))] : []),
			...(hasChange ? [changeWords(instrument, changeOf(score.measure))] : []),
			score.mean === null ? NOTHING : closenessWords(score)
		])
	};
}

function changeWords({ locale }: Instrument, change: ReportChange | undefined): string {
	if (!change) return NOTHING;
	const margin = m.report_scores_margin({ margin: points(change.margin) });
	return `${signedPoints(change.difference, locale)} ${margin}`;
}

function bandOf(score: ReportScore): string {
	return [meanWords(score), marginWords(score)].filter(Boolean).join(' ');
}

function rangeOf({ mean, margin }: ReportScore): string {
	return m.group_report_table_range({
		low: points(Math.max(0, mean! - margin!)),
		high: points(Math.min(100, mean! + margin!))
	});
}

function itemsSections(instrument: Instrument, report: GroupReport): ReportSection[] {
	const { items, lens } = report;
	if (!items) return [];
	const { options, stem } = instrument.scale;
	const rows = items.map(({ item, counts, notSure }) => {
		const { dimension, wording } = itemOf(instrument, item);
		return [
			wordingOf({ wording }, lens, nameWords(report)),
			measureWords(instrument, dimension),
			...counts.map(String),
			String(notSure)
		];
	});
	const turned = [...options.map(({ label }) => label), m.group_report_table_not_sure()];
	return [
		{
			kind: 'section',
			heading: m.group_report_appendix_items(),
			startsPage: items.length > 12,
			blocks: [
				small(stem),
				{
					kind: 'table',
					columns: [
						start(m.report_table_question(), 80),
						start(m.group_report_table_measure(), 32),
						...turned.map((label) => ({ ...end(label, 10), isTurned: true }))
					],
					rows
				},
				small(m.group_report_table_items_note())
			]
		}
	];
}

/** Each lens in a column beside the others. */
export function lensesTable(instrument: Instrument, report: GroupReport): TableBlock {
	const groups = groupsOf(report);
	const measures = ['overall', ...report.whole.dimensions.map(({ measure }) => measure)];
	return {
		kind: 'table',
		columns: lensColumns(m.group_report_table_measure(), report),
		rows: [
			...measures.map((measure) => [
				measureWords(instrument, measure),
				...groups.map(({ overall, dimensions }) => {
					const score = [overall, ...dimensions].find((each) => each.measure === measure);
					return score?.mean == null ? NOTHING : bandOf(score);
				})
			]),
			[m.group_report_table_n(), ...groups.map(countWords)]
		]
	};
}

/** The price of control, as each lens sees it. */
export function outcomesTable({ outcomes }: Instrument, report: GroupReport): TableBlock {
	const groups = groupsOf(report);
	return {
		kind: 'table',
		columns: lensColumns(m.outcomes_column(), report),
		rows: outcomes.map(({ id, name }) => [
			name,
			...groups.map((group) => {
				const score = group.outcomes.find(({ measure }) => measure === id);
				return score ? outcomeWords(score) : NOTHING;
			})
		])
	};
}

function groupsOf({ whole, lenses }: GroupReport): ReportGroup[] {
	return [whole, ...lenses.map(({ group }) => group)];
}

function lensColumns(rows: string, { lens, lenses }: GroupReport): Column[] {
	const all = [lens, ...lenses.map((each) => each.lens)];
	return [start(rows, 44), ...all.map((each) => end(LENSES[each](), 100 / all.length))];
}

function outcomeWords(score: ReportScore): string {
	const band = bandOf(score);
	return score.mean === null || score.n === null
		? band
		: m.group_report_outcomes_cell({ band, n: score.n });
}

function start(label: string, share: number): Column {
	return { label, align: 'start', share };
}

function end(label: string, share: number): Column {
	return { label, align: 'end', share };
}

import Papa from 'papaparse';
import type { Analysis, GroupAnalysis } from '../../lib/domain/analysis/analysis.ts';

type Score = GroupAnalysis['overall'];

/** Every score as a line of a table; cells that a spreadsheet would run as formulas are defused. */
export function scoreTable({ lenses }: Analysis): string {
	const lines = lenses.flatMap(({ lens, form, organization, teams }) => [
		...groupLines([lens, form, 'organization', ''], organization),
		...teams.flatMap((team) => groupLines([lens, form, 'team', team.team], team))
	]);
	return `${Papa.unparse({ fields: FIELDS, data: lines }, { escapeFormulae: true, newline: '\n' })}\n`;
}

const FIELDS = [
	...['lens', 'form', 'level', 'team', 'dimension', 'headcount', 'sheets', 'n', 'mean', 'sd', 'se'],
	...[
		'climate_low',
		'climate_high',
		'climate_method',
		'now_low',
		'now_high',
		'agreement',
		'missing'
	]
];

function groupLines(head: readonly string[], group: GroupAnalysis): (string | number | null)[][] {
	const { headcount, sheets, overall, dimensions, agreement } = group;
	const line = (dimension: string, score: Score, word: string | null) => [
		...head,
		dimension,
		headcount,
		sheets,
		...scoreCells(score),
		word,
		score.missing
	];
	return [
		line('overall', overall, agreement.overall.word),
		...dimensions.map((score, d) => line(score.dimension, score, agreement.dimensions[d]!.word))
	];
}

function scoreCells({ n, mean, sd, se, climate, now }: Score): (string | number | null)[] {
	return [
		n,
		mean,
		sd,
		se,
		climate?.low ?? null,
		climate?.high ?? null,
		climate?.method ?? null,
		now?.low ?? null,
		now?.high ?? null
	];
}

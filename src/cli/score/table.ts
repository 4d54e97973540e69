import Papa from 'papaparse';
import type {
	Analysis,
	GroupAnalysis,
	LensChange,
	ScoreChange
} from '../../lib/domain/analysis/analysis.ts';

type Score = GroupAnalysis['overall'];
type GroupChange = Pick<LensChange['teams'][number], 'overall' | 'dimensions'>;

/**
 * Every score as a line of a table, with its change where there is an earlier round; cells that a spreadsheet would run as
 * formulas are defused.
 */
export function scoreTable({ lenses, change }: Analysis): string {
	const lines = lenses.flatMap(({ lens, form, organization, teams }) => {
		const changed = change?.find((entry) => entry.lens === lens);
		const changes = new Map(changed?.teams.map((entry) => [entry.team, entry]));
		return [
			...groupLines([lens, form, 'organization', ''], organization, changed?.organization),
			...teams.flatMap((team) =>
				groupLines([lens, form, 'team', team.team], team, changes.get(team.team))
			)
		];
	});
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
	],
	...['change', 'change_low', 'change_high', 'change_is_clear', 'change_linked', 'change_missing']
];

function groupLines(
	head: readonly string[],
	group: GroupAnalysis,
	change: GroupChange | undefined
): (string | number | null)[][] {
	const { headcount, sheets, overall, dimensions, agreement } = group;
	const line = (
		dimension: string,
		score: Score,
		word: string | null,
		change: ScoreChange | undefined
	) => [
		...head,
		dimension,
		headcount,
		sheets,
		...scoreCells(score),
		word,
		score.missing,
		...changeCells(change)
	];
	return [
		line('overall', overall, agreement.overall.word, change?.overall),
		...dimensions.map((score, d) =>
			line(score.dimension, score, agreement.dimensions[d]!.word, change?.dimensions[d])
		)
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

function changeCells(change: ScoreChange | undefined): (string | number | null)[] {
	if (!change) return [null, null, null, null, null, null];
	const { difference, interval, isClear, n, missing } = change;
	const low = interval?.low ?? null;
	const high = interval?.high ?? null;
	return [difference, low, high, interval && (isClear ? 'yes' : 'no'), n.linked, missing];
}

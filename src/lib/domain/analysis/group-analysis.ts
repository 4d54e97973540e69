import { itemCloseness, jointAgreement, type ItemCloseness } from '../scoring/agreement.ts';
import {
	organizationScore,
	teamScore,
	type GroupScore,
	type Stratum
} from '../scoring/group-score.ts';
import type { Background } from '../scoring/interval.ts';
import * as readings from '../scoring/readings.ts';
import type { Cell, Tally } from '../scoring/tally.ts';
import type { GroupAnalysis, TeamAnalysis } from './analysis.ts';

/** One team's counts with its headcount; null when nobody said how many they are. */
export interface TeamCell {
	cell: Cell;
	headcount: number | null;
}

/** What is known of the noise of the overall and of each dimension. */
export interface Backgrounds {
	overall: Background;
	dimensions: readonly Background[];
}

/** A team's scores, and how close its answers lie. */
export function teamAnalysis(
	tally: Tally,
	{ cell, headcount }: TeamCell,
	backgrounds: Backgrounds
): TeamAnalysis {
	const score = (sample: Stratum['sample'], background: Background) =>
		teamScore({ sample, headcount }, background);
	return {
		team: cell.team,
		...groupAnalysis(
			tally,
			cell,
			headcount,
			score(readings.overallSample(tally, cell), backgrounds.overall),
			backgrounds.dimensions.map((background, d) =>
				score(readings.dimensionSample(tally, cell, d), background)
			)
		)
	};
}

/** The scores of all teams together, weighted by headcount. */
export function organizationAnalysis(
	tally: Tally,
	teams: readonly TeamCell[],
	total: Cell,
	backgrounds: Backgrounds
): GroupAnalysis {
	const score = (read: (cell: Cell) => Stratum['sample'], background: Background) =>
		organizationScore(
			teams.map(({ cell, headcount }) => ({ sample: read(cell), headcount })),
			read(total),
			background
		);
	return groupAnalysis(
		tally,
		total,
		totalHeadcount(teams),
		score((cell) => readings.overallSample(tally, cell), backgrounds.overall),
		backgrounds.dimensions.map((background, d) =>
			score((cell) => readings.dimensionSample(tally, cell, d), background)
		)
	);
}

function groupAnalysis(
	tally: Tally,
	cell: Cell,
	headcount: number | null,
	overall: GroupScore,
	scores: readonly GroupScore[]
): GroupAnalysis {
	const { layout, at } = tally;
	const sheets = cell.sums[at.sheets]!;
	return {
		sheets,
		empty: cell.sums[at.empty]!,
		leftOut: cell.sums[at.leftOut]!,
		headcount,
		responseRate: headcount ? sheets / headcount : null,
		overall,
		dimensions: layout.dimensions.map(({ dimension, places }, d) => ({
			dimension: dimension.id,
			isPointer: places.length === 1,
			...scores[d]!,
			missing: places.length === 0 ? ('not-asked' as const) : scores[d]!.missing
		})),
		agreement: agreementOf(tally, cell)
	};
}

function agreementOf(tally: Tally, cell: Cell): GroupAnalysis['agreement'] {
	const { dimensions, levels } = tally.layout;
	const spectrum: ItemCloseness[] = [];
	const joint = dimensions.map(({ dimension, places, spectrumAt }) => {
		const perItem: ItemCloseness[] = [];
		for (const place of places) {
			const closeness = itemCloseness(readings.answerCounts(tally, cell, place));
			perItem.push(closeness);
			if (spectrumAt >= 0) spectrum.push(closeness);
		}
		return { dimension: dimension.id, ...jointAgreement(perItem, levels) };
	});
	return { overall: jointAgreement(spectrum, levels), dimensions: joint };
}

/** Null when it is not known of every team. */
function totalHeadcount(teams: readonly TeamCell[]): number | null {
	if (teams.length === 0 || teams.some(({ headcount }) => headcount === null)) return null;
	return teams.reduce((sum, { headcount }) => sum + headcount!, 0);
}

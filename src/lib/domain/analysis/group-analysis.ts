import { organizationScore, teamScore, type GroupScore } from '../scoring/group-score.ts';
import type { Background } from '../scoring/interval.ts';
import type { LayoutDimension } from '../scoring/layout.ts';
import * as readings from '../scoring/readings.ts';
import type { Sample } from '../scoring/sample.ts';
import type { Cell, Tally } from '../scoring/tally.ts';
import { agreementAnalysis } from './agreement-analysis.ts';
import type { GroupAnalysis, TeamAnalysis } from './analysis.ts';
import type { ScoreSamples } from './score-samples.ts';

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

/** The scores of team number `t` of the samples, and how close its answers lie. */
export function teamAnalysis(
	tally: Tally,
	{ cell, headcount }: TeamCell,
	{ samples, t }: { samples: ScoreSamples; t: number },
	backgrounds: Backgrounds
): TeamAnalysis {
	const overall = teamScore({ sample: samples.overall[t]!, headcount }, backgrounds.overall);
	const scores = backgrounds.dimensions.map((background, d) =>
		teamScore({ sample: samples.dimensions[d]![t]!, headcount }, background)
	);
	return { team: cell.team, ...groupAnalysis(tally, cell, headcount, overall, scores) };
}

/** The scores of all teams together, weighted by headcount. */
export function organizationAnalysis(
	tally: Tally,
	{ teams, samples, total }: { teams: readonly TeamCell[]; samples: ScoreSamples; total: Cell },
	backgrounds: Backgrounds
): GroupAnalysis {
	const strata = (ofTeams: readonly Sample[]) =>
		ofTeams.map((sample, t) => ({ sample, headcount: teams[t]!.headcount }));
	return groupAnalysis(
		tally,
		total,
		totalHeadcount(teams),
		organizationScore(
			strata(samples.overall),
			readings.overallSample(tally, total),
			backgrounds.overall
		),
		backgrounds.dimensions.map((background, d) =>
			organizationScore(
				strata(samples.dimensions[d]!),
				readings.dimensionSample(tally, total, d),
				background
			)
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
		dimensions: layout.dimensions.map((dimension, d) => ofDimension(dimension, scores[d]!)),
		agreement: agreementAnalysis(layout, cell)
	};
}

/** Null when it is not known of every team. */
function totalHeadcount(teams: readonly TeamCell[]): number | null {
	if (teams.length === 0 || teams.some(({ headcount }) => headcount === null)) return null;
	return teams.reduce((sum, { headcount }) => sum + headcount!, 0);
}

/** Field by field: spread out, this object would cost as much as all the numbers in it. */
function ofDimension(
	{ dimension, places }: LayoutDimension,
	{ n, mean, sd, se, climate, now, missing }: GroupScore
): GroupAnalysis['dimensions'][number] {
	return {
		dimension: dimension.id,
		isPointer: places.length === 1,
		n,
		mean,
		sd,
		se,
		climate,
		now,
		missing: places.length === 0 ? 'not-asked' : missing
	};
}

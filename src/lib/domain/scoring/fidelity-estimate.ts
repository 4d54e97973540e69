import {
	chanceTest,
	type ChanceOptions,
	type ChanceTest,
	type PersonScores
} from './fidelity-chance.ts';
import { meanOf, teamSpread, type TeamSpread } from './fidelity-spread.ts';
import { fidelityOf, teamFidelities, type TeamFidelity } from './fidelity-team.ts';
import type { Moments } from './moments.ts';
import { chiSquareQuantile } from './quantiles.ts';

/** One team: moments over its people who have all dimensions, and those people's scores where they are at hand. */
export interface TeamProfiles {
	team: string;
	moments: Moments;
	people?: readonly PersonScores[];
}

/** A true gap between parts and whole. */
export interface Gap {
	/** τ²: in squared points, noise taken out, not cut at zero, so that it is right on average. */
	variance: number;
	/** τ: in points; 0 when the variance is negative. */
	gap: number;
}

export interface FidelityEstimate extends Gap {
	/** F of 0 to 100: 100 when the teams show the same picture, 0 when they lie a whole answer step from it. */
	fidelity: number;
	dimensions: (Gap & { dimension: string })[];
	/** Some teams lie higher or lower as a whole. With the pattern it adds up to the variance, exactly. */
	level: Gap;
	/** Teams differ in what is strong. */
	pattern: Gap;
	chance: ChanceTest;
	/** With 95 % confidence τ is not larger than this, in points. */
	gapUpperBound: number;
	/** Share of the whole's variety that each team contains, 0 to 1; null when everybody answered alike. */
	varietyCarried: number | null;
	/** Spread of people within their teams, in points: disagreement there does not lower fidelity. */
	spreadWithin: number;
	byTeam: TeamFidelity[];
}

export interface EstimateOptions extends ChanceOptions {
	/** What the scores in the moments are, in their order. */
	dimensions: readonly string[];
	/** One answer step in points; 25 for five options. */
	step: number;
}

/** The numbers behind `fidelity`, for at least two teams of at least two people each. */
export function fidelityEstimate(
	teams: readonly TeamProfiles[],
	options: EstimateOptions
): FidelityEstimate {
	const { dimensions, step } = options;
	const spread = teamSpread(teams.map(({ moments }) => moments));
	const { between, within, harmonicSize } = spread;
	const variances = between.map((value, d) => value - within[d]! / harmonicSize);
	const total = gapOf(meanOf(variances));
	const level = gapOf(spread.betweenLevels - spread.withinLevels / harmonicSize);
	const withinMean = meanOf(within);
	const variety = withinMean + Math.max(0, total.variance);

	return {
		...total,
		fidelity: fidelityOf(total.gap, step),
		dimensions: dimensions.map((dimension, d) => ({ dimension, ...gapOf(variances[d]!) })),
		level,
		pattern: gapOf(total.variance - level.variance),
		chance: chanceTest(spread, everybody(teams), options),
		gapUpperBound: upperBoundOf(spread),
		varietyCarried: variety > 0 ? withinMean / variety : null,
		spreadWithin: Math.sqrt(withinMean),
		byTeam: teamFidelities(
			teams.map(({ team }) => team),
			spread,
			step
		)
	};
}

function gapOf(variance: number): Gap {
	return { variance, gap: Math.sqrt(Math.max(0, variance)) };
}

/** Null when one of the teams came without its people. */
function everybody(teams: readonly TeamProfiles[]): PersonScores[] | null {
	return teams.every(({ people }) => people) ? teams.flatMap(({ people }) => [...people!]) : null;
}

/** 95 % upper limit of τ: a scaled χ² for the variance of team means, less the noise (Satterthwaite 1946). */
function upperBoundOf({ between, within, harmonicSize, sizes, directions }: TeamSpread): number {
	const df = (sizes.length - 1) * directions;
	const largest = (meanOf(between) * df) / chiSquareQuantile(0.05, df);
	return Math.sqrt(Math.max(0, largest - meanOf(within) / harmonicSize));
}

import { fCdf, fQuantile } from './quantiles.ts';

/** All that a comparison of teams needs of one team: how many, their mean, and their squares about it. */
export interface TeamSummary {
	readonly n: number;
	readonly mean: number;
	/** Sum of squared distances from the team's mean. */
	readonly within: number;
}

/** One-way analysis of variance over teams, and what follows from it. Null where the data leave it open. */
export interface TeamVariance {
	/** Teams with at least one person. */
	teams: number;
	people: number;
	meanSize: number;
	/** Size that teams would have if they were equal: (N − Σn²/N)/(T − 1). */
	n0: number;
	msBetween: number;
	/** Null when no team has two people. */
	msWithin: number | null;
	/** Null when people inside every team agree completely. */
	f: number | null;
	p: number | null;
	/** Share of variance that lies between teams: in these people, then corrected for chance in two ways. */
	etaSquared: number | null;
	epsilonSquared: number | null;
	omegaSquared: number | null;
	/** What one person's answer says about the team: ICC(1) with n0. */
	icc1: Icc;
	/** 95 % interval of ICC(1), from F; ends below 0 are kept. */
	icc1Interval: { from: number; to: number } | null;
	/** ICC(1) with the plain mean team size, as R's multilevel has it. */
	icc1PlainSize: Icc;
	/** How reliable team means are: ICC(2). */
	icc2: Icc;
}

/** `raw` may be negative; `value`, never below 0, is what is shown. Both null where undefined. */
export interface Icc {
	raw: number | null;
	value: number | null;
}

const FEWEST_TEAMS = 5;
const FEWEST_PEOPLE = 20;
const TEAMS_FOR_PRECISION = 10;

/**
 * How far teams differ, once there are enough of them: five teams and twenty people, else null. Below ten
 * teams `isRough` says that the numbers swing widely. Do not rank teams by it.
 */
export function betweenTeams(
	summaries: readonly TeamSummary[]
): (TeamVariance & { isRough: boolean }) | null {
	const variance = teamVariance(summaries);
	if (!variance || variance.teams < FEWEST_TEAMS || variance.people < FEWEST_PEOPLE) return null;
	return { ...variance, isRough: variance.teams < TEAMS_FOR_PRECISION };
}

/**
 * One-way analysis of variance of any number of people in two teams or more; null below that. Empty teams
 * do not count. Teams of one count in the total and between teams.
 *
 * ICC(1) = (MSB − MSW)/(MSB + (n0 − 1)MSW), ICC(2) = (MSB − MSW)/MSB (Bliese 2000); interval of ICC(1) after
 * Searle as in McGraw & Wong (1996), with n0 for unequal teams; ε² Kelley (1935), ω² Hays (1963).
 */
export function teamVariance(summaries: readonly TeamSummary[]): TeamVariance | null {
	const filled = summaries.filter(({ n }) => n > 0);
	if (filled.length < 2) return null;

	const teams = filled.length;
	const people = sum(filled, ({ n }) => n);
	const grand = sum(filled, ({ n, mean }) => n * mean) / people;
	const size = sum(filled, ({ n, mean, within }) => n * mean ** 2 + within);
	const between = beyondRounding(
		sum(filled, ({ n, mean }) => n * (mean - grand) ** 2),
		size
	);
	const within = beyondRounding(
		sum(filled, (team) => team.within),
		size
	);
	const df = { between: teams - 1, within: people - teams };
	const meanSize = people / teams;
	const n0 = (people - sum(filled, ({ n }) => n ** 2) / people) / df.between;
	const msBetween = between / df.between;
	const msWithin = df.within > 0 ? within / df.within : null;
	const f = msWithin ? msBetween / msWithin : null;

	return {
		teams,
		people,
		meanSize,
		n0,
		msBetween,
		msWithin,
		f,
		p: f === null ? null : upperTail(f, df),
		...shares(between, within, df.between, msWithin),
		icc1: icc(msBetween, msWithin, n0),
		icc1Interval: f === null ? null : icc1Interval(f, df, n0),
		icc1PlainSize: icc(msBetween, msWithin, meanSize),
		icc2: icc(msBetween, msWithin, 1)
	};
}

/** Summarizes raw scores of one team; null is a person without a score. */
export function teamSummary(scores: readonly (number | null)[]): TeamSummary {
	let n = 0;
	let sum = 0;
	for (const score of scores) {
		if (score === null) continue;
		n++;
		sum += score;
	}
	const mean = n === 0 ? 0 : sum / n;
	let within = 0;
	for (const score of scores) {
		if (score !== null) within += (score - mean) ** 2;
	}
	return { n, mean, within };
}

function shares(between: number, within: number, dfBetween: number, msWithin: number | null) {
	const all = between + within;
	if (all === 0 || msWithin === null) {
		return { etaSquared: null, epsilonSquared: null, omegaSquared: null };
	}
	const beyondChance = between - dfBetween * msWithin;
	return {
		etaSquared: between / all,
		epsilonSquared: beyondChance / all,
		omegaSquared: beyondChance / (all + msWithin)
	};
}

/** Size 1 gives ICC(2), whose denominator is MSB alone. */
function icc(msBetween: number, msWithin: number | null, size: number): Icc {
	const denominator = msWithin === null ? 0 : msBetween + (size - 1) * msWithin;
	if (denominator <= 0 || msWithin === null) return { raw: null, value: null };
	const raw = (msBetween - msWithin) / denominator;
	return { raw, value: Math.max(0, raw) };
}

function icc1Interval(f: number, df: { between: number; within: number }, n0: number) {
	const bound = (quantile: number) => (f / quantile - 1) / (f / quantile + n0 - 1);
	return {
		from: bound(fQuantile(0.975, df.between, df.within)),
		to: bound(fQuantile(0.025, df.between, df.within))
	};
}

/** From the other end, where small probabilities keep their digits. */
function upperTail(f: number, df: { between: number; within: number }): number {
	return f === 0 ? 1 : fCdf(1 / f, df.within, df.between);
}

/** Equal scores leave a trace of rounding; it is no difference. */
function beyondRounding(squares: number, size: number): number {
	return squares <= size * ROUNDING ? 0 : squares;
}

/** Among a million people, a single one who differs by one answer step is still a hundred times larger. */
const ROUNDING = 1e-13;

function sum(teams: readonly TeamSummary[], value: (team: TeamSummary) => number): number {
	let total = 0;
	for (const team of teams) total += value(team);
	return total;
}

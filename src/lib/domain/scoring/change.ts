import {
	differenceWith,
	isClear,
	pairedDifference,
	UNKNOWN_NOISE,
	welchDifference,
	type Difference,
	type ErrorPart,
	type KnownNoise
} from './difference.ts';
import { tQuantile } from './quantiles.ts';
import type { Sample } from './sample.ts';

/** A change from one round to the next, after minus before, in points, with its 95 % interval. */
export interface Change extends Difference {
	/** Whether the change is larger than its noise. */
	isClear: boolean;
}

/** A group's change when the same people's answers are linked; `differences` is after − before within people. */
export function linkedChange(differences: Sample, noise?: Pick<KnownNoise, 'answer'>): Change {
	return changeOf(pairedDifference(differences, noise));
}

/**
 * A group's change when answers are not linked: Welch's t, which takes the two rounds for different
 * people and is therefore careful when they are the same.
 */
export function unlinkedChange(before: Sample, after: Sample, noise?: KnownNoise): Change {
	return changeOf(welchDifference(after, before, noise));
}

/** One team in both rounds. */
export interface TeamRounds {
	team: string;
	/** The same for both rounds, so that a team that grew does not look like a change of the whole. */
	headcount: number;
	before: Sample;
	after: Sample;
	/** After − before within its people, when enough of them are linked; then these make the team's change. */
	linked?: Sample;
}

/**
 * Whether a group's change is read from its linked people, whose answers are compared with their own: two at
 * least, and half of those who answered in either round, so that a few who stayed do not speak for all.
 */
export function areEnough(linked: Sample, before: Sample, after: Sample): boolean {
	return linked.n >= 2 && linked.n * 2 >= Math.max(before.n, after.n);
}

export interface StratifiedChange extends Change {
	/** Teams without an answer in one of the rounds, or with nobody in them: not part of this change. */
	leftOut: string[];
}

/**
 * An organization's change: the headcount-weighted mean of its teams' changes (Cochran 1977, stratified sampling),
 * Σw_t(after_t − before_t) with SE² = Σw_t²(s²/n + s²/n). A team with linked people has the mean of their
 * differences d, and w_t²·s_d²/n.
 *
 * Unequal response between rounds does not move it. A sample of one person takes the pooled variance
 * within all the others; when no sample has any spread, the known error of an answer stands in, or the
 * interval is null. No team gives null throughout.
 */
export function stratifiedChange(
	teams: readonly TeamRounds[],
	{ answer }: Pick<KnownNoise, 'answer'> = UNKNOWN_NOISE
): StratifiedChange {
	const counts = ({ headcount, before, after }: TeamRounds) =>
		headcount > 0 && before.mean !== null && after.mean !== null;
	const counted = teams.filter(counts);
	const leftOut = teams.filter((team) => !counts(team)).map(({ team }) => team);
	if (counted.length === 0) return { ...unlinkedChange(EMPTY, EMPTY), leftOut };

	const people = counted.reduce((sum, { headcount }) => sum + headcount, 0);
	const pooled = pooledVariance(counted.flatMap(({ before, after }) => [before, after]));
	const pooledLinked = pooledVariance(counted.flatMap(({ linked }) => linked ?? []));
	const partOf = (
		sample: Sample,
		spread: Variance | null,
		noise: number | null,
		weight: number
	) => {
		const variance = spread ? varianceOr(spread, sample) : { squared: noise, df: null };
		return errorOfMean(variance, sample.n, weight);
	};
	const noise = squareOf(answer);
	const parts = counted.flatMap(({ headcount, before, after, linked }) => {
		const weight = headcount / people;
		// A difference holds two answers.
		if (linked) return [partOf(linked, pooledLinked, noise && noise * 2, weight)];
		return [before, after].map((sample) => partOf(sample, pooled, noise, weight));
	});
	const total = counted.reduce((sum, team) => sum + team.headcount * differenceOf(team), 0);
	return { ...changeOf(differenceWith(total / people, parts, 0.95)), leftOut };
}

/**
 * The smallest change in points that reaches 95 % significance with `n` people in each round and a spread
 * of `sd` points: t(.975, 2n − 2)·sd·√(2/n) unlinked; t(.975, n − 1)·sd·√(2(1 − r)/n) when answers are
 * linked and correlate with `r` between rounds. Null below two people. Throws a RangeError for a spread
 * below zero or a correlation outside −1 to 1.
 */
export function smallestChange(n: number, sd: number, r: number | null = null): number | null {
	if (!(sd >= 0)) throw new RangeError(`A spread of ${sd} points does not exist.`);
	if (r !== null && !(Math.abs(r) <= 1)) throw new RangeError(`${r} is not a correlation.`);
	if (!(n >= 2)) return null;
	if (r === null) return tQuantile(0.975, 2 * n - 2) * sd * Math.sqrt(2 / n);
	return tQuantile(0.975, n - 1) * sd * Math.sqrt((2 * (1 - r)) / n);
}

const EMPTY: Sample = { n: 0, mean: null, variance: null };

function changeOf(difference: Difference): Change {
	return { ...difference, isClear: isClear(difference) };
}

function differenceOf({ before, after, linked }: TeamRounds): number {
	return linked ? linked.mean! : after.mean! - before.mean!;
}

/** A variance in `squared` points and how sure it is; see `ErrorPart`. */
type Variance = ErrorPart;

/** The common variance within samples; null when none of them has any spread. */
function pooledVariance(samples: readonly Sample[]): Variance | null {
	const known = samples.filter(({ variance }) => variance !== null);
	const df = known.reduce((sum, { n }) => sum + n - 1, 0);
	const squares = known.reduce((sum, { n, variance }) => sum + variance! * (n - 1), 0);
	return squares > 0 ? { squared: squares / df, df } : null;
}

function varianceOr(pooled: Variance, { n, variance }: Sample): Variance {
	return variance === null ? pooled : { squared: variance, df: n - 1 };
}

function errorOfMean({ squared, df }: Variance, n: number, weight: number): ErrorPart {
	return { squared: squared === null ? null : (weight ** 2 * squared) / n, df };
}

function squareOf(value: number | null): number | null {
	return value === null ? null : value ** 2;
}

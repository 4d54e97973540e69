import {
	errorOfMean,
	FEWEST_FOR_INTERVAL,
	intervalAround,
	intervalMethod,
	reckonedVariance,
	shareOfErrorNow,
	type Background,
	type ScoreInterval,
	type StandardError
} from './interval.ts';
import type { Sample } from './sample.ts';

/** One score of a team or an organization, in points of 0 to 100. */
export interface GroupScore {
	/** People with this score. */
	n: number;
	mean: number | null;
	/** Standard deviation of people (n − 1); of an organization, of all its people together. */
	sd: number | null;
	/** Standard error of the mean, for the climate in general. */
	se: number | null;
	/** For the climate that these people are a sample of. */
	climate: ScoreInterval | null;
	/** For these people, now. Needs their number and a reliability. */
	now: ScoreInterval | null;
	/** Why the mean or an interval is missing; null when nothing is. */
	missing: MissingScore | null;
}

export type MissingScore =
	'not-asked' | 'nobody' | 'too-few-people' | 'no-headcount' | 'no-reliability';

/** A team's part in its organization's score. */
export interface Stratum {
	sample: Sample;
	/** People in the team, answered or not; null when nobody said. */
	headcount: number | null;
}

/** A team's score: the plain mean of its people, each with the same weight. */
export function teamScore({ sample, headcount }: Stratum, background: Background): GroupScore {
	const error = errorOfMean(sample, background);
	return groupScore(sample, sample.mean, error, nowError(error, sample.n, headcount, background));
}

/**
 * An organization's score: team means weighted by headcount, Σ(N_t/N)·m_t, so that a team that answered
 * eagerly does not speak for the others. Its squared error is Σ(N_t/N)²·s_t²/n_t (Cochran 1977, stratified
 * sampling), times 1 − ρ·n_t/N_t for “these people, now”; degrees of freedom after Satterthwaite (1946).
 *
 * Teams nobody answered from have no mean and no weight. When a headcount is missing anywhere, weights are the
 * people who answered, and there is no “now”. A team of one borrows the spread within the other teams. Up to
 * twelve people in all, the pooled spread is moderated as a team's is, so that an organization of one team
 * has that team's score. `total` is everybody's scores as one group, for n and SD.
 */
export function organizationScore(
	strata: readonly Stratum[],
	total: Sample,
	background: Background
): GroupScore {
	const answered = strata.filter(({ sample }) => sample.n > 0);
	if (answered.length === 0) return groupScore(total, null, null, 'no-headcount');

	const isCounted = answered.every(({ headcount }) => headcount !== null);
	const sizes = answered.map(({ sample, headcount }) =>
		isCounted ? Math.max(headcount!, sample.n) : sample.n
	);
	const people = sizes.reduce((sum, size) => sum + size, 0);
	const mean = answered.reduce((sum, { sample }, t) => sum + sizes[t]! * sample.mean!, 0) / people;
	const weights = sizes.map((size) => size / people);
	const { reliability } = background;
	const pooled = pooledError(answered, total.n, background);
	const climate = pooled && stratifiedError(answered, weights, pooled, null);
	if (!isCounted) return groupScore(total, mean, climate, 'no-headcount');
	if (reliability === null) return groupScore(total, mean, climate, 'no-reliability');

	const now = pooled && stratifiedError(answered, weights, pooled, reliability);
	return groupScore(total, mean, climate, now);
}

/** Spread of people within their teams, in points: root of the pooled variance; null without two people in a team. */
export function spreadWithin(samples: readonly Sample[]): number | null {
	let df = 0;
	let squares = 0;
	for (const { n, variance } of samples) {
		if (variance === null) continue;
		df += n - 1;
		squares += (n - 1) * variance;
	}
	return df === 0 ? null : Math.sqrt(squares / df);
}

function groupScore(
	{ n, variance }: Sample,
	mean: number | null,
	climate: StandardError | null,
	now: StandardError | 'no-headcount' | 'no-reliability' | null
): GroupScore {
	const hasNow = now !== null && typeof now === 'object';
	return {
		n,
		mean,
		sd: variance === null ? null : Math.sqrt(variance),
		se: climate?.error ?? null,
		climate: mean === null || !climate ? null : intervalAround(mean, climate),
		now: mean === null || !climate || !hasNow ? null : intervalAround(mean, now),
		missing: mean === null ? 'nobody' : !climate ? 'too-few-people' : hasNow ? null : now
	};
}

function nowError(
	climate: StandardError | null,
	n: number,
	headcount: number | null,
	{ reliability }: Background
): StandardError | 'no-headcount' | 'no-reliability' | null {
	if (headcount === null) return 'no-headcount';
	if (reliability === null) return 'no-reliability';
	if (climate === null) return null;
	const error = climate.error * Math.sqrt(shareOfErrorNow(n, headcount, reliability));
	return { error, df: climate.df, method: climate.method };
}

/** What strata have in common that borrow the spread of all. */
interface PooledError {
	variance: number;
	df: number;
	method: ScoreInterval['method'];
}

function pooledError(
	strata: readonly Stratum[],
	people: number,
	background: Background
): PooledError | null {
	const samples = strata.map(({ sample }) => sample);
	const df = samples.reduce((sum, { n }) => sum + n - 1, 0);
	const method = people < FEWEST_FOR_INTERVAL ? null : intervalMethod(people, df, background);
	if (method === null) return null;
	return { ...reckonedVariance(spreadWithin(samples)! ** 2, df, method, background), method };
}

/**
 * Squared errors of strata add up; degrees of freedom after Satterthwaite, where strata that rest on the same pooled
 * variance count theirs once. With a reliability it is the error of “these people, now”.
 */
function stratifiedError(
	strata: readonly Stratum[],
	weights: readonly number[],
	pooled: PooledError,
	reliability: number | null
): StandardError {
	let squared = 0;
	let doubt = 0;
	let largest = 0;
	let pooledSquared = 0;
	let hasPooled = false;
	strata.forEach(({ sample: { n, variance }, headcount }, t) => {
		const isPooled = n === 1 || pooled.method === 'moderated-t';
		const ofMean = (weights[t]! ** 2 * (isPooled ? pooled.variance : variance!)) / n;
		const part =
			reliability === null ? ofMean : ofMean * shareOfErrorNow(n, headcount!, reliability);
		squared += part;
		if (isPooled) {
			hasPooled = true;
			pooledSquared += part;
			return;
		}
		doubt += part ** 2 / (n - 1);
		largest += n - 1;
	});
	if (hasPooled) doubt += pooledSquared ** 2 / pooled.df;
	const df = doubt > 0 ? squared ** 2 / doubt : Math.max(largest, hasPooled ? pooled.df : 0);
	return { error: Math.sqrt(squared), df, method: pooled.method };
}

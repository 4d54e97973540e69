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
	const errors = stratumErrors(answered, weights, total.n, background);
	const climate = errors && combined(errors);
	const { reliability } = background;
	if (!isCounted) return groupScore(total, mean, climate, 'no-headcount');
	if (reliability === null) return groupScore(total, mean, climate, 'no-reliability');

	const now = errors?.map((part, t) => ({
		...part,
		squared:
			part.squared * shareOfErrorNow(answered[t]!.sample.n, answered[t]!.headcount!, reliability)
	}));
	return groupScore(total, mean, climate, now ? combined(now) : null);
}

/** Spread of people within their teams, in points: root of the pooled variance; null without two people in a team. */
export function spreadWithin(samples: readonly Sample[]): number | null {
	const withSpread = samples.filter(({ variance }) => variance !== null);
	const df = withSpread.reduce((sum, { n }) => sum + n - 1, 0);
	if (df === 0) return null;
	const squares = withSpread.reduce((sum, { n, variance }) => sum + (n - 1) * variance!, 0);
	return Math.sqrt(squares / df);
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
	return {
		...climate,
		error: climate.error * Math.sqrt(shareOfErrorNow(n, headcount, reliability))
	};
}

interface ErrorPart {
	squared: number;
	df: number;
	method: ScoreInterval['method'];
	/** Parts that rest on the same pooled variance count their degrees once. */
	isPooled: boolean;
}

function stratumErrors(
	strata: readonly Stratum[],
	weights: readonly number[],
	people: number,
	background: Background
): ErrorPart[] | null {
	const samples = strata.map(({ sample }) => sample);
	const df = samples.reduce((sum, { n }) => sum + n - 1, 0);
	const method = people < FEWEST_FOR_INTERVAL ? null : intervalMethod(people, df, background);
	if (method === null) return null;

	const pooled = reckonedVariance(spreadWithin(samples)! ** 2, df, method, background);
	return samples.map(({ n, variance }, t) => {
		const isPooled = n === 1 || method === 'moderated-t';
		const squared = (weights[t]! ** 2 * (isPooled ? pooled.variance : variance!)) / n;
		return { squared, df: isPooled ? pooled.df : n - 1, method, isPooled };
	});
}

/** Variances that were estimated apart add up with Satterthwaite's degrees of freedom. */
function combined(parts: readonly ErrorPart[]): StandardError {
	const squared = parts.reduce((sum, part) => sum + part.squared, 0);
	const pooled = parts.filter(({ isPooled }) => isPooled);
	const pooledSquared = pooled.reduce((sum, part) => sum + part.squared, 0);
	const doubt =
		parts.reduce((sum, part) => sum + (part.isPooled ? 0 : part.squared ** 2 / part.df), 0) +
		(pooled.length ? pooledSquared ** 2 / pooled[0]!.df : 0);
	const largest = parts.reduce((sum, { df, isPooled }) => sum + (isPooled ? 0 : df), 0);
	const df = doubt > 0 ? squared ** 2 / doubt : Math.max(largest, pooled[0]?.df ?? 0);
	return { error: Math.sqrt(squared), df, method: parts[0]!.method };
}

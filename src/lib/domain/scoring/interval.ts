import { tQuantile } from './quantiles.ts';
import type { Sample } from './sample.ts';

/** 95 % interval of a mean score, clipped to 0–100 for display. */
export interface ScoreInterval {
	low: number;
	high: number;
	/** Half-width in points before clipping. */
	margin: number;
	method: 'plain-t' | 'moderated-t';
}

/** What is known of a score's noise before looking at one group; null for what is not. */
export interface Background {
	/** Spread of people within a group, in points. */
	spread: number | null;
	/** Share of the spread between people that is true difference, 0 to 1. */
	reliability: number | null;
}

/** A standard error whose square rests on `df` degrees of freedom. */
export interface StandardError {
	error: number;
	df: number;
	method: ScoreInterval['method'];
}

/** Fewer people have no interval. */
export const FEWEST_FOR_INTERVAL = 3;
/** Up to here a group's own spread is too shaky to stand alone. */
const MOST_MODERATED = 12;
/** How many degrees of freedom the typical spread is worth. */
const PRIOR_DEGREES = 4;
const CONFIDENCE = 0.95;

/**
 * Which interval is used when, in one place.
 *
 * - Below 3 people, or without a degree of freedom: none.
 * - 3 to 12 people, with a typical spread known: *moderated t*. The group's variance is pooled with the
 *   typical one, worth 4 degrees of freedom; plain t is right on average at n = 3, but wild, and of zero width
 *   when three people agree by chance.
 * - Otherwise: *plain t*. Never a bootstrap: at n = 5 its 95 % interval holds the truth 84 times in 100.
 */
export function intervalMethod(
	people: number,
	df: number,
	{ spread }: Background
): ScoreInterval['method'] | null {
	if (people < FEWEST_FOR_INTERVAL || df <= 0) return null;
	return people <= MOST_MODERATED && spread !== null ? 'moderated-t' : 'plain-t';
}

/**
 * The variance to reckon with: the group's own, or pooled with the typical spread,
 * s*² = (d0·s0² + df·s²) / (d0 + df) with d0 = 4 (after Smyth 2004). Points squared.
 */
export function reckonedVariance(
	variance: number,
	df: number,
	method: ScoreInterval['method'],
	{ spread }: Background
): { variance: number; df: number } {
	if (method === 'plain-t' || spread === null) return { variance, df };
	const total = PRIOR_DEGREES + df;
	return { variance: (PRIOR_DEGREES * spread ** 2 + df * variance) / total, df: total };
}

/**
 * Standard error of one group's mean, for the climate that these people are a sample of; null where
 * `intervalMethod` gives none.
 */
export function errorOfMean(
	{ n, variance }: Pick<Sample, 'n' | 'variance'>,
	background: Background
): StandardError | null {
	const method = intervalMethod(n, n - 1, background);
	if (method === null || variance === null) return null;
	const reckoned = reckonedVariance(variance, n - 1, method, background);
	return { error: Math.sqrt(reckoned.variance / n), df: reckoned.df, method };
}

/**
 * What is left of a squared error when only “these N people, now” are meant: 1 − ρ·n/N. Hearing all of a team
 * takes away the chance of who was heard, never the noise of answering, so that at full response the error of
 * measurement stays. The usual finite population correction 1 − n/N would claim certainty. More answers than
 * `headcount` count as full response.
 */
export function shareOfErrorNow(n: number, headcount: number, reliability: number): number {
	return 1 - reliability * Math.min(1, n / headcount);
}

/** The 95 % interval around a mean. */
export function intervalAround(mean: number, { error, df, method }: StandardError): ScoreInterval {
	const margin = tQuantile((1 + CONFIDENCE) / 2, df) * error;
	const clipped = (points: number) => Math.min(100, Math.max(0, points));
	return { low: clipped(mean - margin), high: clipped(mean + margin), margin, method };
}

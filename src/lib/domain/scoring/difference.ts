import { tQuantile } from './quantiles.ts';
import type { Sample } from './sample.ts';

export interface Interval {
	low: number;
	high: number;
}

/** A difference in points and how sure it is. */
export interface Difference {
	/** Null when a side is empty. */
	difference: number | null;
	/** Standard error in points; null when neither the data nor the instrument can tell. */
	error: number | null;
	/** Degrees of freedom of the interval; null for a normal one, whose error is known beforehand. */
	df: number | null;
	interval: Interval | null;
}

/** What the instrument says of noise before anybody answers, in points; null where it does not say. */
export interface KnownNoise {
	/** Standard error of one person's score. Stands in when everybody answered alike. */
	answer: number | null;
	/** Error of a group of one person, who has no spread: depends on whom that person speaks for. */
	onePerson: number | null;
}

export const UNKNOWN_NOISE: KnownNoise = { answer: null, onePerson: null };

/**
 * The difference of two independent groups, a − b, with the interval of Welch (1947).
 *
 * Points in, points out. An empty side gives null throughout. A side of one person takes the error
 * known beforehand; when there is none, error and interval are null. When both sides answered without
 * any spread, the known error of an answer stands in: a few equal answers are not certainty.
 */
export function welchDifference(
	a: Sample,
	b: Sample,
	noise: KnownNoise = UNKNOWN_NOISE,
	confidence = 0.95
): Difference {
	if (a.mean === null || b.mean === null) return NO_DIFFERENCE;
	const hasSpread = [a, b].some(({ variance }) => variance !== null && variance > 0);
	const parts = [a, b].map((side) => errorOfMean(side, hasSpread, noise));
	return differenceWith(a.mean - b.mean, parts, confidence);
}

/**
 * The mean of differences within people, with the paired t interval (Student 1908).
 *
 * `differences` holds one difference for each person, in points. None gives null throughout; a single
 * one has no interval; equal ones take the known error of an answer, twice, as a difference holds two.
 */
export function pairedDifference(
	differences: Sample,
	{ answer }: Pick<KnownNoise, 'answer'> = UNKNOWN_NOISE,
	confidence = 0.95
): Difference {
	if (differences.mean === null) return NO_DIFFERENCE;
	const noise = { answer: answer === null ? null : answer * Math.SQRT2, onePerson: null };
	const hasSpread = differences.variance !== null && differences.variance > 0;
	return differenceWith(differences.mean, [errorOfMean(differences, hasSpread, noise)], confidence);
}

/** Whether zero lies outside the interval, so that the difference is larger than its noise. */
export function isClear({ interval }: Pick<Difference, 'interval'>): boolean {
	return interval !== null && (interval.low > 0 || interval.high < 0);
}

/** One of the independent parts that a squared error is the sum of. */
export interface ErrorPart {
	squared: number | null;
	/** Null when the part is known beforehand and not estimated. */
	df: number | null;
}

/** A difference whose squared error is the sum of independent parts; df after Satterthwaite (1946). */
export function differenceWith(
	difference: number,
	parts: readonly ErrorPart[],
	confidence: number
): Difference {
	if (parts.length === 0 || parts.some(({ squared }) => squared === null))
		return { ...NO_DIFFERENCE, difference };

	const squared = parts.reduce((sum, part) => sum + part.squared!, 0);
	const doubt = parts.reduce((sum, { squared, df }) => sum + (df ? squared! ** 2 / df : 0), 0);
	const error = Math.sqrt(squared);
	const df = doubt > 0 ? squared ** 2 / doubt : null;
	const margin = tQuantile((1 + confidence) / 2, df ?? Infinity) * error;
	const interval = { low: difference - margin, high: difference + margin };
	return { difference, error, df, interval };
}

const NO_DIFFERENCE: Difference = { difference: null, error: null, df: null, interval: null };

function errorOfMean({ n, variance }: Sample, hasSpread: boolean, noise: KnownNoise): ErrorPart {
	if (variance === null) return { squared: squareOf(noise.onePerson), df: null };
	if (hasSpread) return { squared: variance / n, df: n - 1 };
	const squared = squareOf(noise.answer);
	return { squared: squared === null ? null : squared / n, df: null };
}

function squareOf(value: number | null): number | null {
	return value === null ? null : value ** 2;
}

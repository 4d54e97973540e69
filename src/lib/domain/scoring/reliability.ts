import { oneFactorLoadings } from './one-factor.ts';

/** How well the items of a scale hang together. */
export interface Reliability {
	/** People behind the numbers: the fewest who share a pair of items. */
	people: number;
	items: number;
	/** Cronbach's alpha of the sum of items; null below 50 people. May be negative. */
	alpha: number | null;
	/** Whether alpha is still rough: below 100 people. */
	isRough: boolean;
	/** Omega total of one factor; null below 100 people. */
	omega: number | null;
	perItem: ItemReliability[];
}

export interface ItemReliability {
	/** Alpha of the other items; null with fewer than three items. */
	alphaIfDropped: number | null;
	/** Correlation with the sum of the other items. */
	itemTotal: number | null;
}

export const FEWEST_FOR_ALPHA = 50;
export const PEOPLE_FOR_PRECISION = 100;
export const FEWEST_FOR_OMEGA = 100;

type Matrix = readonly (readonly number[])[];

/**
 * Reliability of a scale from the covariances of its items as answered, their keys, and how many people
 * are behind them. `covariance` is pairwise (`pairwiseCovariance`) or of complete people; null when two items
 * have no two people in common. Numbers with too few people behind them are null.
 */
export function reliability(
	covariance: Matrix | null,
	keys: readonly (1 | -1)[],
	people: number
): Reliability {
	const keyed = covariance && keyedCovariance(covariance, keys);
	const isEnough = keyed !== null && people >= FEWEST_FOR_ALPHA;
	return {
		people,
		items: keys.length,
		alpha: isEnough ? alpha(keyed) : null,
		isRough: people < PEOPLE_FOR_PRECISION,
		omega: isEnough && people >= FEWEST_FOR_OMEGA ? omegaTotal(keyed) : null,
		perItem: keys.map((_, item) => ({
			alphaIfDropped: isEnough ? alphaIfDropped(keyed, item) : null,
			itemTotal: isEnough ? itemTotal(keyed, item) : null
		}))
	};
}

/** Covariances after turning items of the other key around. */
export function keyedCovariance(covariance: Matrix, keys: readonly (1 | -1)[]): number[][] {
	return covariance.map((row, i) => row.map((value, j) => value * keys[i]! * keys[j]!));
}

/**
 * Cronbach's alpha (1951) from the covariances of keyed items: J/(J − 1)·(1 − Σ variances/variance of the sum).
 * The raw alpha of R's psych. Null below two items, or when the sum has no variance.
 */
export function alpha(covariance: Matrix): number | null {
	const items = covariance.length;
	const all = total(covariance);
	if (items < 2 || !(all > 0)) return null;
	return (items / (items - 1)) * (1 - trace(covariance) / all);
}

/** Alpha of the other items; null with fewer than two others, or when their sum has no variance. */
export function alphaIfDropped(covariance: Matrix, item: number): number | null {
	const others = <T>(values: readonly T[]) => values.filter((_, at) => at !== item);
	return alpha(others(covariance).map(others));
}

/** Correlation of an item with the sum of the others; null when either has no variance. */
export function itemTotal(covariance: Matrix, item: number): number | null {
	const own = covariance[item]![item]!;
	const shared = sum(covariance[item]!) - own;
	const rest = total(covariance) - 2 * shared - own;
	if (!(own > 0) || !(rest > ROUNDING * own)) return null;
	return shared / Math.sqrt(own * rest);
}

const ROUNDING = 1e-12;

/**
 * Omega total of one factor (McDonald 1999), as psych's `omega(nfactors = 1)`: on the correlations that these
 * covariances make, one minus the sum of uniquenesses over the sum of correlations, with minimum-residual
 * loadings. Null below three items, which leave the factor open, or when an item has no variance.
 */
export function omegaTotal(covariance: Matrix): number | null {
	const deviations = covariance.map((row, i) => Math.sqrt(row[i]!));
	if (covariance.length < 3 || !deviations.every((deviation) => deviation > 0)) return null;

	const correlations = covariance.map((row, i) =>
		row.map((value, j) => (i === j ? 1 : value / (deviations[i]! * deviations[j]!)))
	);
	const all = total(correlations);
	const loadings = oneFactorLoadings(correlations);
	if (loadings === null || !(all > 0)) return null;
	return 1 - sum(loadings.map((loading) => 1 - loading ** 2)) / all;
}

function trace(matrix: Matrix): number {
	return sum(matrix.map((row, i) => row[i]!));
}

function total(matrix: Matrix): number {
	return sum(matrix.map(sum));
}

function sum(values: readonly number[]): number {
	return values.reduce((all, value) => all + value, 0);
}

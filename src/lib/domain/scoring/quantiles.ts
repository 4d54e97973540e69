import chisquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import snedecorCdf from '@stdlib/stats-base-dists-f-cdf';
import snedecorQuantile from '@stdlib/stats-base-dists-f-quantile';
import studentCdf from '@stdlib/stats-base-dists-t-cdf';
import studentQuantile from '@stdlib/stats-base-dists-t-quantile';

/**
 * Quantiles and distribution functions of the tests we use, from @stdlib, with arguments checked: a
 * probability outside (0, 1) or degrees of freedom that are not above zero throw a RangeError, so that no
 * NaN travels on.
 */

/** The point of Student's t with `df` degrees of freedom (fractions are fine) that `p` of it lies below. */
export function tQuantile(p: number, df: number): number {
	return remembered(tMemory, p, df, () => studentQuantile(probability(p), freedom(df)));
}

/** The share of Student's t with `df` degrees of freedom that lies below `t`. */
export function tCdf(t: number, df: number): number {
	return studentCdf(t, freedom(df));
}

/** The point of χ² with `df` degrees of freedom that `p` of it lies below. */
export function chiSquareQuantile(p: number, df: number): number {
	const compute = () => chisquareQuantile(probability(p), freedom(df));
	return remembered(chiSquareMemory, p, df, compute);
}

/** The point of Fisher's F with `df1` and `df2` degrees of freedom that `p` of it lies below. */
export function fQuantile(p: number, df1: number, df2: number): number {
	const compute = () => snedecorQuantile(probability(p), freedom(df1), freedom(df2));
	return remembered(fMemory, `${p} ${df1}`, df2, compute);
}

/** The share of Fisher's F with `df1` and `df2` degrees of freedom that lies below `f`. */
export function fCdf(f: number, df1: number, df2: number): number {
	return snedecorCdf(f, freedom(df1), freedom(df2));
}

function probability(p: number): number {
	if (!(p > 0 && p < 1)) throw new RangeError(`${p} is not a probability between 0 and 1.`);
	return p;
}

/** Student's t at infinity is the normal; a billion degrees of freedom are the same to ten digits. */
const MANY_DEGREES = 1e9;

function freedom(df: number): number {
	if (!(df > 0)) throw new RangeError(`${df} degrees of freedom are not above zero.`);
	return Math.min(df, MANY_DEGREES);
}

/** Thousands of teams share a few sizes, and one quantile costs more than the rest of a team's report. */
type Memory<Level> = Map<Level, Map<number, number>>;
const tMemory: Memory<number> = new Map();
const chiSquareMemory: Memory<number> = new Map();
const fMemory: Memory<string> = new Map();
const MOST_REMEMBERED = 10_000;
const MOST_LEVELS = 20;

function remembered<Level>(
	memory: Memory<Level>,
	level: Level,
	df: number,
	compute: () => number
): number {
	const forLevel = memory.get(level) ?? new Map<number, number>();
	const known = forLevel.get(df);
	if (known !== undefined) return known;

	const value = compute();
	if (forLevel.size < MOST_REMEMBERED) forLevel.set(df, value);
	if (memory.size < MOST_LEVELS) memory.set(level, forLevel);
	return value;
}

import { scatterAt, type Moments } from './moments.ts';

/** What a comparison needs to know of one group and one score: an empty group has no mean, one person no variance. */
export interface Sample {
	n: number;
	/** In points; null for nobody. */
	mean: number | null;
	/** With n − 1 below the line, in squared points; null below two people. */
	variance: number | null;
}

/** One score of a group, as a sample; `at` is its place in the moments. Throws a RangeError for a place that is not there. */
export function sampleOf(moments: Moments, at: number): Sample {
	const { n } = moments;
	const sum = moments.sums[at];
	if (sum === undefined) throw new RangeError(`The moments have no score number ${at}.`);
	return sample(n, sum, scatterAt(moments, at, at));
}

/** The differences within people, score `at` minus score `minus`, as a sample; from sums and products alone. */
export function differenceSample(moments: Moments, at: number, minus: number): Sample {
	const { n, sums, products } = moments;
	const [a, b] = [sums[at], sums[minus]];
	if (a === undefined || b === undefined)
		throw new RangeError(`The moments have no scores number ${at} and ${minus}.`);

	const squares =
		scatterAt(moments, at, at) -
		2 * scatterAt(moments, at, minus) +
		scatterAt(moments, minus, minus);
	const size = products[at]![at]! + products[minus]![minus]!;
	return sample(n, a - b, squares <= size * ROUNDING ? 0 : squares);
}

/** Below this share of the sums of squares, a difference of them is what rounding left over. */
const ROUNDING = 1e-12;

function sample(n: number, sum: number, squares: number): Sample {
	return {
		n,
		mean: n === 0 ? null : sum / n,
		variance: n < 2 ? null : squares / (n - 1)
	};
}

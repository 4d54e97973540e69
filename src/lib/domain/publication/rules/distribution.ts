import type { Contract } from '../contract.ts';

export type Height = 'low' | 'middle' | 'high';

/** How much of a distribution may be seen. */
export type Detail = 'nothing' | 'shape' | 'counts';

const FEWEST_FOR_SHAPE = 8;

/**
 * Rule 7: not at all below n = 8, as shape without numbers below n = 2k, and never a count of 1 beside a
 * named group. A count that leaves just one person out is a count of 1 too.
 */
export function distributionDetail(counts: readonly number[], { openness, k }: Contract): Detail {
	const n = counts.reduce((sum, count) => sum + count, 0);
	if (openness === 'open') return 'counts';
	if (n < Math.max(FEWEST_FOR_SHAPE, k)) return 'nothing';
	if (n < countsMinimum(k) || counts.some((count) => count === 1 || n - count <= 1)) return 'shape';
	return 'counts';
}

/** The smallest group whose distribution is shown in numbers, and the smallest that may follow from several. */
export function countsMinimum(k: number): number {
	return Math.max(FEWEST_FOR_SHAPE, 2 * k);
}

/**
 * The shape of a distribution in three heights: up to a fifth of the answers, up to two fifths, more.
 * So coarse that nobody counts back: “low” may be none, and “high” may be nearly half or all.
 */
export function shapeOf(counts: readonly number[]): Height[] {
	const n = counts.reduce((sum, count) => sum + count, 0);
	return counts.map((count) => (5 * count <= n ? 'low' : 5 * count <= 2 * n ? 'middle' : 'high'));
}

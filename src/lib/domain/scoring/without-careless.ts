/** Sums of one dimension's person scores: of everyone, and of those with a sign of careless answering. */
export interface FlaggedSums {
	readonly dimension: string;
	readonly n: number;
	readonly sum: number;
	readonly flaggedN: number;
	readonly flaggedSum: number;
}

/** A dimension's mean with and without the flagged people, in points. */
export interface WithAndWithout {
	dimension: string;
	with: number | null;
	/** Null when nobody else answered. */
	without: number | null;
	/** `without` minus `with`; null when either is. */
	difference: number | null;
	/** Whether the report has to say so: more than five points. */
	moves: boolean;
}

/** In points; five exactly, give or take rounding, is not more than five. */
const MOVES_BEYOND = 5 + 1e-9;

/**
 * Compares each dimension's mean with and without the people whose sheets look careless. Flags never
 * silently remove anyone: where a dimension moves by more than five points, the report says so.
 */
export function withAndWithout(sums: readonly FlaggedSums[]): WithAndWithout[] {
	return sums.map(({ dimension, n, sum, flaggedN, flaggedSum }) => {
		const all = mean(n, sum);
		const kept = mean(n - flaggedN, sum - flaggedSum);
		const difference = all === null || kept === null ? null : kept - all;
		const moves = difference !== null && Math.abs(difference) > MOVES_BEYOND;
		return { dimension, with: all, without: kept, difference, moves };
	});
}

function mean(n: number, sum: number): number | null {
	return n > 0 ? sum / n : null;
}

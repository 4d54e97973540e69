import { ceilingOf } from '../whole-numbers.ts';

const SMALL = 10;

/** Where the values lie that are too close to the end of the scale to be told apart. */
export interface Edges {
	/** Values up to this one are shown as “so much or less”. */
	low: bigint;
	/** Values from this one on are shown as “so much or more”. */
	high: bigint;
}

/**
 * Rule 2: a mean at an end of the scale says what each person answered, so a bound stands in its place.
 *
 * Under n = 10 the bound begins at 5 % and 95 % of the scale. From 10 on, the rule is about unanimity; a
 * bound for that alone would be as good as saying it, so the bound begins at 1 % and 99 %. And it always
 * covers at least one sum that is not unanimous (two from n = 10 on), however coarse the scale.
 * `most` is the highest possible value, `step` the most that one answer's next unit adds to it.
 */
export function edgesOf(n: number, most: bigint, step: bigint): Edges {
	const high =
		n < SMALL
			? smaller(ceilingOf(95n * most, 100n), most - step)
			: smaller(ceilingOf(99n * most, 100n), most - 2n * step);
	// One stratum may weigh so much that its next unit crosses the middle; the ledger looks after the rest.
	const upper = high > most / 2n ? high : most / 2n + 1n;
	return { low: most - upper, high: upper };
}

/** The bound in words, as a share of the scale in steps of 5 %: 95 for “95 or more”. */
export function boundShare({ high }: Edges, most: bigint): number {
	return Math.min(95, Number((20n * high) / most) * 5);
}

function smaller(a: bigint, b: bigint): bigint {
	return a < b ? a : b;
}

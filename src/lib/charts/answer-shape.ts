import type { Spread } from '../domain/results/results.ts';

/** One fifth of the spectrum, with how many people see the group there. */
export interface ShapeBar {
	/** Of the highest, 0 to 1; never so low that it could not be seen. */
	height: number;
	/** Its middle on the spectrum, from 0 (monolith) to 1 (hologram). */
	place: number;
}

const ROUGH = { low: 0.12, middle: 0.55, high: 1 };
const LEAST = 0.06;

/** How answers are spread, as bars from the low end to the high one; page and paper draw the same. */
export function shapeBars(spread: Spread): ShapeBar[] {
	const heights =
		spread.as === 'counts'
			? spread.counts.map((count) => count / Math.max(...spread.counts, 1))
			: spread.heights.map((height) => ROUGH[height]);
	return heights.map((height, at) => ({
		height: Math.max(height, LEAST),
		place: (at + 0.5) / heights.length
	}));
}

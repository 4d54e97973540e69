import type { Layout } from './layout.ts';

/** Everything counted about one team in one lens. Two cells of a layout are merged by adding. */
export interface Cell {
	readonly team: string;
	/** Its number within the tally, in the order in which teams were met. */
	readonly index: number;
	/** By place × codes + code: people who gave this code to this item. */
	readonly counts: Uint32Array;
	/** Sums in units, at the places that `Sums` names. */
	readonly sums: Float64Array;
}

/** Where a cell keeps which sum. */
export interface Sums {
	/** People, and how many of them were left out, answered nothing, or stay in with a flag. */
	readonly sheets: number;
	readonly leftOut: number;
	readonly empty: number;
	readonly flagged: number;
	/**
	 * For each dimension and then the overall: n, sum, sum of squares. People with every spectrum dimension
	 * count their spectrum dimensions in `profiles` only.
	 */
	readonly scores: number;
	/** People with every spectrum dimension: n, sums, then products of the upper triangle, row by row. */
	readonly profiles: number;
	/** Like `scores`, of all flagged people who stay in. */
	readonly flaggedScores: number;
	/** People with both sides of the balance: n, two sums, then the products aa, ab, bb. */
	readonly balance: number;
	readonly length: number;
}

/** Numbers that each score takes in `Sums.scores`. */
export const SCORE_SUMS = 3;

export function placesOfSums({ dimensions, spectrum }: Layout): Sums {
	const scores = 4;
	const profiles = scores + (dimensions.length + 1) * SCORE_SUMS;
	const flaggedScores = profiles + 1 + spectrum + (spectrum * (spectrum + 1)) / 2;
	const balance = flaggedScores + (dimensions.length + 1) * SCORE_SUMS;
	return {
		sheets: 0,
		leftOut: 1,
		empty: 2,
		flagged: 3,
		scores,
		profiles,
		flaggedScores,
		balance,
		length: balance + 6
	};
}

/** A team that nobody answered from. */
export function emptyCell(
	{ layout, at }: { layout: Layout; at: Sums },
	team: string,
	index = -1
): Cell {
	return {
		team,
		index,
		counts: new Uint32Array(layout.items.length * layout.codes),
		sums: new Float64Array(at.length)
	};
}

/** Counts one score among the three sums that begin at `at`. */
export function addScore(sums: Float64Array, at: number, units: number): void {
	sums[at]!++;
	sums[at + 1]! += units;
	sums[at + 2]! += units * units;
}

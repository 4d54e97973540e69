import { nullVariance } from './agreement-nulls.ts';

/** How a team's answers lie to each other, as the screen says it. */
export type AgreementWord = 'close-together' | 'mixed' | 'wide-apart';

export interface Closeness {
	/** The fewest answers that any of the items has. */
	n: number;
	items: number;
	/** Values of the scale. */
	points: number;
	/** ADm: mean over items of the mean distance from the item's mean, in steps. */
	averageDeviation: number;
	/** Mean over items of the standard deviation, in steps. */
	meanDeviation: number;
}

export const FEWEST_FOR_WORD = 4;

/**
 * Whether a team is close together, wide apart or in between; null below four answers.
 *
 * Close together: the average deviation is smaller than random answers of so few people reach in one of
 * twenty teams, and no larger than a sixth of the scale's points (Burke & Dunlap 2002). Wide apart: the mean
 * standard deviation is above that of answers spread evenly (1.41 on five points).
 */
export function agreementWord(closeness: Closeness): AgreementWord | null {
	const { n, items, points, averageDeviation, meanDeviation } = closeness;
	if (n < FEWEST_FOR_WORD || items < 1) return null;
	const isBelowChance = averageDeviation < criticalDeviation(n, items, points)! - TIE && points > 1;
	if (isBelowChance && averageDeviation <= points / 6 + TIE) return 'close-together';
	return meanDeviation > Math.sqrt(nullVariance('uniform', points) ?? 0) ? 'wide-apart' : 'mixed';
}

/** Sums of thirds and fifths end a little above or below themselves. */
const TIE = 1e-9;

/** People, mean of ADm of one item, then 5 % critical values for one item and for the mean of four. */
const CRITICAL: readonly (readonly [number, number, number, number])[] = [
	[3, 0.949333, 0.444444, 0.611111],
	[4, 1.0224, 0.375, 0.71875],
	[5, 1.06496, 0.48, 0.8],
	[6, 1.09333, 0.611111, 0.847222],
	[7, 1.11349, 0.653061, 0.887755],
	[8, 1.12856, 0.71875, 0.914062],
	[9, 1.14022, 0.740741, 0.944444],
	[10, 1.1495, 0.76, 0.96],
	[11, 1.15703, 0.809917, 0.979339],
	[12, 1.16324, 0.833333, 0.993056],
	[13, 1.16844, 0.840237, 1.00592],
	[14, 1.17285, 0.857143, 1.01531],
	[15, 1.17662, 0.88, 1.02667],
	[16, 1.17987, 0.882812, 1.0332],
	[17, 1.18269, 0.899654, 1.04152],
	[18, 1.18516, 0.91358, 1.04784],
	[19, 1.18734, 0.919668, 1.05402],
	[20, 1.18927, 0.93, 1.06],
	[25, 1.19626, 0.96, 1.08],
	[30, 1.20053, 0.986667, 1.09444],
	[40, 1.20525, 1.02, 1.11312],
	[60, 1.2089, 1.05611, 1.13319]
];
const [MEAN, ONE_ITEM, FOUR_ITEMS] = [1, 2, 3] as const;
/** The average deviation of even answers on five points, which every column approaches with 1/√n. */
const LIMIT = 1.2;

/**
 * The average deviation in steps that random, even answers stay below in 5 % of teams of `n`; null below
 * three people.
 *
 * On five points, for one item and for the mean of four, the values are exact
 * (`tests/oracle/agreement-limits.R`); between the sizes in the table, and beyond, they follow 1/√n. The
 * distance of the critical value from the mean shrinks with the root of the items, which is right to .03;
 * other scales stretch it by their uniform standard deviation, right to .03 from three points on and up
 * to .07 too strict on two.
 */
export function criticalDeviation(n: number, items: number, points = 5): number | null {
	const variance = nullVariance('uniform', points);
	if (n < 3 || items < 1 || variance === null) return null;

	const onFivePoints = items === 1 ? critical(n, ONE_ITEM) : criticalOfSeveral(n, items);
	return onFivePoints * Math.sqrt(variance / nullVariance('uniform', 5)!);
}

function criticalOfSeveral(n: number, items: number): number {
	const mean = critical(n, MEAN);
	return mean - (mean - critical(n, FOUR_ITEMS)) * Math.sqrt(4 / items);
}

/** A column of the table for `n` people, between its rows where needed. */
function critical(n: number, column: typeof MEAN | typeof ONE_ITEM | typeof FOUR_ITEMS): number {
	let row = 0;
	while (row < CRITICAL.length && CRITICAL[row]![0] < n) row++;
	const above = CRITICAL[row];
	if (above?.[0] === n) return above[column];

	const from = CRITICAL[row - 1]!;
	const root = 1 / Math.sqrt(from[0]);
	const share = (root - 1 / Math.sqrt(n)) / (root - (above ? 1 / Math.sqrt(above[0]) : 0));
	return from[column] + share * ((above ? above[column] : LIMIT) - from[column]);
}

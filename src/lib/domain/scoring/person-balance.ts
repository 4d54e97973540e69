import type { Instrument } from '../instrument/instrument.ts';
import {
	personDifferenceMargin,
	personError,
	type DimensionScore,
	type PersonScore
} from './person.ts';
import { quadrantOf, type BalanceQuadrant } from './quadrant.ts';

export type { BalanceQuadrant };

export interface PersonBalance {
	/** Outside-in and give and get, 0 to 100. */
	outsideIn: number;
	giveAndGet: number;
	/** Outside-in minus give and get, in points: below 0 the view turns inward. */
	difference: number;
	/** Half-width of the difference's 95 % band, in whole points; null without a stated precision. */
	margin: number | null;
	quadrant: BalanceQuadrant;
	/** The quadrants that the margins of both sides touch: one when the place is clear, else two or four. */
	possible: BalanceQuadrant[];
	/** Whether the difference is larger than its margin. */
	isClear: boolean;
}

/** How inward and outward balance in one person's view; null unless both dimensions can be shown. */
export function personBalance(
	instrument: Instrument,
	{ dimensions }: PersonScore
): PersonBalance | null {
	const shown = (id: string) =>
		dimensions.find((entry) => entry.dimension === id && entry.score !== null && !entry.isPointer);
	const outside = shown('outside-in');
	const give = shown('give-and-get');
	if (!outside || !give) return null;

	const [outsideIn, giveAndGet] = [outside.score!, give.score!];
	const difference = outsideIn - giveAndGet;
	const margin = personDifferenceMargin(
		personError(instrument, [outside.answered]),
		personError(instrument, [give.answered])
	);
	return {
		outsideIn,
		giveAndGet,
		difference,
		margin,
		quadrant: quadrantOf(outsideIn, giveAndGet),
		possible: possibleQuadrants(outside, give),
		isClear: margin !== null && Math.abs(difference) > margin
	};
}

function possibleQuadrants(outside: DimensionScore, give: DimensionScore): BalanceQuadrant[] {
	const corners = ends(give).flatMap((giveAndGet) =>
		ends(outside).map((outsideIn) => quadrantOf(outsideIn, giveAndGet))
	);
	return [...new Set(corners)];
}

/** The far ends of a score's margin; without a stated precision it may lie anywhere. */
function ends({ score, margin }: DimensionScore): number[] {
	return [score! + (margin ?? Infinity), score! - (margin ?? Infinity)];
}

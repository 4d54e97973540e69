import {
	EXTREME,
	FEWEST_FOR_ALL_EQUAL,
	FEWEST_FOR_VARIATION,
	FEWEST_OF_EACH_KEY,
	LITTLE_VARIATION,
	LONG_RUN,
	SECONDS_PER_ITEM,
	type CarelessFlag
} from './careless.ts';
import type { SheetTotals } from './totals.ts';

/** The signs of careless answering of `careless.ts`, in the order of their bits. */
export const CARELESS_SIGNS: readonly CarelessFlag[] = [
	'all-equal',
	'long-run',
	'little-variation',
	'key-contradiction',
	'too-fast'
];

/**
 * `carelessFlags` from a sheet's totals, in whole numbers: one bit for each of `CARELESS_SIGNS`.
 * A property test holds the two together.
 */
export function signBits(totals: SheetTotals, levels: number): number {
	const isEqual = allEqual(totals);
	let bits = isEqual ? 1 : 0;
	if (totals.longest >= LONG_RUN) bits |= 2;
	if (variesLittle(totals, levels)) bits |= 4;
	if (contradicts(totals, levels)) bits |= 8;
	if (totals.seconds >= 0 && totals.seconds < SECONDS_PER_ITEM * totals.seen) bits |= 16;
	return bits;
}

/** `isLeftOut` of `careless.ts`, from the same bits. */
export function leavesOut(bits: number): boolean {
	return (bits & 3) === 3;
}

function allEqual({ given, plus, longest }: SheetTotals): boolean {
	const fewest = plus > 0 && plus < given ? FEWEST_FOR_ALL_EQUAL : LONG_RUN;
	return given >= fewest && longest === given;
}

function variesLittle({ given, sum, squares }: SheetTotals, levels: number): boolean {
	if (given < FEWEST_FOR_VARIATION) return false;
	const limit = LITTLE_VARIATION * (levels - 1);
	return given * squares - sum * sum < limit * limit * given * (given - 1);
}

function contradicts({ given, sum, plus, plusSum }: SheetTotals, levels: number): boolean {
	const minus = given - plus;
	if (plus < FEWEST_OF_EACH_KEY || minus < FEWEST_OF_EACH_KEY) return false;
	if (plusSum * minus !== (sum - plusSum) * plus) return false;
	const mean = plusSum / plus;
	const margin = EXTREME * (levels - 1);
	return mean > levels - margin || mean < 1 + margin;
}

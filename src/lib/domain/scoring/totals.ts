import type { Layout } from './layout.ts';

/** What the signs of careless answering follow from; values count from 1 at the low end of the scale. */
export interface SheetTotals {
	/** Items that were passed, “not sure” among them; counted only where a time is known. */
	seen: number;
	/** Answers, their sum and the sum of their squares; of plus items, how many and their sum. */
	given: number;
	sum: number;
	squares: number;
	plus: number;
	plusSum: number;
	/** Most equal answers in a row. */
	longest: number;
	/** NaN when nobody knows. */
	seconds: number;
}

export function emptyTotals(): SheetTotals {
	return {
		seen: 0,
		given: 0,
		sum: 0,
		squares: 0,
		plus: 0,
		plusSum: 0,
		longest: 0,
		seconds: NaN
	};
}

/**
 * Totals of a few answers travel in two whole numbers that can be added: answers (9 bits), their sum (13) and
 * answers to plus items (9) in one; sum of squares (16) and sum over plus items (13) in the other. The most
 * that an instrument may have, 500 items on 11 levels, fits.
 */
export function packedCounts(value: number, isPlus: boolean): number {
	return 1 + (value << 9) + (isPlus ? 1 << 22 : 0);
}

export function packedSums(value: number, isPlus: boolean): number {
	return value * value + (isPlus ? value << 16 : 0);
}

export function unpackTotals(counts: number, sums: number, totals: SheetTotals): void {
	totals.given = counts & 511;
	totals.sum = (counts >>> 9) & 8191;
	totals.plus = counts >>> 22;
	totals.squares = sums & 65535;
	totals.plusSum = sums >>> 16;
}

/** The totals of a sheet item by item, for the rare one whose dimensions are not counted. */
export function totalsOf(
	{ items, levels, keyBits }: Layout,
	sheet: Uint8Array,
	at: number,
	totals: SheetTotals
): void {
	let counts = 0;
	let sums = 0;
	for (let place = 0; place < items.length; place++) {
		const code = sheet[at + place]!;
		if (code === 0 || code > levels) continue;
		counts += packedCounts(code, keyBits[place] === 1);
		sums += packedSums(code, keyBits[place] === 1);
	}
	unpackTotals(counts, sums, totals);
}

/** Most equal answers in a row; “not sure” and no answer neither break nor lengthen a run. */
export function longestRun({ items, levels }: Layout, sheet: Uint8Array, at: number): number {
	let longest = 0;
	let run = 0;
	let previous = 0;
	const end = at + items.length;
	for (let i = at; i < end; i++) {
		const code = sheet[i]!;
		if (code === 0 || code > levels) continue;
		// No branch: an equal answer gives −1, all bits set, and keeps the run; another gives 0 or more and ends it.
		run = (run & (((code ^ previous) - 1) >> 31)) + 1;
		if (run > longest) longest = run;
		previous = code;
	}
	return longest;
}

export function seenItems({ items }: Layout, sheet: Uint8Array, at: number): number {
	let seen = 0;
	for (let place = 0; place < items.length; place++) if (sheet[at + place] !== 0) seen++;
	return seen;
}

import type { Layout, LayoutDimension } from './layout.ts';
import { packedCounts, packedSums } from './totals.ts';

/**
 * Every way one dimension can be answered, as a table: four whole numbers for each pattern, side by side so
 * that one look into memory brings all. A pattern's number has its codes as digits, the first item's first.
 *
 * - how many people answered so
 * - their score in units, −1 for none
 * - what `packedCounts` and `packedSums` of `totals.ts` make of its answers
 */
export const FIELDS = 4;

/** Dimensions with more patterns than this are counted item by item. */
const MOST_PATTERNS = 2 ** 15;

/** How many patterns a dimension of `items` items has, or 0 when they are too many for a table. */
export function patternCount(items: number, codes: number): number {
	const count = codes ** items;
	return count <= MOST_PATTERNS ? count : 0;
}

/** The table of a layout's dimension, with nobody in it yet. */
export function emptyPatterns(layout: Layout, dimension: LayoutDimension): Int32Array {
	const { places } = dimension;
	const patterns = patternCount(places.length, layout.codes);
	const table = new Int32Array(patterns * FIELDS);
	const codes = new Uint8Array(places.length);
	for (let pattern = 0; pattern < patterns; pattern++) {
		readPattern(pattern, layout, codes);
		writePattern(table, pattern, layout, dimension, codes);
	}
	return table;
}

/** Writes the pattern's codes, one for each item, into `codes`, and says how many of them are answers. */
export function readPattern(
	pattern: number,
	{ codes: base, levels }: Pick<Layout, 'codes' | 'levels'>,
	codes: Uint8Array
): number {
	let given = 0;
	for (let at = codes.length - 1; at >= 0; at--) {
		const code = pattern % base;
		pattern = Math.floor(pattern / base);
		codes[at] = code;
		if (code > 0 && code <= levels) given++;
	}
	return given;
}

function writePattern(
	table: Int32Array,
	pattern: number,
	{ levels, codes: base, steps, keyBits }: Layout,
	{ places, quorum, keys, share }: LayoutDimension,
	codes: Uint8Array
): void {
	let given = 0;
	let steppedUp = 0;
	let bits = 0;
	let counts = 0;
	let sums = 0;
	codes.forEach((code, at) => {
		if (code === 0 || code > levels) return;
		const place = places[at]!;
		const isPlus = keyBits[place] === 1;
		given++;
		steppedUp += steps[place * base + code]!;
		bits |= keyBits[place]!;
		counts += packedCounts(code, isPlus);
		sums += packedSums(code, isPlus);
	});
	const isScored = given >= quorum && bits === keys;
	table.set(
		[0, isScored ? Math.round(steppedUp * share[given]!) : -1, counts, sums],
		pattern * FIELDS
	);
}

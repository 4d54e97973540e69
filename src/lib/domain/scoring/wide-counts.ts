import { pairsOf, type Layout, type LayoutDimension } from './layout.ts';
import { packedCounts, packedSums } from './totals.ts';

/**
 * Counts a dimension whose patterns are too many for a table, item by item, and how often each two of its
 * items were answered how: apart for people with every answer of the dimension and for the others.
 */
export class WideCounts {
	readonly pairs: Uint32Array;
	/** Of the last sheet: its score in units, −1 for none, and its packed totals. */
	units = -1;
	packedCounts = 0;
	packedSums = 0;
	readonly #layout: Layout;

	constructor(layout: Layout) {
		this.#layout = layout;
		this.pairs = new Uint32Array(layout.pairCounts);
	}

	count(dimension: LayoutDimension, sheet: Uint8Array, at: number): void {
		const { places, quorum, keys, share } = dimension;
		const { codes, levels, steps, keyBits } = this.#layout;
		let given = 0;
		let sum = 0;
		let bits = 0;
		this.packedCounts = 0;
		this.packedSums = 0;
		for (const place of places) {
			const code = sheet[at + place]!;
			if (code === 0 || code > levels) continue;
			const key = keyBits[place]!;
			given++;
			sum += steps[place * codes + code]!;
			bits |= key;
			this.packedCounts += packedCounts(code, key === 1);
			this.packedSums += packedSums(code, key === 1);
		}
		this.units = given >= quorum && bits === keys ? sum * share[given]! : -1;
		this.#countPairs(dimension, sheet, at, given === places.length);
	}

	#countPairs(
		{ places, pairsAt }: LayoutDimension,
		sheet: Uint8Array,
		at: number,
		isComplete: boolean
	): void {
		const { codes } = this.#layout;
		const table = codes * codes;
		let slot = pairsAt + (isComplete ? 0 : (pairsOf(places.length) / 2) * table);
		for (let i = 1; i < places.length; i++) {
			const row = sheet[at + places[i]!]! * codes;
			for (let j = 0; j < i; j++) {
				this.pairs[slot + row + sheet[at + places[j]!]!]!++;
				slot += table;
			}
		}
	}
}

import type { BalanceDimensions } from './balance-dimensions.ts';
import { LONG_RUN } from './careless.ts';
import { addScore, placesOfSums, SCORE_SUMS, type Cell, type Sums } from './cell.ts';
import type { Layout } from './layout.ts';
import { emptyPatterns, FIELDS } from './patterns.ts';
import { CARELESS_SIGNS, leavesOut, signBits } from './signs.ts';
import { emptyTotals, longestRun, seenItems, totalsOf, unpackTotals } from './totals.ts';
import { WideCounts } from './wide-counts.ts';

/** What is counted of single sheets: into the cell of their team, and into tables of everybody. */
export class SheetCounter {
	readonly layout: Layout;
	readonly at: Sums;
	/** How many people have each sign of careless answering, in the order of `CARELESS_SIGNS`. */
	readonly signs = new Float64Array(CARELESS_SIGNS.length);
	/** The tables of patterns of all dimensions, one after another as `layout.flat.tables` says. */
	readonly table: Int32Array;
	/** The same, for each dimension; empty where it has none. */
	readonly patterns: readonly Int32Array[];
	readonly wide: WideCounts;
	/** The sheet at hand: each dimension's score in units, −1 for none. */
	readonly units: Float64Array;
	/** Places of outward and inward among the dimensions; null when one is missing. */
	readonly balance: readonly [number, number] | null;
	readonly #totals = emptyTotals();

	constructor(layout: Layout, balance: BalanceDimensions) {
		this.layout = layout;
		this.at = placesOfSums(layout);
		this.table = new Int32Array(layout.flat.tableLength);
		this.patterns = layout.dimensions.map((dimension, d) => {
			if (!dimension.isTabled) return new Int32Array(0);
			const patterns = emptyPatterns(layout, dimension);
			const start = layout.flat.tables[d]!;
			this.table.set(patterns, start);
			return this.table.subarray(start, start + patterns.length);
		});
		this.wide = new WideCounts(layout);
		this.units = new Float64Array(layout.dimensions.length);
		this.balance = placesOfBalance(layout, balance);
	}

	/** The longest run of equal answers on a sheet; −1 when it is left out for that, and counted already. */
	admit(sums: Float64Array, bytes: Uint8Array, at: number, seconds: number): number {
		const longest = longestRun(this.layout, bytes, at);
		if (longest === 0) sums[this.at.empty]!++;
		if (longest < LONG_RUN || !this.#isLeftOut(bytes, at, longest, seconds)) return longest;
		sums[this.at.sheets]!++;
		sums[this.at.leftOut]!++;
		return -1;
	}

	/** Counts all about a sheet that was let in with this longest run. */
	count(cell: Cell, bytes: Uint8Array, at: number, longest: number, seconds: number): void {
		cell.sums[this.at.sheets]!++;
		this.#scoreDimensions(cell.counts, bytes, at);
		this.settle(cell.sums, this.#bits(bytes, at, longest, seconds));
	}

	/** The signs of careless answering of a sheet whose totals are known, packed as in `totals.ts`. */
	bitsOf(
		packedCounts: number,
		packedSums: number,
		bytes: Uint8Array,
		at: number,
		longest: number,
		seconds: number
	): number {
		unpackTotals(packedCounts, packedSums, this.#totals);
		return this.#bits(bytes, at, longest, seconds);
	}

	/** Adds the scores in `units`, of somebody with these signs. */
	settle(sums: Float64Array, bits: number): void {
		const overall = this.#sumScores(sums);
		if (bits) this.#countFlagged(sums, bits, overall);
		if (this.balance) this.#sumBalance(sums, this.balance);
	}

	/** A sheet of one answer only is counted as left out and nowhere else. */
	#isLeftOut(bytes: Uint8Array, at: number, longest: number, seconds: number): boolean {
		totalsOf(this.layout, bytes, at, this.#totals);
		const bits = this.#bits(bytes, at, longest, seconds);
		if (!leavesOut(bits)) return false;
		this.#countSigns(bits);
		return true;
	}

	#bits(bytes: Uint8Array, at: number, longest: number, seconds: number): number {
		const totals = this.#totals;
		totals.longest = longest;
		totals.seconds = seconds;
		if (seconds >= 0) totals.seen = seenItems(this.layout, bytes, at);
		return signBits(totals, this.layout.levels);
	}

	#countSigns(bits: number): void {
		for (let sign = 0; sign < this.signs.length; sign++) {
			if (bits & (1 << sign)) this.signs[sign]!++;
		}
	}

	#countFlagged(sums: Float64Array, bits: number, overall: number): void {
		const { flaggedScores, flagged } = this.at;
		const { units } = this;
		this.#countSigns(bits);
		sums[flagged]!++;
		for (let d = 0; d < units.length; d++) {
			if (units[d]! >= 0) addScore(sums, flaggedScores + d * SCORE_SUMS, units[d]!);
		}
		if (overall >= 0) addScore(sums, flaggedScores + units.length * SCORE_SUMS, overall);
	}

	/** Leaves each dimension's score in `units` and the totals in `#totals`, and counts answers on the way. */
	#scoreDimensions(counts: Uint32Array, sheet: Uint8Array, at: number): void {
		const { codes, flat } = this.layout;
		const { places, slots, ends, tables } = flat;
		const { table, units } = this;
		let packedCounts = 0;
		let packedSums = 0;
		let i = 0;
		for (let d = 0; d < ends.length; d++) {
			const end = ends[d]!;
			let pattern = 0;
			for (; i < end; i++) {
				const code = sheet[at + places[i]!]!;
				counts[slots[i]! + code]!++;
				pattern = pattern * codes + code;
			}
			if (tables[d]! < 0) {
				this.wide.count(this.layout.dimensions[d]!, sheet, at);
				units[d] = this.wide.units;
				packedCounts += this.wide.packedCounts;
				packedSums += this.wide.packedSums;
				continue;
			}
			const record = tables[d]! + pattern * FIELDS;
			table[record]!++;
			units[d] = table[record + 1]!;
			packedCounts += table[record + 2]!;
			packedSums += table[record + 3]!;
		}
		unpackTotals(packedCounts, packedSums, this.#totals);
	}

	/** Gives the overall in units; −1 for none. */
	#sumScores(sums: Float64Array): number {
		const { overallQuorum, overallKeys, overallShare, flat, spectrum, spectrumPlaces } =
			this.layout;
		const { keys, companions } = flat;
		const { units } = this;
		const { scores } = this.at;
		let scored = 0;
		let total = 0;
		let bits = 0;
		for (let s = 0; s < spectrum; s++) {
			const d = spectrumPlaces[s]!;
			if (units[d]! < 0) continue;
			scored++;
			total += units[d]!;
			bits |= keys[d]!;
		}
		const hasOverall = scored >= overallQuorum && bits === overallKeys;
		const overall = hasOverall ? total * overallShare[scored]! : -1;
		if (hasOverall) addScore(sums, scores + units.length * SCORE_SUMS, overall);
		if (scored === spectrum) this.#sumProfile(sums);
		else addScores(sums, scores, units, spectrumPlaces);
		addScores(sums, scores, units, companions);
		return overall;
	}

	#sumProfile(sums: Float64Array): void {
		const { spectrumPlaces, spectrum } = this.layout;
		const { units } = this;
		const at = this.at.profiles + 1;
		sums[at - 1]!++;
		let product = at + spectrum;
		for (let a = 0; a < spectrum; a++) {
			const value = units[spectrumPlaces[a]!]!;
			sums[at + a]! += value;
			for (let b = a; b < spectrum; b++) sums[product++]! += value * units[spectrumPlaces[b]!]!;
		}
	}

	#sumBalance(sums: Float64Array, [outward, inward]: readonly [number, number]): void {
		const a = this.units[outward]!;
		const b = this.units[inward]!;
		if (a < 0 || b < 0) return;
		const { balance } = this.at;
		sums[balance]!++;
		sums[balance + 1]! += a;
		sums[balance + 2]! += b;
		sums[balance + 3]! += a * a;
		sums[balance + 4]! += a * b;
		sums[balance + 5]! += b * b;
	}
}

function placesOfBalance({ dimensions }: Layout, pair: BalanceDimensions) {
	const place = (id: string) => dimensions.findIndex(({ dimension }) => dimension.id === id);
	const places = [place(pair.outward), place(pair.inward)] as const;
	return places.every((at) => at >= 0) ? places : null;
}

function addScores(sums: Float64Array, at: number, units: Float64Array, places: Int32Array): void {
	for (let i = 0; i < places.length; i++) {
		const d = places[i]!;
		if (units[d]! >= 0) addScore(sums, at + d * SCORE_SUMS, units[d]!);
	}
}

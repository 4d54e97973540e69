import { BALANCE_DIMENSIONS, type BalanceDimensions } from './balance-dimensions.ts';
import { LONG_RUN } from './careless.ts';
import { Kept, type KeptSheets } from './kept.ts';
import type { Layout } from './layout.ts';
import { emptyPatterns, FIELDS } from './patterns.ts';
import { CARELESS_SIGNS, leavesOut, signBits } from './signs.ts';
import {
	emptyTotals,
	longestRun,
	mayHoldRun,
	seenItems,
	totalsOf,
	unpackTotals
} from './totals.ts';
import { CellRoom } from './cell-room.ts';
import { WideCounts } from './wide-counts.ts';

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

/** All that a tally has counted, as data that can travel from one thread to another. */
export interface Counted {
	readonly cells: ReadonlyMap<string, Cell>;
	readonly signs: Float64Array;
	readonly patterns: readonly Int32Array[];
	readonly pairs: Uint32Array;
	readonly kept: KeptSheets;
}

/** Numbers that each score takes in `Sums.scores`. */
export const SCORE_SUMS = 3;

/**
 * What one lens answered, counted team by team: all that the analysis needs, in a size that does not grow
 * with people. Adding a sheet costs as many steps as it has items; tallies of different people can be merged
 * in any order and, where the layout is exact, give the same bits.
 */
export class Tally implements Counted {
	readonly layout: Layout;
	readonly at: Sums;
	readonly cells = new Map<string, Cell>();
	/** How many people have each sign of careless answering, in the order of `CARELESS_SIGNS`. */
	readonly signs = new Float64Array(CARELESS_SIGNS.length);
	/** For each dimension its table of patterns; empty where they are too many. */
	readonly patterns: readonly Int32Array[];
	readonly kept: Kept;
	readonly #balance: readonly [number, number] | null;
	/** The sheet at hand: each dimension's score and the overall in units, −1 for none, and the totals. */
	readonly #table: Int32Array;
	readonly #units: Float64Array;
	#overall = -1;
	readonly #totals = emptyTotals();
	readonly #wide: WideCounts;
	readonly #room: CellRoom;

	constructor(layout: Layout, balance: BalanceDimensions = BALANCE_DIMENSIONS) {
		this.layout = layout;
		this.at = placesOfSums(layout);
		this.#table = new Int32Array(layout.flat.tableLength);
		this.patterns = layout.dimensions.map((dimension, d) => {
			if (!dimension.isTabled) return new Int32Array(0);
			const patterns = emptyPatterns(layout, dimension);
			const start = layout.flat.tables[d]!;
			this.#table.set(patterns, start);
			return this.#table.subarray(start, start + patterns.length);
		});
		this.#wide = new WideCounts(layout);
		this.#room = new CellRoom(layout.items.length * layout.codes, this.at.length);
		this.kept = new Kept(layout.items.length);
		this.#balance = placesOfBalance(layout, balance);
		this.#units = new Float64Array(layout.dimensions.length);
	}

	/** For the dimensions without a table, joint counts of pairs of items as `LayoutDimension.pairsAt` says. */
	get pairs(): Uint32Array {
		return this.#wide.pairs;
	}

	/** The team's counts, made empty when this is the first we hear of it. */
	cell(team: string): Cell {
		const known = this.cells.get(team);
		if (known) return known;

		const cell = { team, index: this.cells.size, ...this.#room.take() };
		this.cells.set(team, cell);
		return cell;
	}

	/** Counts the sheet whose codes begin at `at`; `seconds` is how long it took, NaN when nobody knows. */
	add(cell: Cell, sheet: Uint8Array, at = 0, seconds = NaN): void {
		const { sums } = cell;
		sums[this.at.sheets]!++;
		const longest = mayHoldRun(this.layout, sheet, at) ? longestRun(this.layout, sheet, at) : 1;
		if (longest === 0) sums[this.at.empty]!++;
		if (longest >= LONG_RUN && this.#isLeftOut(sheet, at, longest, seconds)) {
			sums[this.at.leftOut]!++;
			return;
		}

		this.kept.add(cell.team, sheet, at);
		this.#scoreDimensions(cell.counts, sheet, at);
		this.#sumScores(sums);
		const bits = this.#signs(sheet, at, longest, seconds);
		if (bits) this.#countFlagged(sums, bits);
		if (this.#balance) this.#sumBalance(sums, this.#balance);
	}

	/**
	 * Counts many sheets that stand one after another, each with the index of its team's cell. Team by team,
	 * because going back and forth between thousands of cells costs more than counting.
	 */
	addAll(sheets: Uint8Array, cells: Uint32Array, count: number, seconds?: Float64Array): void {
		const { length } = this.layout.items;
		const byIndex = [...this.cells.values()];
		for (let start = 0; start < count; start += WINDOW) {
			const order = orderByCell(cells, start, Math.min(count, start + WINDOW), this.cells.size);
			for (const sheet of order) {
				const time = seconds ? seconds[sheet]! : NaN;
				this.add(byIndex[cells[sheet]!]!, sheets, sheet * length, time);
			}
		}
	}

	/** What was counted, without what counts. */
	counted(): Counted {
		const { cells, signs, patterns, pairs, kept } = this;
		const { teams, bytes, isComplete } = kept;
		return { cells, signs, patterns, pairs, kept: { teams, bytes, isComplete } };
	}

	/** Adds everything that another tally of the same layout counted. */
	merge(other: Counted): void {
		for (const cell of other.cells.values()) {
			const mine = this.cell(cell.team);
			addInto(mine.counts, cell.counts);
			addInto(mine.sums, cell.sums);
		}
		addInto(this.signs, other.signs);
		addInto(this.pairs, other.pairs);
		this.patterns.forEach((table, d) => {
			for (let at = 0; at < table.length; at += FIELDS) table[at]! += other.patterns[d]![at]!;
		});
		this.kept.merge(other.kept);
	}

	/** A sheet of one answer only is counted as left out and nowhere else. */
	#isLeftOut(sheet: Uint8Array, at: number, longest: number, seconds: number): boolean {
		totalsOf(this.layout, sheet, at, this.#totals);
		const bits = this.#signs(sheet, at, longest, seconds);
		if (!leavesOut(bits)) return false;
		this.#countSigns(bits);
		return true;
	}

	#countSigns(bits: number): void {
		for (let sign = 0; sign < this.signs.length; sign++) {
			if (bits & (1 << sign)) this.signs[sign]!++;
		}
	}

	#signs(sheet: Uint8Array, at: number, longest: number, seconds: number): number {
		const totals = this.#totals;
		totals.longest = longest;
		totals.seconds = seconds;
		if (seconds >= 0) totals.seen = seenItems(this.layout, sheet, at);
		return signBits(totals, this.layout.levels);
	}

	#countFlagged(sums: Float64Array, bits: number): void {
		const { dimensions } = this.layout;
		const { flaggedScores, flagged } = this.at;
		this.#countSigns(bits);
		sums[flagged]!++;
		for (let d = 0; d < dimensions.length; d++) {
			if (this.#units[d]! >= 0) addScore(sums, flaggedScores + d * SCORE_SUMS, this.#units[d]!);
		}
		if (this.#overall >= 0)
			addScore(sums, flaggedScores + dimensions.length * SCORE_SUMS, this.#overall);
	}

	/** Leaves each dimension's score in `#units` and the totals in `#totals`, and counts answers on the way. */
	#scoreDimensions(counts: Uint32Array, sheet: Uint8Array, at: number): void {
		const { codes, flat } = this.layout;
		const { places, slots, ends, tables } = flat;
		const table = this.#table;
		const units = this.#units;
		let packedCounts = 0;
		let packedSums = 0;
		let i = 0;
		for (let d = 0; d < ends.length; d++) {
			const end = ends[d]!;
			let pattern = 0;
			// Four items are the usual number; without a loop they take a tenth less time.
			if (end - i === 4) {
				const a = sheet[at + places[i]!]!;
				const b = sheet[at + places[i + 1]!]!;
				const c = sheet[at + places[i + 2]!]!;
				const e = sheet[at + places[i + 3]!]!;
				counts[slots[i]! + a]!++;
				counts[slots[i + 1]! + b]!++;
				counts[slots[i + 2]! + c]!++;
				counts[slots[i + 3]! + e]!++;
				pattern = ((a * codes + b) * codes + c) * codes + e;
				i = end;
			}
			for (; i < end; i++) {
				const code = sheet[at + places[i]!]!;
				counts[slots[i]! + code]!++;
				pattern = pattern * codes + code;
			}
			if (tables[d]! < 0) {
				this.#wide.count(this.layout.dimensions[d]!, sheet, at);
				units[d] = this.#wide.units;
				packedCounts += this.#wide.packedCounts;
				packedSums += this.#wide.packedSums;
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

	#sumScores(sums: Float64Array): void {
		const { overallQuorum, overallKeys, overallShare, flat, spectrum, spectrumPlaces } =
			this.layout;
		const { keys, companions } = flat;
		const units = this.#units;
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
		this.#overall = hasOverall ? total * overallShare[scored]! : -1;
		if (hasOverall) addScore(sums, scores + units.length * SCORE_SUMS, this.#overall);
		if (scored === spectrum) this.#sumProfile(sums);
		else addScores(sums, scores, units, spectrumPlaces);
		addScores(sums, scores, units, companions);
	}

	#sumProfile(sums: Float64Array): void {
		const { spectrumPlaces, spectrum } = this.layout;
		const units = this.#units;
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
		const a = this.#units[outward]!;
		const b = this.#units[inward]!;
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

const WINDOW = 2 ** 16;

/** A team that nobody answered from. */
export function emptyCell(
	{ layout, at }: Pick<Tally, 'layout' | 'at'>,
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

function placesOfSums({ dimensions, spectrum }: Layout): Sums {
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

function placesOfBalance({ dimensions }: Layout, pair: BalanceDimensions) {
	const place = (id: string) => dimensions.findIndex(({ dimension }) => dimension.id === id);
	const places = [place(pair.outward), place(pair.inward)] as const;
	return places.every((at) => at >= 0) ? places : null;
}

/** Counting sort: numbers of the sheets from `start` to `end`, those of the first cell first. */
function orderByCell(cells: Uint32Array, start: number, end: number, size: number): Uint32Array {
	const next = new Uint32Array(size + 1);
	for (let at = start; at < end; at++) next[cells[at]! + 1]!++;
	for (let cell = 1; cell <= size; cell++) next[cell]! += next[cell - 1]!;
	const order = new Uint32Array(end - start);
	for (let at = start; at < end; at++) order[next[cells[at]!]!++] = at;
	return order;
}

function addScore(sums: Float64Array, at: number, units: number): void {
	sums[at]!++;
	sums[at + 1]! += units;
	sums[at + 2]! += units * units;
}

function addScores(sums: Float64Array, at: number, units: Float64Array, places: Int32Array): void {
	for (let i = 0; i < places.length; i++) {
		const d = places[i]!;
		if (units[d]! >= 0) addScore(sums, at + d * SCORE_SUMS, units[d]!);
	}
}

function addInto(into: Float64Array | Uint32Array, from: Float64Array | Uint32Array): void {
	for (let at = 0; at < from.length; at++) into[at]! += from[at]!;
}

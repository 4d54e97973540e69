import { BALANCE_DIMENSIONS, type BalanceDimensions } from './balance-dimensions.ts';
import { CellRoom } from './cell-room.ts';
import type { Cell, Sums } from './cell.ts';
import { Kept, type KeptSheets } from './kept.ts';
import type { Layout } from './layout.ts';
import { FIELDS } from './patterns.ts';
import { SheetCounter } from './sheet-counter.ts';
import { countsInWindows, WindowCounter } from './window-counter.ts';

export type { Cell } from './cell.ts';

/** All that a tally has counted, as data that can travel from one thread to another. */
export interface Counted {
	readonly cells: ReadonlyMap<string, Cell>;
	readonly signs: Float64Array;
	readonly patterns: readonly Int32Array[];
	readonly pairs: Uint32Array;
	readonly kept: KeptSheets;
}

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
	readonly signs: Float64Array;
	/** For each dimension its table of patterns; empty where they are too many. */
	readonly patterns: readonly Int32Array[];
	/** For the dimensions without a table, joint counts of pairs of items as `LayoutDimension.pairsAt` says. */
	readonly pairs: Uint32Array;
	readonly kept: Kept;
	readonly #counter: SheetCounter;
	readonly #room: CellRoom;

	constructor(layout: Layout, balance: BalanceDimensions = BALANCE_DIMENSIONS) {
		const counter = new SheetCounter(layout, balance);
		this.layout = layout;
		this.at = counter.at;
		this.signs = counter.signs;
		this.patterns = counter.patterns;
		this.pairs = counter.wide.pairs;
		this.kept = new Kept(layout.items.length);
		this.#counter = counter;
		this.#room = new CellRoom(layout.items.length * layout.codes, this.at.length);
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
		const longest = this.#counter.admit(cell.sums, sheet, at, seconds);
		if (longest < 0) return;
		this.kept.add(cell.team, sheet, at);
		this.#counter.count(cell, sheet, at, longest, seconds);
	}

	/**
	 * Counts many sheets that stand one after another, each with the index of its team's cell. From some hundreds on
	 * it takes a third of the time that `add` takes for each, in whichever order teams come.
	 */
	addAll(sheets: Uint8Array, cells: Uint32Array, count: number, seconds?: Float64Array): void {
		const byIndex = [...this.cells.values()];
		if (count >= FEWEST_FOR_WINDOWS && countsInWindows(this.layout)) {
			const windows = new WindowCounter(this.#counter, this.kept, byIndex, count);
			return windows.count({ bytes: sheets, cells, seconds }, count);
		}
		const { length } = this.layout.items;
		for (let sheet = 0; sheet < count; sheet++) {
			this.add(byIndex[cells[sheet]!]!, sheets, sheet * length, seconds?.[sheet]);
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
}

/** Below, a call is not worth the room that a window needs. */
const FEWEST_FOR_WINDOWS = 256;

function addInto(into: Float64Array | Uint32Array, from: Float64Array | Uint32Array): void {
	for (let at = 0; at < from.length; at++) into[at]! += from[at]!;
}

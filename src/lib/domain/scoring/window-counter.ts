import { countAnswers, MOST_IN_A_RUN, type Run } from './answer-counts.ts';
import { SCORE_SUMS, type Cell } from './cell.ts';
import type { Kept } from './kept.ts';
import type { Layout } from './layout.ts';
import { addBalance, addProfiles, addScores } from './profile-sums.ts';
import { mayHoldRun } from './run-screen.ts';
import { BLOCK, ScoreColumns } from './score-columns.ts';
import type { SheetCounter } from './sheet-counter.ts';
import { TeamOrder, type Sheets } from './team-order.ts';

/** Sheets that are put in order together: enough that teams have many of them, few enough for little memory. */
const WINDOW = 2 ** 17;

/** Whether the layout's sheets can be counted many at a time: all scores come from tables, in whole numbers. */
export function countsInWindows({ dimensions, isExact, spectrum }: Layout): boolean {
	return isExact && spectrum > 0 && dimensions.every(({ isTabled }) => isTabled);
}

/**
 * Counts many sheets together, and gives what `SheetCounter` gives one by one: a third of the time. Sums are of whole
 * numbers, so that the order in which they are added up does not show.
 */
export class WindowCounter {
	readonly #counter: SheetCounter;
	readonly #kept: Kept;
	/** By index. */
	readonly #cells: readonly Cell[];
	readonly #order: TeamOrder;
	readonly #columns: ScoreColumns;
	/** By sheet of the block. */
	readonly #longest = new Uint16Array(BLOCK);

	/** For up to `most` sheets at a time. */
	constructor(counter: SheetCounter, kept: Kept, cells: readonly Cell[], most: number) {
		this.#counter = counter;
		this.#kept = kept;
		this.#cells = cells;
		this.#order = new TeamOrder(counter.layout.items.length, Math.min(most, WINDOW));
		this.#columns = new ScoreColumns(counter.layout);
	}

	count(sheets: Sheets, count: number): void {
		for (let start = 0; start < count; start += this.#order.room) {
			const end = Math.min(count, start + this.#order.room);
			this.#order.fill(sheets, start, end, this.#cells.length);
			for (let block = 0; block < end - start; block += BLOCK)
				this.#countBlock(block, Math.min(end - start, block + BLOCK));
		}
	}

	#countBlock(start: number, last: number): void {
		const order = this.#order;
		const cells = this.#cells;
		const end = this.#admit(start, last);
		this.#columns.fill(order, { start, end }, this.#counter.table);
		let first = start;
		for (let at = start + 1; at <= end; at++) {
			if (at < end && order.cells[at] === order.cells[first] && at - first < MOST_IN_A_RUN)
				continue;
			this.#countRun({ start: first, end: at }, cells[order.cells[first]!]!, start);
			first = at;
		}
	}

	/** Gives where the block ends, once the sheets that are left out have made room for those behind them. */
	#admit(start: number, last: number): number {
		const order = this.#order;
		const cells = this.#cells;
		let end = start;
		for (let sheet = start; sheet < last; sheet++) {
			const longest = mayHoldRun(order, sheet, this.#counter.layout)
				? this.#admitOne(sheet, cells[order.cells[sheet]!]!)
				: 1;
			if (longest < 0) continue;
			if (end < sheet) order.move(sheet, end);
			this.#longest[end - start] = longest;
			end++;
		}
		return end;
	}

	#admitOne(sheet: number, { sums }: Cell): number {
		const order = this.#order;
		return this.#counter.admit(sums, order.bytes, sheet * order.bytesEach, order.secondsOf(sheet));
	}

	#countRun(run: Run, { team, counts, sums }: Cell, block: number): void {
		const { layout, at, balance } = this.#counter;
		const columns = this.#columns;
		if (this.#kept.isComplete) this.#keep(run, team);
		countAnswers(this.#order, run, counts, layout.codes);
		const people = this.#settle(run, sums, block);
		sums[at.sheets]! += run.end - run.start;
		sums[at.profiles]! += people;
		const within = { start: run.start - block, end: run.end - block };
		addProfiles(columns.units, layout.spectrum, within, sums, at.profiles + 1);
		for (const d of layout.flat.companions)
			addScores(columns, d, within, sums, at.scores + d * SCORE_SUMS);
		if (balance) addBalance(columns, balance, within, sums, at.balance);
	}

	#keep({ start, end }: Run, team: string): void {
		const { bytes, bytesEach } = this.#order;
		for (let sheet = start; sheet < end; sheet++) this.#kept.add(team, bytes, sheet * bytesEach);
	}

	/**
	 * Looks at a run's people one by one. Those without a whole profile, and those with signs of careless answering, are
	 * counted alone and have zeros in the columns afterwards; of the others, gives how many they are.
	 */
	#settle({ start, end }: Run, sums: Float64Array, block: number): number {
		const { layout, at } = this.#counter;
		const share = layout.overallShare[layout.spectrum]!;
		let [people, sum, squares] = [0, 0, 0];
		for (let sheet = start; sheet < end; sheet++) {
			const bits = this.#bits(sheet, sheet - block);
			const total = this.#columns.total(sheet - block);
			if (bits || total < 0) {
				this.#settleAlone(sums, bits, sheet - block);
				continue;
			}
			const overall = total * share;
			people++;
			sum += overall;
			squares += overall * overall;
		}
		const overallAt = at.scores + layout.dimensions.length * SCORE_SUMS;
		sums[overallAt]! += people;
		sums[overallAt + 1]! += sum;
		sums[overallAt + 2]! += squares;
		return people;
	}

	#bits(sheet: number, at: number): number {
		const order = this.#order;
		return this.#counter.bitsOf(
			this.#columns.packedCounts[at]!,
			this.#columns.packedSums[at]!,
			order.bytes,
			sheet * order.bytesEach,
			this.#longest[at]!,
			order.secondsOf(sheet)
		);
	}

	#settleAlone(sums: Float64Array, bits: number, sheet: number): void {
		this.#columns.take(sheet, this.#counter.units);
		this.#counter.settle(sums, bits);
	}
}

import { openSync, readSync } from 'node:fs';
import type { Instrument } from '../../lib/domain/instrument/instrument.ts';
import { BadRows } from './bad-rows.ts';
import type { Columns } from './columns.ts';
import { fileProblem } from './files.ts';
import type { Options } from './options.ts';
import { Problem } from './problem.ts';
import { LINE_FEED, QUOTE, readWholeRows } from './rows.ts';
import { SheetReader } from './sheet-reader.ts';

/** What every thread needs to know to read its share of a file. */
export interface Plan {
	path: string;
	instrument: Instrument;
	options: Options;
	columns: Columns;
	delimiter: number;
	/** Where the first row after the header begins, and where the file ends. */
	from: number;
	size: number;
	/** Shared by all threads; see `NEXT` and `STOPPED`. */
	state: Int32Array;
}

/** Places in the shared state: the next part that nobody reads yet, and whether to give up reading in parts. */
const NEXT = 0;
const STOPPED = 1;
export const STATE_BYTES = 8;

/** What one part of the file held, besides sheets. */
export interface PartRead {
	part: number;
	rows: number;
	bad: Pick<BadRows, 'count' | 'told'>;
	/** Why the whole file cannot be read. */
	problem?: { exitCode: number; message: string };
}

/** Few enough parts to be worth their trouble, enough that all threads end at about the same time. */
const PART_BYTES = 2 ** 22;
/** Longer rows than this may not be found whole. */
const ROW_BYTES = 2 ** 16;

/**
 * Reads the parts of a file that no other thread has taken yet, one after another. A row belongs to the part that
 * the line feed before it lies in. As long as there is no quote, every line feed ends a row; the first quote
 * or endless row stops all threads, and `isStopped` says that the file must be read in order.
 */
export class PartReader {
	readonly sheets: SheetReader;
	readonly parts: PartRead[] = [];
	readonly #plan: Plan;
	readonly #file: number;
	readonly #buffer = new Uint8Array(PART_BYTES + ROW_BYTES);

	constructor(plan: Plan) {
		this.#plan = plan;
		this.#file = openSync(plan.path, 'r');
		this.sheets = new SheetReader(plan.instrument, plan.columns, plan.options);
	}

	get isStopped(): boolean {
		return Atomics.load(this.#plan.state, STOPPED) !== 0;
	}

	/** Reads until nothing is left; `look` hears how many bytes have been taken by all threads. */
	readAll(look: (bytes: number) => void = () => {}): void {
		const { from, size, state } = this.#plan;
		while (!this.isStopped && this.parts.at(-1)?.problem === undefined) {
			const part = Atomics.add(state, NEXT, 1);
			if (from + part * PART_BYTES >= size) return;
			const bytes = this.#rowsOf(part);
			if (!bytes || bytes.includes(QUOTE)) return void Atomics.store(state, STOPPED, 1);
			this.parts.push(this.#read(part, bytes));
			look(Math.min(size, from + (part + 1) * PART_BYTES));
		}
	}

	#read(part: number, bytes: Uint8Array): PartRead {
		const bad = new BadRows();
		try {
			const { delimiter } = this.#plan;
			const rows = readWholeRows(bytes, delimiter, (row) => bad.add(this.sheets.read(row)));
			return { part, rows, bad: { count: bad.count, told: bad.told } };
		} catch (problem) {
			if (!(problem instanceof Problem)) throw problem;
			const { exitCode, message } = problem;
			return { part, rows: 0, bad, problem: { exitCode, message } };
		}
	}

	/** The bytes of the rows that belong to a part, good until the next part; null for a row that does not end. */
	#rowsOf(part: number): Uint8Array | null {
		const { from, size } = this.#plan;
		const start = from + part * PART_BYTES - 1;
		const bytes = this.#bytesFrom(start);
		const before = part === 0 ? 0 : bytes.indexOf(LINE_FEED);
		const isLast = start + 1 + PART_BYTES >= size;
		if (before < 0 || (before >= PART_BYTES && !isLast)) return bytes.subarray(0, 0);
		if (isLast) return bytes.subarray(before + 1);
		const last = bytes.indexOf(LINE_FEED, PART_BYTES);
		return last < 0 ? null : bytes.subarray(before + 1, last + 1);
	}

	#bytesFrom(start: number): Uint8Array {
		const { path } = this.#plan;
		let filled = 0;
		try {
			while (filled < this.#buffer.length) {
				const room = this.#buffer.length - filled;
				const read = readSync(this.#file, this.#buffer, filled, room, start + filled);
				if (read === 0) break;
				filled += read;
			}
		} catch (problem) {
			throw fileProblem('read', path, problem);
		}
		return this.#buffer.subarray(0, filled);
	}
}

import { openSync, readSync } from 'node:fs';
import type { Instrument } from '../../lib/domain/instrument/instrument.ts';
import { BadRows } from './bad-rows.ts';
import type { Columns } from './columns.ts';
import { fileProblem } from './files.ts';
import type { Options } from './options.ts';
import { quotesIn, rowsOfPart } from './part-rows.ts';
import { PartsState } from './parts-state.ts';
import { Problem } from './problem.ts';
import { readWholeRows } from './rows.ts';
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
	/** Shared by all threads. */
	state: Int32Array;
}

/** What one part of the file held, besides sheets. */
export interface PartRead {
	part: number;
	rows: number;
	bad: Pick<BadRows, 'count' | 'told'>;
	/** Why the whole file cannot be read. */
	problem?: { exitCode: number; message: string };
}

/** Few enough parts to be worth their trouble, enough that all threads end at about the same time. */
const PART_BYTES = 2 ** 20;
/** Longer rows than this may not be found whole. */
const ROW_BYTES = 2 ** 16;

export function partsOf({ from, size }: Pick<Plan, 'from' | 'size'>): number {
	return Math.ceil((size - from) / PART_BYTES);
}

/**
 * Reads the parts of a file that no other thread has taken yet, one after another, into sheets. A part that cannot be read
 * by itself stops all threads, and `isStopped` says that the file must be read in order.
 */
export class PartReader {
	readonly sheets: SheetReader;
	readonly parts: PartRead[] = [];
	readonly #plan: Plan;
	readonly #state: PartsState;
	readonly #file: number;
	readonly #buffer = new Uint8Array(PART_BYTES + ROW_BYTES);

	constructor(plan: Plan) {
		this.#plan = plan;
		this.#state = new PartsState(plan.state);
		this.#file = openSync(plan.path, 'r');
		this.sheets = new SheetReader(plan.instrument, plan.columns, plan.options);
	}

	get isStopped(): boolean {
		return this.#state.isStopped;
	}

	/** Reads until nothing is left; `look` hears how many bytes have been taken by all threads. */
	readAll(look: (bytes: number) => void = () => {}): void {
		const { from, size } = this.#plan;
		const parts = partsOf(this.#plan);
		try {
			while (!this.isStopped && this.parts.at(-1)?.problem === undefined) {
				const part = this.#state.takePart();
				if (part >= parts) return;
				const read = this.#read(part, part === parts - 1);
				if (!read) return this.#state.stop();
				this.parts.push(read);
				look(Math.min(size, from + (part + 1) * PART_BYTES));
			}
		} catch (problem) {
			// Other threads may wait for what this one was about to say.
			this.#state.stop();
			throw problem;
		}
	}

	/** Null for a part that cannot be read by itself. */
	#read(part: number, isLast: boolean): PartRead | null {
		const bytes = this.#rowsOf(part, isLast);
		const bad = new BadRows();
		if (!bytes) return null;
		try {
			const rows = readWholeRows(bytes, this.#plan.delimiter, {
				singles: this.sheets.singles,
				take: (row) => bad.add(this.sheets.read(row))
			});
			return rows === null ? null : { part, rows, bad };
		} catch (problem) {
			if (!(problem instanceof Problem)) throw problem;
			const { exitCode, message } = problem;
			return { part, rows: 0, bad, problem: { exitCode, message } };
		}
	}

	/** The rows that belong to a part, good until the next part; null when they cannot be found. */
	#rowsOf(part: number, isLast: boolean): Uint8Array | null {
		// From the byte before the part, which may end a row.
		const bytes = this.#bytesFrom(this.#plan.from + part * PART_BYTES - 1);
		const end = isLast ? bytes.length : PART_BYTES;
		const isOdd = quotesIn(bytes.subarray(0, end)) % 2 === 1;
		const isQuoted = this.#state.beginsQuoted(part, isOdd);
		if (isQuoted === null) return null;
		return rowsOfPart({ bytes, end, isQuoted, isOdd, isFirst: part === 0, isLast });
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

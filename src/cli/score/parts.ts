import { openSync, readSync, closeSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Instrument } from '../../lib/domain/instrument/instrument.ts';
import { layoutOf } from '../../lib/domain/scoring/layout.ts';
import type { AnswersRead } from './answers.ts';
import { BadRows } from './bad-rows.ts';
import { findColumns, linksPeople } from './columns.ts';
import { fileProblem, type Source } from './files.ts';
import type { Options } from './options.ts';
import { PartReader, partsOf, type PartRead, type Plan } from './part-reader.ts';
import { PartsState } from './parts-state.ts';
import type { ShareRead } from './part-worker.ts';
import { Problem } from './problem.ts';
import type { Progress } from './progress.ts';
import { readHeader } from './rows.ts';

/** Smaller files are read before another thread has started. */
const FROM_BYTES = 2 ** 24;
/** More threads wait for memory rather than count. */
const MOST_THREADS = 8;
const HEADER_BYTES = 2 ** 20;

/**
 * Reads a large file in parts, in several threads at once, to the same counts and the same problems as in order.
 * Null for what must be read in order: standard input, small files, very long rows, quotes that do not pair, codes of people,
 * instruments whose sums depend on their order, and machines with one processor.
 */
export async function readInParts(
	{ path, size }: Source,
	instrument: Instrument,
	options: Options,
	{ progress, loading }: { progress: Progress; loading: Promise<unknown> }
): Promise<AnswersRead | null> {
	const threads = Math.min(MOST_THREADS, availableParallelism());
	if (threads < 2 || size === null || size < FROM_BYTES) return null;
	const helpers = Array.from({ length: threads - 1 }, () => new Helper());
	try {
		const plan = planFor(path, size, instrument, options);
		if (!plan) return null;
		const shares = helpers.map((helper) => helper.read(plan));
		await loading;
		const reader = new PartReader(plan);
		reader.readAll((bytes) => progress.show(bytes, null));
		const others = await Promise.all(shares);
		if (reader.isStopped) return null;

		const bad = badRowsOf([reader.parts, ...others.map(({ parts }) => parts)].flat());
		for (const { views } of others) reader.sheets.merge(views);
		return { answers: reader.sheets.answers(), bad };
	} finally {
		for (const helper of helpers) helper.end();
	}
}

/** Null when the file cannot be read in parts. */
function planFor(
	path: string,
	size: number,
	instrument: Instrument,
	options: Options
): Plan | null {
	const header = countsExactly(instrument) ? readHeader(firstBytes(path)) : null;
	if (!header) return null;
	const columns = findColumns(instrument, header.cells, options);
	if (linksPeople(columns, options)) return null;
	const { delimiter, end: from } = header;
	const state = PartsState.memoryFor(partsOf({ from, size }));
	return { path, size, instrument, options, columns, delimiter, from, state };
}

function countsExactly(instrument: Instrument): boolean {
	return Object.keys(instrument.forms).every((form) => layoutOf(instrument, form).isExact);
}

function firstBytes(path: string): Uint8Array {
	try {
		const file = openSync(path, 'r');
		const bytes = new Uint8Array(HEADER_BYTES);
		const read = readSync(file, bytes, 0, HEADER_BYTES, 0);
		closeSync(file);
		return bytes.subarray(0, read);
	} catch (problem) {
		throw fileProblem('read', path, problem);
	}
}

/** Another thread. It starts at once, and waits for something to read. */
class Helper {
	readonly #worker = new Worker(new URL('part-worker.ts', import.meta.url));

	read(plan: Plan): Promise<ShareRead> {
		return new Promise((resolve, reject) => {
			this.#worker.once('message', resolve);
			this.#worker.once('error', reject);
			this.#worker.postMessage(plan);
		});
	}

	end(): void {
		void this.#worker.terminate();
	}
}

/** The bad rows of all parts as if they had been read in order. Throws the first problem that ends reading. */
function badRowsOf(parts: PartRead[]): BadRows {
	const all = new BadRows();
	let rowsBefore = 1;
	for (const { rows, bad, problem } of parts.sort((a, b) => a.part - b.part)) {
		if (problem) throw new Problem(problem.exitCode, problem.message);
		all.append(bad, rowsBefore);
		rowsBefore += rows;
	}
	return all;
}

import { openSync, readSync, closeSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Instrument } from '../../lib/domain/instrument/instrument.ts';
import { layoutOf } from '../../lib/domain/scoring/layout.ts';
import type { AnswersRead } from './answers.ts';
import { BadRows } from './bad-rows.ts';
import { findColumns } from './columns.ts';
import { fileProblem, type Source } from './files.ts';
import type { Options } from './options.ts';
import { PartReader, STATE_BYTES, type PartRead, type Plan } from './part-reader.ts';
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
 * Null for what must be read in order: standard input, small files, quotes, very long rows, instruments whose sums
 * depend on their order, and machines with one processor.
 */
export async function readInParts(
	{ path, size }: Source,
	instrument: Instrument,
	options: Options,
	{ progress, loading }: { progress: Progress; loading: Promise<unknown> }
): Promise<AnswersRead | null> {
	const threads = Math.min(MOST_THREADS, availableParallelism());
	if (threads < 2 || size === null || size < FROM_BYTES || !countsExactly(instrument)) return null;
	const header = readHeader(firstBytes(path));
	if (!header) return null;

	const plan: Plan = {
		path,
		size,
		instrument,
		options,
		columns: findColumns(instrument, header.cells, options),
		delimiter: header.delimiter,
		from: header.end,
		state: new Int32Array(new SharedArrayBuffer(STATE_BYTES))
	};
	const shares = Array.from({ length: threads - 1 }, () => shareOf(plan));
	await loading;
	const reader = new PartReader(plan);
	reader.readAll((bytes) => progress.show(bytes, null));
	const others = await Promise.all(shares);
	if (reader.isStopped) return null;

	const bad = badRowsOf([reader.parts, ...others.map(({ parts }) => parts)].flat());
	for (const { views } of others) reader.sheets.merge(views);
	return { answers: reader.sheets.answers(), bad };
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

function shareOf(plan: Plan): Promise<ShareRead> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(new URL('part-worker.ts', import.meta.url), { workerData: plan });
		worker.once('message', resolve);
		worker.once('error', reject);
	});
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

import type { Instrument } from '../../lib/domain/instrument/instrument.ts';
import { BadRows } from './bad-rows.ts';
import { findColumns } from './columns.ts';
import type { Source } from './files.ts';
import type { Options } from './options.ts';
import { readInParts } from './parts.ts';
import { EXIT, Problem } from './problem.ts';
import { Progress } from './progress.ts';
import type { Row } from './row.ts';
import { readRows } from './rows.ts';
import { SheetReader, type RoundAnswers } from './sheet-reader.ts';

/** What was answered, and the rows that are no answers. */
export interface AnswersRead {
	answers: RoundAnswers;
	bad: BadRows;
}

/**
 * Counts every row of the file. Throws a Problem when rows are bad and nobody asked to skip them. `loading` is what
 * else this thread has to do while others read.
 */
export async function readAnswers(
	source: Source,
	instrument: Instrument,
	options: Options,
	loading: Promise<unknown>
): Promise<RoundAnswers> {
	const progress = new Progress(source.size, options.quiet);
	const { answers, bad } =
		(await readInParts(source, instrument, options, { progress, loading })) ??
		(await readInOrder(source, instrument, options, progress));
	progress.clear();
	if (bad.count > 0 && !options.skipBadRows) throw new Problem(EXIT.data, bad.refusal());
	if (bad.count > 0) process.stderr.write(`${bad.skipped(options.publish !== undefined)}\n`);
	return answers;
}

async function readInOrder(
	source: Source,
	instrument: Instrument,
	options: Options,
	progress: Progress
): Promise<AnswersRead> {
	const bad = new BadRows();
	let sheets: SheetReader | null = null;

	await readRows(source.pieces, (header) => {
		const reader = (sheets = new SheetReader(
			instrument,
			findColumns(instrument, header, options),
			options
		));
		const take = (row: Row) => {
			bad.add(reader.read(row));
			if (row.number % ROWS_PER_LOOK === 0) progress.show(source.readSoFar(), row.number - 1);
		};
		return { singles: reader.singles, take };
	});
	if (!sheets) throw new Problem(EXIT.data, 'The file is empty. Expected a header line.');
	return { answers: (sheets as SheetReader).answers(), bad };
}

/** Asking the clock at every row would cost more than the row. */
const ROWS_PER_LOOK = 4096;

import type { LensTally } from '../../lib/domain/analysis/lens-gaps.ts';
import type { Instrument } from '../../lib/domain/instrument/instrument.ts';
import { findColumns } from './columns.ts';
import type { Source } from './files.ts';
import type { Options } from './options.ts';
import { EXIT, Problem } from './problem.ts';
import { Progress } from './progress.ts';
import { readRows, type Row } from './rows.ts';
import { SheetReader, type BadCell } from './sheet-reader.ts';

/** Problems that are told one by one; more are only counted. */
const MOST_TOLD = 1000;

/** Counts every row of the file. Throws a Problem when rows are bad and nobody asked to skip them. */
export async function readAnswers(
	source: Source,
	instrument: Instrument,
	options: Options
): Promise<LensTally[]> {
	const progress = new Progress(source.size, options.quiet);
	const bad = new BadRows();
	let reader: SheetReader | null = null;

	await readRows(source.pieces, (row) => {
		if (!reader) {
			reader = new SheetReader(
				instrument,
				findColumns(instrument, headersOf(row), options),
				options
			);
			return;
		}
		bad.add(reader.read(row));
		if (row.number % ROWS_PER_LOOK === 0) progress.show(source.readSoFar(), row.number - 1);
	});
	progress.clear();
	if (!reader) throw new Problem(EXIT.data, 'The file is empty. Expected a header line.');
	if (bad.count > 0 && !options.skipBadRows) throw new Problem(EXIT.data, bad.refusal());
	if (bad.count > 0) process.stderr.write(`${bad.skipped(options.publish !== undefined)}\n`);
	return (reader as SheetReader).lenses();
}

/** Asking the clock at every row would cost more than the row. */
const ROWS_PER_LOOK = 4096;

function headersOf(row: Row): string[] {
	return Array.from({ length: row.cells }, (_, cell) => row.text(cell));
}

class BadRows {
	count = 0;
	readonly #told: BadCell[] = [];

	add(cell: BadCell | null): void {
		if (!cell) return;
		this.count++;
		if (this.#told.length < MOST_TOLD) this.#told.push(cell);
	}

	refusal(): string {
		return [
			...this.#lines(),
			`${rows(this.count)} cannot be read. Correct the file, or leave them out with --skip-bad-rows.`
		].join('\n');
	}

	/** What people wrote stays out of what may be passed on. */
	skipped(isPublished: boolean): string {
		if (isPublished) return `Skipped ${rows(this.count)}.`;
		return [`Skipped ${rows(this.count)}:`, ...this.#lines()].join('\n');
	}

	#lines(): string[] {
		const lines = this.#told.map(
			({ row, column, value, expected }) =>
				`Row ${row}, column ${column}: “${shortened(value)}” cannot be read. Expected ${expected}.`
		);
		const more = this.count - this.#told.length;
		return more > 0 ? [...lines, `… and ${more} more`] : lines;
	}
}

function rows(count: number): string {
	return count === 1 ? '1 row' : `${count.toLocaleString('en')} rows`;
}

function shortened(value: string): string {
	return value.length > 60 ? `${value.slice(0, 60)}…` : value;
}

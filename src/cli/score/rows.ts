import { CARRIAGE_RETURN, COMMA, LINE_FEED, QUOTE, SEMICOLON, TAB } from './bytes.ts';
import { PlainCells, type Singles } from './plain-cells.ts';
import { EXIT, Problem } from './problem.ts';
import { Row } from './row.ts';

const DELIMITERS = [COMMA, SEMICOLON, TAB];

/** What takes the rows below a header. */
export interface RowTaker {
	singles: Singles;
	take(row: Row): void;
}

/**
 * Reads a table of comma-, semicolon- or tab-separated values, with quotes, in UTF-8 or else Latin-1, row by row.
 * `begin` hears the cells of the header, the first row; it never does when there is none.
 *
 * Made for millions of rows of short cells: only cells that are asked for become text. The delimiter is the one
 * that the header line has most of. Throws a Problem for UTF-16 and for a quote that is never closed.
 */
export async function readRows(
	pieces: AsyncIterable<Uint8Array>,
	begin: (header: string[]) => RowTaker
): Promise<void> {
	const reader = new RowReader();
	const { row } = reader;
	const read = (piece: Uint8Array, isLast: boolean) => {
		row.bytes = joined(row.bytes, piece);
		if (!reader.hasBegun) {
			const header = readHeader(row.bytes, isLast);
			if (!header) return;
			row.number = 1;
			row.bytes = row.bytes.subarray(header.end);
			reader.begin(begin(header.cells), header.delimiter);
		}
		reader.read(isLast);
	};
	for await (const piece of pieces) read(piece, false);
	read(new Uint8Array(0), true);
	if (row.bytes.length > 0)
		throw new Problem(EXIT.data, `Row ${row.number + 1}: a quote is never closed.`);
}

/** The header line of a table, and how to read on. */
export interface Header {
	cells: string[];
	delimiter: number;
	/** Where the next row begins. */
	end: number;
}

/**
 * The header of a table that begins with these bytes; null when they do not hold all of it, or nothing. Throws a Problem for
 * UTF-16.
 */
export function readHeader(bytes: Uint8Array, isAll = false): Header | null {
	const start = afterMark(bytes);
	if (start === bytes.length) return null;
	const row = new Row(bytes);
	row.delimiter = delimiterOf(bytes, start);
	const end = row.find(start, isAll);
	return end < 0 ? null : { cells: row.texts(), delimiter: row.delimiter, end };
}

/**
 * Reads whole rows of a table whose header is known; their numbers start at 1. Says how many they were, or null when the
 * last one ends inside of quotes.
 */
export function readWholeRows(
	bytes: Uint8Array,
	delimiter: number,
	taker: RowTaker
): number | null {
	const reader = new RowReader(bytes);
	reader.begin(taker, delimiter);
	reader.read(true);
	return reader.row.bytes.length > 0 ? null : reader.row.number;
}

class RowReader {
	readonly row: Row;
	#taker: RowTaker | null = null;
	#plain: PlainCells | null = null;

	constructor(bytes: Uint8Array = new Uint8Array(0)) {
		this.row = new Row(bytes);
	}

	get hasBegun(): boolean {
		return this.#taker !== null;
	}

	begin(taker: RowTaker, delimiter: number): void {
		const { singles } = taker;
		this.row.delimiter = delimiter;
		this.#taker = taker;
		// In a table of one column, an empty line is a row without cells.
		this.#plain = singles.isSingle.length > 1 ? new PlainCells(singles, delimiter) : null;
	}

	/** Takes all rows that are complete, and keeps what is left for the next piece. */
	read(isLast: boolean): void {
		const { row } = this;
		const { length } = row.bytes;
		const lastLineFeed = row.bytes.lastIndexOf(LINE_FEED);
		let at = 0;
		while (at < length) {
			let next = this.#plain && at < lastLineFeed ? row.findPlain(at, this.#plain) : -1;
			if (next < 0) next = row.find(at, isLast);
			if (next < 0) break;
			row.number++;
			this.#taker!.take(row);
			at = next;
		}
		row.bytes = row.bytes.subarray(at);
	}
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
	if (a.length === 0) return b;
	const both = new Uint8Array(a.length + b.length);
	both.set(a);
	both.set(b, a.length);
	return both;
}

/** Where the text begins, after a byte order mark. */
function afterMark(bytes: Uint8Array): number {
	const [a, b, c] = bytes;
	if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
		throw new Problem(EXIT.data, 'The file is in UTF-16. Save it as CSV in UTF-8.');
	return a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0;
}

function delimiterOf(bytes: Uint8Array, from: number): number {
	const counts = DELIMITERS.map(() => 0);
	let isQuoted = false;
	for (let at = from; at < bytes.length; at++) {
		if (bytes[at] === QUOTE) isQuoted = !isQuoted;
		if (isQuoted) continue;
		if (bytes[at] === LINE_FEED || bytes[at] === CARRIAGE_RETURN) break;
		const delimiter = DELIMITERS.indexOf(bytes[at]!);
		if (delimiter >= 0) counts[delimiter]!++;
	}
	return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

import { EXIT, Problem } from './problem.ts';

export const QUOTE = 34;
export const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const DELIMITERS = [',', ';', '\t'].map((character) => character.charCodeAt(0));

/** One row of a table, as places in the bytes that were read. Good until the next row. */
export interface Row {
	/** As a spreadsheet numbers it: the header is row 1. */
	number: number;
	cells: number;
	bytes: Uint8Array;
	/** Where each cell begins and ends, without its quotes. */
	starts: Int32Array;
	ends: Int32Array;
	/** The cell's text; empty for a cell that the row does not have. */
	text(cell: number): string;
}

/**
 * Reads a table of comma-, semicolon- or tab-separated values, with quotes, in UTF-8 or else Latin-1, row by row.
 *
 * Made for millions of rows of short cells: only cells that are asked for become text. The delimiter is the one
 * that the header line has most of. Throws a Problem for UTF-16 and for a quote that is never closed.
 */
export async function readRows(
	pieces: AsyncIterable<Uint8Array>,
	take: (row: Row) => void
): Promise<void> {
	const reader = new RowReader(take);
	for await (const piece of pieces) reader.read(piece, false);
	reader.read(new Uint8Array(0), true);
}

/** The header line of a table, and how to read on. */
export interface Header {
	cells: string[];
	delimiter: number;
	/** Where the next row begins. */
	end: number;
}

/** The header of a table that begins with these bytes; null when they do not hold all of it. Throws a Problem for UTF-16. */
export function readHeader(bytes: Uint8Array): Header | null {
	return new RowReader(() => {}).header(bytes);
}

/** Reads rows that are complete, of a table whose header is known, and says how many they were. Their numbers start at 1. */
export function readWholeRows(
	bytes: Uint8Array,
	delimiter: number,
	take: (row: Row) => void
): number {
	const reader = new RowReader(take, delimiter);
	reader.read(bytes, true);
	return reader.number;
}

class RowReader implements Row {
	number = 0;
	cells = 0;
	bytes: Uint8Array = new Uint8Array(0);
	starts = new Int32Array(64);
	ends = new Int32Array(64);
	readonly #take: (row: Row) => void;
	#delimiter: number;

	constructor(take: (row: Row) => void, delimiter = 0) {
		this.#take = take;
		this.#delimiter = delimiter;
	}

	header(bytes: Uint8Array): Header | null {
		this.bytes = bytes;
		const start = afterMark(bytes);
		this.#delimiter = delimiterOf(bytes, start);
		const end = this.#scan(start, false);
		return end < 0 ? null : { cells: textsOf(this), delimiter: this.#delimiter, end };
	}

	/** Takes all rows that are complete, and keeps what is left for the next piece. */
	read(piece: Uint8Array, isLast: boolean): void {
		this.bytes = this.bytes.length === 0 ? piece : joined(this.bytes, piece);
		let at = 0;
		if (!this.#delimiter) {
			if (!isLast && !this.bytes.includes(LINE_FEED) && this.bytes.length < 2 ** 20) return;
			at = afterMark(this.bytes);
			this.#delimiter = delimiterOf(this.bytes, at);
		}
		while (at < this.bytes.length) {
			const next = this.#scan(at, isLast);
			if (next < 0) break;
			this.number++;
			this.#take(this);
			at = next;
		}
		this.bytes = this.bytes.subarray(at);
		if (isLast && this.bytes.length > 0)
			throw new Problem(EXIT.data, `Row ${this.number + 1}: a quote is never closed.`);
	}

	text(cell: number): string {
		if (cell < 0 || cell >= this.cells) return '';
		const [start, end] = [this.starts[cell]!, this.ends[cell]!];
		if (start === end) return '';
		const bytes = Buffer.from(this.bytes.buffer, this.bytes.byteOffset + start, end - start);
		const text = bytes.toString('utf8');
		const readable = text.includes('\uFFFD') ? bytes.toString('latin1') : text;
		return this.bytes[start - 1] === QUOTE ? readable.replaceAll('""', '"') : readable;
	}

	/** Finds the cells of the row that begins at `at`. Where the next one begins; −1 when this one is not complete. */
	#scan(at: number, isLast: boolean): number {
		const { bytes } = this;
		const delimiter = this.#delimiter;
		const { length } = bytes;
		for (let cell = 0; ; cell++) {
			if (cell === this.starts.length) this.#grow();
			let start = at;
			let end = -1;
			if (bytes[at] === QUOTE) {
				end = closingQuote(bytes, at + 1);
				if (end < 0) return -1;
				start++;
				at = end + 1;
			}
			while (at < length) {
				const byte = bytes[at]!;
				if (byte === delimiter || byte === LINE_FEED || byte === CARRIAGE_RETURN) break;
				at++;
			}
			if (at === length && !isLast) return -1;
			this.starts[cell] = start;
			this.ends[cell] = end < 0 ? at : end;
			if (bytes[at] === delimiter) {
				at++;
				continue;
			}
			this.cells = cell + 1;
			if (bytes[at] !== CARRIAGE_RETURN) return at + 1;
			if (at + 1 === length && !isLast) return -1;
			return bytes[at + 1] === LINE_FEED ? at + 2 : at + 1;
		}
	}

	#grow(): void {
		const [starts, ends] = [this.starts, this.ends];
		this.starts = new Int32Array(starts.length * 2);
		this.ends = new Int32Array(ends.length * 2);
		this.starts.set(starts);
		this.ends.set(ends);
	}
}

/** All cells of a row as text. */
export function textsOf(row: Row): string[] {
	return Array.from({ length: row.cells }, (_, cell) => row.text(cell));
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
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

/** The quote that ends a cell; two in a row stand for one inside it. */
function closingQuote(bytes: Uint8Array, from: number): number {
	for (let at = bytes.indexOf(QUOTE, from); at >= 0; at = bytes.indexOf(QUOTE, at + 2)) {
		if (bytes[at + 1] !== QUOTE) return at;
	}
	return -1;
}

import { CARRIAGE_RETURN, LINE_FEED, QUOTE } from './bytes.ts';
import type { PlainCells } from './plain-cells.ts';

/** One row of a table, as places in the bytes that were read. Good until the next row is found. */
export class Row {
	/** As a spreadsheet numbers it: the header is row 1. */
	number = 0;
	cells = 0;
	bytes: Uint8Array;
	/** Where each cell begins and ends, without its quotes; unknown for cells that stand in `codes`. */
	starts = new Int32Array(64);
	ends = new Int32Array(64);
	/** What the cells of single characters stand for; null when the row has another cell in one of their columns. */
	codes: Uint8Array | null = null;
	delimiter = 0;

	constructor(bytes: Uint8Array) {
		this.bytes = bytes;
	}

	/** The cell's text; empty for a cell that the row does not have. */
	text(cell: number): string {
		if (cell < 0 || cell >= this.cells) return '';
		const [start, end] = [this.starts[cell]!, this.ends[cell]!];
		if (start === end) return '';
		const bytes = Buffer.from(this.bytes.buffer, this.bytes.byteOffset + start, end - start);
		const text = bytes.toString('utf8');
		const readable = text.includes('\uFFFD') ? bytes.toString('latin1') : text;
		return this.bytes[start - 1] === QUOTE ? readable.replaceAll('""', '"') : readable;
	}

	texts(): string[] {
		return Array.from({ length: this.cells }, (_, cell) => this.text(cell));
	}

	/** Finds the row that begins at `at`, if it is a plain one that ends. Where the next begins; −1 when it is not plain. */
	findPlain(at: number, plain: PlainCells): number {
		while (this.starts.length < plain.columns) this.#grow();
		const next = plain.read(this, at);
		if (next < 0) return -1;
		this.cells = plain.columns;
		this.codes = plain.codes;
		return next;
	}

	/** Finds the cells of any row that begins at `at`. Where the next one begins; −1 when this one is not complete. */
	find(at: number, isLast: boolean): number {
		const { bytes, delimiter } = this;
		const { length } = bytes;
		this.codes = null;
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

/** The quote that ends a cell; two in a row stand for one inside it. */
function closingQuote(bytes: Uint8Array, from: number): number {
	for (let at = bytes.indexOf(QUOTE, from); at >= 0; at = bytes.indexOf(QUOTE, at + 2)) {
		if (bytes[at + 1] !== QUOTE) return at;
	}
	return -1;
}

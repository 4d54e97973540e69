import { CARRIAGE_RETURN, LINE_FEED, QUOTE } from './bytes.ts';
import type { Row } from './row.ts';

/** The code of a character that cannot be read. Codes of answers are smaller, that of no answer is 0. */
export const UNREADABLE = 255;

/** Which columns hold single characters as a rule, and what each character, by its byte, stands for. */
export interface Singles {
	isSingle: readonly boolean[];
	codes: Uint8Array;
}

/**
 * Reads plain rows, as nearly all are, in one pass over their bytes: as many cells as the header has, nothing or one
 * readable character in each single column, quotes around whole cells only, a line feed at the end and
 * nowhere else. For all others there is `Row.find`.
 */
export class PlainCells {
	readonly columns: number;
	/** Of the cells in single columns, one after another. */
	readonly codes: Uint8Array;
	/** By column: the first one after it that is not single, or the last; the column itself when it is not single. */
	readonly #runs: Int32Array;
	readonly #isSingle: Uint8Array;
	readonly #codeOf: Uint8Array;

	constructor({ isSingle, codes }: Singles, delimiter: number) {
		this.columns = isSingle.length;
		this.codes = new Uint8Array(isSingle.length);
		this.#isSingle = Uint8Array.from(isSingle, Number);
		this.#runs = Int32Array.from(isSingle, (_, column) => {
			const end = isSingle.indexOf(false, column);
			return end < 0 ? isSingle.length - 1 : end;
		});
		this.#codeOf = codes.slice();
		for (const byte of [delimiter, QUOTE, LINE_FEED, CARRIAGE_RETURN])
			this.#codeOf[byte] = UNREADABLE;
	}

	/**
	 * Reads the row that begins at `at` into `codes`, and fills in where its other cells begin and end. Where the next row
	 * begins; −1 when this one is not plain. A line feed must follow somewhere.
	 */
	read({ bytes, starts, ends, delimiter }: Row, at: number): number {
		// Lists taken apart would be made anew for each row.
		const codeOf = this.#codeOf;
		const codes = this.codes;
		const last = this.columns - 1;
		let single = 0;
		for (let column = 0; ; column++) {
			// One character and a delimiter, again and again: hardly any cell leaves this loop.
			for (const end = this.#runs[column]!; column < end; column++) {
				const code = codeOf[bytes[at]!]!;
				if (code === UNREADABLE || bytes[at + 1] !== delimiter) break;
				codes[single++] = code;
				at += 2;
			}
			let byte = bytes[at]!;
			const isQuoted = byte === QUOTE;
			if (isQuoted) byte = bytes[++at]!;
			if (this.#isSingle[column] === 1) {
				const code = codeOf[byte]!;
				if (code !== UNREADABLE) byte = bytes[++at]!;
				codes[single++] = code === UNREADABLE ? 0 : code;
			} else {
				starts[column] = at;
				while (byte !== QUOTE && byte !== LINE_FEED) {
					if (!isQuoted && (byte === delimiter || byte === CARRIAGE_RETURN)) break;
					byte = bytes[++at]!;
				}
				ends[column] = at;
			}
			if (isQuoted) {
				if (byte !== QUOTE) return -1;
				byte = bytes[++at]!;
			}
			if (column === last) return afterLine(bytes, at);
			if (byte !== delimiter) return -1;
			at++;
		}
	}
}

/** Where the next row begins when this one ends at `at`; −1 when it does not. */
function afterLine(bytes: Uint8Array, at: number): number {
	if (bytes[at] === LINE_FEED) return at + 1;
	return bytes[at] === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED ? at + 2 : -1;
}

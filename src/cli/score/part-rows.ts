import { LINE_FEED, QUOTE } from './bytes.ts';

/** A piece of a file that begins with the byte before a part, and reaches further than it. */
export interface PartBytes {
	bytes: Uint8Array;
	/** Where the part's last row has begun. */
	end: number;
	/** Whether the piece begins inside of quotes, and whether an odd number of quotes stands before `end`. */
	isQuoted: boolean;
	isOdd: boolean;
	isFirst: boolean;
	isLast: boolean;
}

export function quotesIn(bytes: Uint8Array): number {
	if (!bytes.includes(QUOTE)) return 0;
	let quotes = 0;
	for (let at = 0; at < bytes.length; at++) if (bytes[at] === QUOTE) quotes++;
	return quotes;
}

/**
 * The rows that belong to a part: those whose line feed before them lies in it. Null when the last row does not end.
 *
 * A line feed in quotes ends no row; one is taken to lie in quotes when an odd number of them stands before it. With quotes
 * in unquoted cells that may be wrong. But a part ends exactly where the next one begins, so that either
 * it ends after a whole row, or inside of quotes: who reads the parts from the first one on will see it.
 */
export function rowsOfPart({
	bytes,
	end,
	isQuoted,
	isOdd,
	isFirst,
	isLast
}: PartBytes): Uint8Array | null {
	const before = isFirst ? 0 : lineEnd(bytes, 0, isQuoted);
	if (before < 0 || before >= end) return bytes.subarray(0, 0);
	if (isLast) return bytes.subarray(before + 1);
	const last = lineEnd(bytes, end, isQuoted !== isOdd);
	return last < 0 ? null : bytes.subarray(before + 1, last + 1);
}

/** The first line feed from `at` on that is not in quotes; −1 for none. */
function lineEnd(bytes: Uint8Array, at: number, isQuoted: boolean): number {
	for (; at < bytes.length; at++) {
		const byte = bytes[at]!;
		if (byte === QUOTE) isQuoted = !isQuoted;
		if (byte === LINE_FEED && !isQuoted) return at;
	}
	return -1;
}

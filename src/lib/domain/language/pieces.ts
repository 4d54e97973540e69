import type { Mark } from './lens.ts';

/** A stretch of a text, with the place of its mark among the marks when it has one. */
export interface Piece {
	text: string;
	mark: number | null;
}

/** A text cut at its marks; the pieces together are the text. */
export function piecesOf(text: string, marks: readonly Mark[]): Piece[] {
	const pieces: Piece[] = [];
	let at = 0;
	marks.forEach(({ start, end }, mark) => {
		if (start > at) pieces.push({ text: text.slice(at, start), mark: null });
		pieces.push({ text: text.slice(start, end), mark });
		at = end;
	});
	if (at < text.length) pieces.push({ text: text.slice(at), mark: null });
	return pieces;
}

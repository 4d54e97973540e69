import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { BOLD_FONT } from './fonts.ts';

const FAMILY = 'ReportSansBold';
GlobalFonts.registerFromPath(BOLD_FONT, FAMILY);
const EM = 100;
const pen = createCanvas(1, 1).getContext('2d');
pen.font = `${EM}px ${FAMILY}`;

/** Other scripts come from other fonts, in widths of their own: never taken for one line. */
const UNKNOWN = 10_000;
const LAST_LATIN = 0x17f;
const MARKS = '–—‘’“”…±';
const widths = new Map<string, number>();

/**
 * How wide a text is on one line at most, in sizes of its type: letter by letter, since kerning brings them closer,
 * and in the bold weight, which is wider than the regular one.
 */
export function textWidth(text: string): number {
	let width = 0;
	for (const letter of text) width += widthOf(letter);
	return Math.round(width * 100) / 100;
}

function widthOf(letter: string): number {
	const known = widths.get(letter);
	if (known !== undefined) return known;
	if (letter.codePointAt(0)! > LAST_LATIN && !MARKS.includes(letter)) return UNKNOWN;
	const width = pen.measureText(letter).width / EM;
	widths.set(letter, width);
	return width;
}

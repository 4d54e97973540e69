import { covers, type Coverage } from './glyph-coverage.ts';

/** Stands for a character that no font of ours can show. */
export const SUBSTITUTE = '□';

/**
 * Controls, and the marks that turn the direction of the text around them: they have no picture, and the
 * latter let a name rewrite how its neighbors read. Joiners stay, since some scripts and emoji need them.
 */
const INVISIBLE =
	// eslint-disable-next-line no-control-regex -- controls are what we are after
	/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const LINE_BREAKS = /[\t\n\u2028\u2029]+/gu;
/** These need no glyph of their own. */
const JOINERS = /\p{Default_Ignorable_Code_Point}/gu;
const JOINERS_ALONE = /^[\p{Default_Ignorable_Code_Point}\s]+$/u;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Makes a text safe to print: well formed, on one line, without controls, and with a visible substitute
 * for each character that no single font can show as a whole.
 */
export function printable(text: string, fonts: readonly Coverage[]): string {
	const clean = text.toWellFormed().replace(LINE_BREAKS, ' ').replace(INVISIBLE, '');
	if (isPlain(clean)) return withBreaks(clean);
	const shown = [...graphemes.segment(clean)].map(({ segment }) =>
		isShown(segment, fonts) ? withoutStrayJoiners(segment) : SUBSTITUTE
	);
	return withBreaks(shown.join(''));
}

/** Nobody's word is longer; what is has no place to break in a narrow column, and would cover its neighbor. */
const LONG_WORD = /[\p{L}\p{N}\p{M}_/.:@#&?=%+~-]{24,}/gu;
const PIECE = 8;
export const SOFT_HYPHEN = '\u00ad';

/** Lets a very long word break, with a hyphen at the line's end and nothing to see elsewhere. */
function withBreaks(text: string): string {
	if (!/\S{24}/u.test(text)) return text;
	return text.replace(LONG_WORD, (word) => {
		const parts = [...graphemes.segment(word)].map(({ segment }) => segment);
		return parts
			.map((part, at) => (at > 0 && at % PIECE === 0 ? SOFT_HYPHEN + part : part))
			.join('');
	});
}

/** The same for every text inside a value. */
export function printableAll<Value>(value: Value, fonts: readonly Coverage[]): Value {
	if (typeof value === 'string') return printable(value, fonts) as Value;
	if (Array.isArray(value)) return value.map((entry) => printableAll(entry, fonts)) as Value;
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]) => [key, printableAll(entry, fonts)])
	) as Value;
}

function isPlain(text: string): boolean {
	return /^[\u0020-\u007e\u00a0-\u017f–—‘’“”…±]*$/u.test(text);
}

function isShown(grapheme: string, fonts: readonly Coverage[]): boolean {
	const points = [...grapheme.replace(JOINERS, '')].map((character) => character.codePointAt(0)!);
	return fonts.some((font) => points.every((point) => covers(font, point)));
}

function withoutStrayJoiners(grapheme: string): string {
	return JOINERS_ALONE.test(grapheme) ? grapheme.replace(JOINERS, '') : grapheme;
}

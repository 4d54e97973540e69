import { answersText } from './answers-text.ts';
import type { Instrument } from './instrument/instrument.ts';
import type { Sheet } from './sheet.ts';

export const LINK_FORMAT = 's1-';
export const LINE_END = '\n';
const ANY_FORMAT = /^s\d+-/;

/** Whether a fragment means to carry a sheet, readable or not. */
export function isSheetLink(fragment: string): boolean {
	return ANY_FORMAT.test(fragment);
}

/**
 * A sheet as a URL fragment without `#`: a version, then base64url of one line for each field with a check
 * sum, which tells a link that was cut or changed from one that opens somebody's result wrongly.
 */
export function sheetLink(instrument: Pick<Instrument, 'forms' | 'scale'>, sheet: Sheet): string {
	const fields = [
		sheet.instrument,
		sheet.edition,
		sheet.form,
		sheet.lens,
		sheet.day,
		answersText(instrument, sheet.form, sheet.answers),
		// One field is one line.
		sheet.organization.replaceAll(LINE_END, ' ').toWellFormed()
	];
	const text = fields.join(LINE_END);
	return LINK_FORMAT + toBase64Url([checkSum(text), text].join(LINE_END));
}

/** FNV-1a over UTF-16 units, in base 36: notices damage, proves nothing. */
export function checkSum(text: string): string {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) {
		hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	}
	return (hash >>> 0).toString(36);
}

function toBase64Url(text: string): string {
	const bytes = new TextEncoder().encode(text);
	return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replace(/=+$/, '');
}

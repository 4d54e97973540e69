import { answersText, readAnswersText } from './answers-text.ts';
import type { Instrument, Lens } from './instrument/instrument.ts';
import { sheetSchema, type Sheet } from './sheet.ts';

/** Why a link opens nothing: damaged on its way, made by a newer version, or with questions unknown here. */
export type LinkProblem = 'broken' | 'newer-version' | 'other-edition';

export type ReadLink = { ok: true; sheet: Sheet } | { ok: false; problem: LinkProblem };

const FORMAT = 's1-';
const ANY_FORMAT = /^s\d+-/;
/** Longer than any sheet; keeps a hostile link from costing time. */
const MAX_LENGTH = 4_000;
const SEPARATOR = '\n';

/** Whether a fragment means to carry a sheet, readable or not. */
export function isSheetLink(fragment: string): boolean {
	return ANY_FORMAT.test(fragment);
}

/**
 * A sheet as a URL fragment without `#`: a version, then base64url of one line for each field with a check
 * sum, which tells a link that was cut or changed from one that opens somebody's result wrongly.
 */
export function sheetLink(instrument: Instrument, sheet: Sheet): string {
	const fields = [
		sheet.instrument,
		sheet.edition,
		sheet.form,
		sheet.lens,
		sheet.day,
		answersText(instrument, sheet.form, sheet.answers),
		// One field is one line.
		sheet.organization.replaceAll(SEPARATOR, ' ').toWellFormed()
	];
	const text = fields.join(SEPARATOR);
	return FORMAT + toBase64Url([checkSum(text), text].join(SEPARATOR));
}

/** Opens a fragment made by `sheetLink`; whatever else it holds comes back as a problem. */
export function readSheetLink(instrument: Instrument, fragment: string): ReadLink {
	if (!fragment.startsWith(FORMAT)) {
		return { ok: false, problem: isSheetLink(fragment) ? 'newer-version' : 'broken' };
	}
	const text = checkedText(fragment.slice(FORMAT.length));
	if (text === null) return { ok: false, problem: 'broken' };

	const [id, edition, form = '', lens, day, answers = '', organization] = text.split(SEPARATOR);
	if (id !== instrument.id || edition !== instrument.edition || !instrument.forms[form]) {
		return { ok: false, problem: 'other-edition' };
	}
	const sheet = sheetSchema(instrument).safeParse({
		instrument: id,
		edition,
		form,
		lens: lens as Lens,
		day,
		organization,
		answers: readAnswersText(instrument, form, answers)
	});
	return sheet.success ? { ok: true, sheet: sheet.data } : { ok: false, problem: 'broken' };
}

/** The text inside, or null when it is not what was once put in. */
function checkedText(encoded: string): string | null {
	if (encoded.length > MAX_LENGTH) return null;
	const content = fromBase64Url(encoded);
	if (content === null) return null;
	const end = content.indexOf(SEPARATOR);
	const text = content.slice(end + 1);
	return content.slice(0, end) === checkSum(text) ? text : null;
}

/** FNV-1a over UTF-16 units, in base 36: notices damage, proves nothing. */
function checkSum(text: string): string {
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

function fromBase64Url(encoded: string): string | null {
	try {
		const bytes = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
			Uint8Array.from(bytes, (character) => character.charCodeAt(0))
		);
	} catch {
		return null;
	}
}

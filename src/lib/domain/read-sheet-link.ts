import { readAnswersText } from './answers-text.ts';
import type { Instrument } from './instrument/instrument.ts';
import { checkSum, isSheetLink, LINE_END, LINK_FORMAT } from './sheet-link.ts';
import { sheetSchema, type Sheet } from './sheet.ts';

/** Why a link opens nothing: damaged on its way, made by a newer version, or with questions unknown here. */
export type LinkProblem = 'broken' | 'newer-version' | 'other-edition';

export type ReadLink = { ok: true; sheet: Sheet } | { ok: false; problem: LinkProblem };

/** Longer than any sheet; keeps a hostile link from costing time. */
const MAX_LENGTH = 4_000;

/** Opens a fragment made by `sheetLink`; whatever else it holds comes back as a problem. */
export function readSheetLink(instrument: Instrument, fragment: string): ReadLink {
	if (!fragment.startsWith(LINK_FORMAT)) {
		return { ok: false, problem: isSheetLink(fragment) ? 'newer-version' : 'broken' };
	}
	const text = checkedText(fragment.slice(LINK_FORMAT.length));
	if (text === null) return { ok: false, problem: 'broken' };

	const [id, edition, form = '', lens, day, answers = '', organization] = text.split(LINE_END);
	const isKnown = id === instrument.id && edition === instrument.edition;
	if (!isKnown || !Object.hasOwn(instrument.forms, form)) {
		return { ok: false, problem: 'other-edition' };
	}
	const sheet = sheetSchema(instrument).safeParse({
		instrument: id,
		edition,
		form,
		lens,
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
	const end = content.indexOf(LINE_END);
	const text = content.slice(end + 1);
	return content.slice(0, end) === checkSum(text) ? text : null;
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

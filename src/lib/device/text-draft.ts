import { TEXT_KINDS, type TextKind } from '../domain/language/rules.ts';

/** What stands in the fields of the language lens. */
export interface TextDraft {
	kind: TextKind;
	text: string;
	version: string | null;
	leftRules: string[];
	leftMarks: string[];
}

const KEY = 'holoscope-language';

/** Keeps the fields for a reload. They are gone with the tab: a memo stays on the device only when its person says so. */
export function rememberDraft(draft: TextDraft): void {
	try {
		sessionStorage.setItem(KEY, JSON.stringify(draft));
	} catch {
		// No storage, or too long a text: the fields themselves still have it.
	}
}

/** What stood in the fields before a reload, if this tab knows. */
export function rememberedDraft(): TextDraft | undefined {
	try {
		const draft: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
		return isDraft(draft) ? draft : undefined;
	} catch {
		return undefined;
	}
}

function isDraft(value: unknown): value is TextDraft {
	if (typeof value !== 'object' || value === null) return false;
	const { kind, text, version, leftRules, leftMarks } = value as TextDraft;
	return (
		TEXT_KINDS.includes(kind) &&
		typeof text === 'string' &&
		(version === null || typeof version === 'string') &&
		[leftRules, leftMarks].every((list) => Array.isArray(list))
	);
}

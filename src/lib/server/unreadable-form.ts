/** What the platform throws has neither a class nor a code of its own. */
const WORDS = /^Failed to parse body as FormData|^Content-Type was not one of/;

/** Whether a form arrived cut off, or in a way in which no browser writes forms. */
export function isUnreadableForm(error: unknown): boolean {
	return error instanceof TypeError && WORDS.test(error.message);
}

/** Characters that some system refuses in a file's name, or that hide what the name says. */
const UNSAFE =
	// eslint-disable-next-line no-control-regex -- controls are what we are after
	/[\u0000-\u001f\u007f-\u009f"*/:<>?\\|\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** A name without what some system refuses in it. */
export function safeFileName(name: string): string {
	return name.toWellFormed().replace(UNSAFE, ' ').replace(/\s+/gu, ' ').trim();
}

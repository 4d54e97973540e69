/** Offsets in UTF-16 units; `end` is behind the last one. */
export interface Span {
	start: number;
	end: number;
}

/** A line break inside a sentence, as in pasted mail: letters or a comma before it, a small letter after it. */
const SOFT_BREAK = /(?<=[\p{L},])[ \t]?\r?\n(?=\p{Ll})/gu;
const BULLET = /^[\s\-–—*•·◦▪‣]*(?:\(?\d{1,3}[.)]\s+)?/u;

/**
 * The sentences of a text, without the white space and bullets around them. A new line ends a sentence unless the
 * next one goes on with a small letter; the dot of an abbreviation does not.
 */
export function sentencesOf(
	text: string,
	language: string,
	abbreviations: readonly string[]
): Span[] {
	const joined = text.replace(SOFT_BREAK, (gap) => ' '.repeat(gap.length));
	const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(joined);
	const spans: Span[] = [];
	let start = 0;
	for (const { segment, index } of segments) {
		const end = index + segment.length;
		if (end < text.length && goesOn(segment, abbreviations)) continue;
		const span = trimmed(joined, start, end);
		if (span.start < span.end) spans.push(span);
		start = end;
	}
	return spans;
}

function goesOn(segment: string, abbreviations: readonly string[]): boolean {
	if (segment.includes('\n')) return false;
	const lastWord = segment
		.trimEnd()
		.split(/\s/)
		.at(-1)!
		.replace(/^[("“]+/, '');
	// A number alone in front is a list's, as in “3. Reduce …”.
	return abbreviations.includes(lastWord) || /^\s*\(?\d{1,3}[.)]\s*$/.test(segment);
}

function trimmed(text: string, start: number, end: number): Span {
	const part = text.slice(start, end);
	const lead = BULLET.exec(part)?.[0].length ?? 0;
	return { start: start + lead, end: start + Math.max(lead, part.trimEnd().length) };
}

import type { Mark } from './lens.ts';

/**
 * What a mark is known by when the text around it changes: its rule, its words and its sentence, and which of several
 * such it is. In the order of the marks.
 */
export function markKeys(text: string, marks: readonly Mark[]): string[] {
	const seen = new Map<string, number>();
	return marks.map(({ rule, start, end, sentence }) => {
		const key = [rule, text.slice(start, end), text.slice(sentence.start, sentence.end)].join('|');
		const place = (seen.get(key) ?? 0) + 1;
		seen.set(key, place);
		return place === 1 ? key : `${key}|${place}`;
	});
}

import { bare } from '../language/words.ts';

const LEAST_STEM = 4;
/** Where both words have an ending of their own: “storm” and “story” are two words. */
const LEAST_STEM_OF_TWO = 5;
const LONGEST_ENDING = 3;

/** The words of a text as they are written, small and in order, without fillers, which are given bare. */
export function wordsIn(text: string, fillers: ReadonlySet<string>): string[] {
	const words =
		text
			.normalize('NFKC')
			.toLowerCase()
			.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)*/gu) ?? [];
	return words.filter((word) => !fillers.has(bare(word)));
}

/**
 * Whether two words are forms of one: the same, or with a common beginning of four letters or more, five where neither
 * is the beginning of the other, and no more than three letters of ending. “Customer” and “customers”, “quick” and
 * “quickly”; it needs no dictionary.
 */
export function isSameWord(a: string, b: string): boolean {
	if (a === b) return true;
	let common = 0;
	while (common < a.length && a[common] === b[common]) common++;
	const isBeginning = common === Math.min(a.length, b.length);
	if (common < (isBeginning ? LEAST_STEM : LEAST_STEM_OF_TWO)) return false;
	return a.length - common <= LONGEST_ENDING && b.length - common <= LONGEST_ENDING;
}

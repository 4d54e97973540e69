const LEAST_STEM = 4;
const LONGEST_ENDING = 3;

/** The words of a text, small and in order, without fillers: “the”, “and”, “we” say nothing about what it means. */
export function wordsIn(text: string, fillers: ReadonlySet<string>): string[] {
	const words =
		text
			.normalize('NFKC')
			.toLowerCase()
			.match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu) ?? [];
	return words.filter((word) => !fillers.has(word.replaceAll('’', "'")));
}

/**
 * Whether two words are forms of one: the same, or with a common beginning of four letters or more and no more
 * than three letters of ending. “Customer” and “customers”, “quick” and “quickly”; it needs no dictionary.
 */
export function isSameWord(a: string, b: string): boolean {
	if (a === b) return true;
	let common = 0;
	while (common < a.length && a[common] === b[common]) common++;
	if (common < LEAST_STEM) return false;
	return a.length - common <= LONGEST_ENDING && b.length - common <= LONGEST_ENDING;
}

/**
 * How alike two texts are in their words, from 0 to 1: twice the words they share, over the words they have
 * (Dice 1945), each word once and in whatever form. 0 where one of them has no words but fillers.
 */
export function likeness(a: string, b: string, fillers: ReadonlySet<string>): number {
	const [left, right] = [distinct(wordsIn(a, fillers)), distinct(wordsIn(b, fillers))];
	if (left.length === 0 || right.length === 0) return 0;
	const free = [...right];
	let shared = 0;
	for (const word of left) {
		const at = bestMatch(free, word);
		if (at < 0) continue;
		free.splice(at, 1);
		shared++;
	}
	return (2 * shared) / (left.length + right.length);
}

/** The same word before another form of it, so that the order of words does not matter. */
function bestMatch(words: readonly string[], word: string): number {
	const same = words.indexOf(word);
	return same >= 0 ? same : words.findIndex((each) => isSameWord(each, word));
}

/** Each word once, in its first form. */
function distinct(words: readonly string[]): string[] {
	const kept: string[] = [];
	for (const word of words) if (!kept.some((each) => isSameWord(each, word))) kept.push(word);
	return kept.sort();
}

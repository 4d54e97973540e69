import { bare, tokensOf } from './words.ts';

/**
 * How alike two wordings are, from 0 (no three letters in a row in common) to 1 (the same words in whatever order):
 * the Dice coefficient of their sets of letter trigrams (Dice 1945; for words of texts, Adamson and Boreham 1974, with
 * trigrams in place of their bigrams). Case, accents and the given stop words (bare) do not count; a wording of stop words
 * alone keeps them. Each word is padded with two blanks before and one behind, so that beginnings weigh more than ends
 * and “report” meets “reports”. Nothing but blanks is like nothing: 0.
 */
export function likeness(a: string, b: string, stopWords: ReadonlySet<string>): number {
	return shareOf(trigramsOf(a, stopWords), trigramsOf(b, stopWords));
}

/** The `likeness` of many pairs of some wordings: each wording is taken apart once, not once for each pair. */
export function likenessAmong(stopWords: ReadonlySet<string>): (a: string, b: string) => number {
	const known = new Map<string, Set<string>>();
	const trigrams = (text: string) => {
		const found = known.get(text) ?? trigramsOf(text, stopWords);
		known.set(text, found);
		return found;
	};
	return (a, b) => shareOf(trigrams(a), trigrams(b));
}

/** The words of a text as they are compared: small letters, no accents, no stop words unless there is nothing else. */
export function contentWords(text: string, stopWords: ReadonlySet<string>): string[] {
	const words = tokensOf(text.normalize('NFC'))
		.filter(({ isWord }) => isWord)
		.map(({ plain }) => bare(plain));
	const telling = words.filter((word) => !stopWords.has(word));
	return telling.length > 0 ? telling : words;
}

function shareOf(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
	let shared = 0;
	for (const trigram of first) if (second.has(trigram)) shared++;
	const all = first.size + second.size;
	return all === 0 ? 0 : (2 * shared) / all;
}

function trigramsOf(text: string, stopWords: ReadonlySet<string>): Set<string> {
	const trigrams = new Set<string>();
	for (const word of contentWords(text, stopWords)) {
		const padded = [...`  ${word} `];
		for (let at = 0; at + 3 <= padded.length; at++) {
			trigrams.add(padded.slice(at, at + 3).join(''));
		}
	}
	return trigrams;
}

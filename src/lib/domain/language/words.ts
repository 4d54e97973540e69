/** A word, a number or a mark of punctuation in a text. */
export interface Token {
	/** Offsets in the text, in UTF-16 units; `end` is behind the last one. */
	start: number;
	end: number;
	/** As it is written, without a possessive ending. */
	raw: string;
	/** In lower case, without a possessive ending. */
	plain: string;
	/** In lower case, complete, with straight apostrophes. */
	full: string;
	isWord: boolean;
	isFigure: boolean;
}

/** Each branch begins with another kind of character and repeats one kind only, so time grows with length alone. */
const TOKEN = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[.,]\p{N}+)*(?:['’]\p{L}+)?%?|[,;:()"“”—–!?]/gu;
const STARTS_AS_WORD = /^[\p{L}\p{N}]/u;
const STARTS_AS_FIGURE = /^\p{N}/u;

/** The words, numbers and punctuation of a text, in order. Hyphens part words: “on-time” is two. */
export function tokensOf(text: string, offset = 0): Token[] {
	return Array.from(text.matchAll(TOKEN), ({ 0: written, index }) => {
		const full = written.toLowerCase().replaceAll('’', "'");
		const isOwned = full.endsWith("'s");
		return {
			start: offset + index,
			end: offset + index + written.length,
			raw: isOwned ? written.slice(0, -2) : written,
			plain: isOwned ? full.slice(0, -2) : full,
			full,
			isWord: STARTS_AS_WORD.test(written),
			isFigure: STARTS_AS_FIGURE.test(written)
		};
	});
}

/** A word as it is compared with others: in lower case and without accents. */
export function bare(word: string): string {
	return word.toLowerCase().replaceAll('’', "'").normalize('NFD').replace(/\p{M}/gu, '');
}

/** How many words and numbers a text has. */
export function countWords(text: string): number {
	let count = 0;
	for (const [written] of text.matchAll(TOKEN)) if (STARTS_AS_WORD.test(written)) count++;
	return count;
}

import type { Mark } from './lens.ts';

/** A text with other words in the place of a mark's; a capital at the beginning stays one. */
export function reworded(text: string, mark: Pick<Mark, 'start' | 'end'>, words: string): string {
	const marked = text.slice(mark.start, mark.end);
	const isCapital = /^\p{Lu}/u.test(marked);
	const fitting = isCapital ? words.slice(0, 1).toUpperCase() + words.slice(1) : words;
	return text.slice(0, mark.start) + fitting + text.slice(mark.end);
}

/** A text with a question in brackets behind the mark's sentence, for the person to answer and take out. */
export function questioned(
	text: string,
	{ sentence }: Pick<Mark, 'sentence'>,
	question: string
): string {
	return `${text.slice(0, sentence.end)} [${question}]${text.slice(sentence.end)}`;
}

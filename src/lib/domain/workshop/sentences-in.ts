import { SENTENCE_LENGTH } from './picture.ts';
import { sentenceSchema } from './text-schemas.ts';

/** The sentences in a text, one on each line; empty lines and list marks are left out, and long ones are cut. */
export function sentencesIn(text: string): string[] {
	return text
		.split(/\r?\n/)
		.map((line) => line.replace(/^\s*(?:[-*•–]|\d{1,3}[.)])\s+/, '').slice(0, SENTENCE_LENGTH))
		.flatMap((line) => {
			const read = sentenceSchema.safeParse({ words: line });
			return read.success ? [read.data.words] : [];
		});
}

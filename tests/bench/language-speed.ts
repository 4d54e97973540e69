/**
 * Reading 50,000 words with the language lens, beside one bare pass of a regular expression that only finds the words,
 * and beside splitting sentences. Medians of 15 runs after 3 to warm up. To reach: under a second.
 *
 *   node tests/bench/language-speed.ts [words]
 */
import { languageRules } from '../../src/lib/content/language-rules.ts';
import { lensOf } from '../../src/lib/domain/language/lens.ts';
import { sentencesOf } from '../../src/lib/domain/language/sentences.ts';
import { countWords } from '../../src/lib/domain/language/words.ts';
import { labeledSentences } from '../support/language/labeled.ts';

const wanted = Number(process.argv[2] ?? 50_000);
const text = textOf(wanted);
const lens = lensOf(languageRules);
const { words, marks } = lens.read(text, { kind: 'memo' });

const bare = median(() => [...text.matchAll(/[\p{L}\p{N}]+/gu)].length);
const split = median(() => sentencesOf(text, 'en', languageRules.abbreviations).length);
const read = median(() => lens.read(text, { kind: 'memo' }).marks.length);
console.log(
	`${words.toLocaleString('en')} words, ${marks.length} marks: the lens ${read.toFixed(0)} ms ` +
		`(of that sentences ${split.toFixed(0)} ms), one bare pass ${bare.toFixed(0)} ms, ` +
		`ratio ${(read / bare).toFixed(1)}`
);

function textOf(count: number): string {
	const sentences = labeledSentences('development').map(({ sentence }) => sentence);
	const parts: string[] = [];
	for (let index = 0, sum = 0; sum < count; index++) {
		const sentence = sentences[(index * 7) % sentences.length]!;
		sum += countWords(sentence);
		parts.push(sentence, index % 6 === 5 ? '\n\n' : ' ');
	}
	return parts.join('');
}

function median(work: () => number): number {
	const times = Array.from({ length: 18 }, () => {
		const began = performance.now();
		work();
		return performance.now() - began;
	});
	return times.slice(3).sort((a, b) => a - b)[7]!;
}

import { languageRules } from '$lib/content/language-rules';
import { compared, perThousand } from '$lib/domain/language/counts';
import { markKeys } from '$lib/domain/language/dismissal';
import { lensOf } from '$lib/domain/language/lens';
import { piecesOf } from '$lib/domain/language/pieces';
import { questioned, reworded } from '$lib/domain/language/rewrite';
import { countWords } from '$lib/domain/language/words';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const lens = lensOf(languageRules);
const read = (text: string) => lens.read(text, { kind: 'memo' });

test.each([
	[0, 1000, 0],
	[3, 412, 7.3],
	[1, 200, 5],
	[1, 199, null],
	[0, 0, null]
])('%i marks in %i words are %j for 1,000', (marks, words, rate) => {
	expect(perThousand(marks, words)).toBe(rate);
});

test.each([
	['', 0],
	['It’s on-time: 1,200 parts, 98.5% good — naïve Ørsted!', 9],
	['🙂 … ?', 0]
])('“%s” has %i words', (text, words) => {
	expect(countWords(text)).toBe(words);
	expect(read(text).words).toBe(words);
});

test('two texts stand side by side, all marks first, then rules that either has', () => {
	const rules = languageRules.rules.map(({ id }) => id);
	expect(compared(read('My people. My people.'), read('The sales org.'), rules)).toEqual([
		{ rule: null, counts: [2, 1], rates: [null, null] },
		{ rule: 'part-as-organization', counts: [0, 1], rates: [null, null] },
		{ rule: 'my-people', counts: [2, 0], rates: [null, null] }
	]);
});

test('other words take the place of the marked ones, with a capital where there was one', () => {
	const text = 'My people and my people.';
	const [first, second] = read(text).marks;
	expect(reworded(text, second!, 'the people I work with')).toBe(
		'My people and the people I work with.'
	);
	expect(reworded(text, first!, 'the people I work with')).toBe(
		'The people I work with and my people.'
	);
});

test('a question stands in brackets behind its sentence', () => {
	const text = 'My people met. Good.';
	expect(questioned(text, read(text).marks[0]!, 'Whose?')).toBe('My people met. [Whose?] Good.');
});

test('a mark keeps its key when text is added elsewhere, and twins have keys of their own', () => {
	const text = 'My people met. My people met.';
	const longer = `Hello all. ${text} Bye.`;
	const keys = markKeys(text, read(text).marks);
	expect(new Set(keys).size).toBe(2);
	expect(markKeys(longer, read(longer).marks)).toEqual(keys);
});

test('the pieces of a text together are the text', () => {
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom('my people', ' ', '. ', '🙂', 'heads, more heads')),
			(parts) => {
				const text = parts.join('');
				const pieces = piecesOf(text, read(text).marks);
				expect(pieces.map((piece) => piece.text).join('')).toBe(text);
				expect(pieces.filter(({ mark }) => mark !== null)).toHaveLength(read(text).marks.length);
			}
		)
	);
});

import { fillerWords } from '$lib/content/stop-words';
import { likeness } from '$lib/domain/language/likeness';
import {
	picturesOf,
	sharedWords,
	suggestionsFor,
	type PlacedSentence
} from '$lib/domain/workshop/picture';
import { sentencesIn } from '$lib/domain/workshop/sentences-in';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const english = fillerWords('en');
const alike = (a: string, b: string) => likeness(a, b, english);
const sentence = (id: string, words: string, group: string | null = null): PlacedSentence => ({
	id,
	words,
	group
});
const placed = fc.uniqueArray(
	fc.record({
		id: fc.string({ minLength: 1 }),
		words: fc.constantFrom('calm harbor', 'a calm harbor', 'quick answers', 'a light at sea'),
		group: fc.constantFrom(null, 'one', 'two')
	}),
	{ selector: ({ id }) => id, maxLength: 15 }
);

describe('pictures of the whole', () => {
	test('are the groups and whatever stands alone, the most widely shared first', () => {
		const pictures = picturesOf([
			sentence('d', 'quick answers'),
			sentence('c', 'a calm harbor', 'one'),
			sentence('a', 'their harbor', 'one'),
			sentence('b', 'a light at sea')
		]);
		expect(pictures).toEqual([
			{
				id: 'a',
				sentences: [
					{ id: 'a', words: 'their harbor' },
					{ id: 'c', words: 'a calm harbor' }
				]
			},
			{ id: 'b', sentences: [{ id: 'b', words: 'a light at sea' }] },
			{ id: 'd', sentences: [{ id: 'd', words: 'quick answers' }] }
		]);
	});

	test('hold every sentence once, in whatever order they came', () => {
		fc.assert(
			fc.property(placed, (sentences) => {
				const pictures = picturesOf(sentences);
				expect(pictures.flatMap((picture) => picture.sentences.map(({ id }) => id)).sort()).toEqual(
					sentences.map(({ id }) => id).sort()
				);
				expect(picturesOf(sentences.toReversed())).toEqual(pictures);
			})
		);
	});
});

describe('suggestions', () => {
	test('name two sentences that share half of their words, the most alike first', () => {
		const found = suggestionsFor(
			[
				sentence('a', 'a calm harbor in every storm'),
				sentence('b', 'We want to be the calm harbor in each storm'),
				sentence('c', 'the harbor they find in a storm'),
				sentence('d', 'quick answers')
			],
			alike
		);
		expect(found.map(({ pair }) => pair.join(''))).toEqual(['ab', 'ac', 'bc']);
		expect(found[0]!.likeness).toBe(1);
	});

	test('never name a pair twice, or one that is together already', () => {
		fc.assert(
			fc.property(placed, (sentences) => {
				const groupOf = new Map(sentences.map(({ id, group }) => [id, group]));
				const found = suggestionsFor(sentences, alike);
				const names = found.map(({ pair }) => JSON.stringify([...pair].sort()));
				expect(new Set(names).size).toBe(names.length);
				for (const { pair, likeness } of found) {
					const [a, b] = pair.map((id) => groupOf.get(id) ?? null);
					expect(a === null || a !== b).toBe(true);
					expect(likeness).toBeGreaterThanOrEqual(0.5);
				}
			})
		);
	});
});

describe('the words that sentences share', () => {
	test.each([
		[
			'in all, then in more than half',
			['calm harbor', 'a harbor, calmly', 'harbor light'],
			['harbor!', 'calm']
		],
		['in no more than half: none', ['calm harbor', 'quick answers', 'light', 'harbor'], []],
		['of two people: none', ['calm harbor', 'calm harbor'], []],
		['but fillers and the customer', ['we are for the customer', 'we are', 'we'], []]
	])('%s', (_, sentences, expected) => {
		const words = sharedWords(sentences, english);
		expect(words.map(({ word, isInAll }) => `${word}${isInAll ? '!' : ''}`)).toEqual(expected);
	});
});

test('the sentences of a text stand one on a line, without list marks', () => {
	const text = 'a harbor\n\n- a light \r\n2. the first number\n   \n• 24 hours for them\n24 hours';
	expect(sentencesIn(text)).toEqual([
		'a harbor',
		'a light',
		'the first number',
		'24 hours for them',
		'24 hours'
	]);
	expect(sentencesIn('a'.repeat(500))[0]).toHaveLength(200);
});

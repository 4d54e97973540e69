import { fillerWords } from '$lib/content/filler-words';
import { isSameWord, likeness, wordsIn } from '$lib/domain/workshop/likeness';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const none: ReadonlySet<string> = new Set();
const english = fillerWords('en');
const text = fc
	.array(fc.constantFrom('calm', 'calmer', 'harbor', 'harbors', 'light', 'we', 'the', 'easy', '—'))
	.map((words) => words.join(' '));

test.each([
	['customer', 'customers', true],
	['quick', 'quickly', true],
	['promise', 'promised', true],
	['care', 'careless', false],
	['rest', 'restaurant', false],
	['be', 'bee', false],
	['north', 'south', false],
	['北風', '北風', true]
])('%s and %s are forms of one word: %s', (a, b, same) => {
	expect(isSameWord(a, b)).toBe(same);
	expect(isSameWord(b, a)).toBe(same);
});

test('words are small, whole, and without fillers', () => {
	expect(wordsIn('The ones they CALL first, and don’t regret!', english)).toEqual([
		'ones',
		'call',
		'first',
		'don’t',
		'regret'
	]);
	expect(wordsIn('— … !', english)).toEqual([]);
});

describe('likeness', () => {
	// Shared words counted by hand: 2 × shared / (words of one + words of the other).
	test.each([
		['they trust us', 'they trust us', 1],
		['a calm harbor', 'calm harbors at night', 4 / 5],
		['quick answers', 'answers that last', 2 / 4],
		['quick answers', 'a light at sea', 0],
		['', 'a light at sea', 0]
	])('of “%s” and “%s” is %d', (a, b, expected) => {
		const words = new Set(['a', 'at', 'that']);
		expect(likeness(a, b, words)).toBeCloseTo(expected);
	});

	test('is the same both ways, from 0 to 1, and 1 with itself where there are words', () => {
		fc.assert(
			fc.property(text, text, (a, b) => {
				const alike = likeness(a, b, none);
				expect(alike).toBe(likeness(b, a, none));
				expect(alike).toBeGreaterThanOrEqual(0);
				expect(alike).toBeLessThanOrEqual(1);
				expect(likeness(a, a, none)).toBe(wordsIn(a, none).length > 0 ? 1 : 0);
			})
		);
	});

	test('does not look at the order of words', () => {
		fc.assert(
			fc.property(text, text, (a, b) => {
				const turned = a.split(' ').reverse().join(' ');
				expect(likeness(turned, b, none)).toBe(likeness(a, b, none));
			})
		);
	});
});

import { fillerWords } from '$lib/content/stop-words';
import { isSameWord, wordsIn } from '$lib/domain/workshop/word-forms';
import { expect, test } from 'vitest';

test.each([
	['customer', 'customers', true],
	['quick', 'quickly', true],
	['promise', 'promised', true],
	['care', 'careless', false],
	['rest', 'restaurant', false],
	['storm', 'story', false],
	['promise', 'promising', true],
	['be', 'bee', false],
	['north', 'south', false],
	['北風', '北風', true]
])('%s and %s are forms of one word: %s', (a, b, same) => {
	expect(isSameWord(a, b)).toBe(same);
	expect(isSameWord(b, a)).toBe(same);
});

test('words are small, whole, with their accents, and without fillers', () => {
	expect(wordsIn('The ones they CALL first, and don’t regret: café!', fillerWords('en'))).toEqual([
		'ones',
		'call',
		'first',
		'don’t',
		'regret',
		'café'
	]);
	expect(wordsIn('Für die Nachbarn', new Set(['fur', 'die']))).toEqual(['nachbarn']);
	expect(wordsIn('हम सब की मदद', new Set())).toEqual(['हम', 'सब', 'की', 'मदद']);
	expect(wordsIn('— … !', fillerWords('en'))).toEqual([]);
});

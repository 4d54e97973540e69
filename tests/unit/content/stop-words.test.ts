import { fillerWords, stopWords } from '$lib/content/stop-words';
import { locales } from '$lib/paraglide/runtime';
import { expect, test } from 'vitest';

test.each(locales)('%s has words that tell no wording from another', (language) => {
	const [everywhere, aboutCustomers] = [stopWords(language), fillerWords(language)];
	expect(everywhere.size).toBeGreaterThan(50);
	expect(aboutCustomers.size).toBeGreaterThan(everywhere.size);
	expect([...everywhere].filter((word) => !aboutCustomers.has(word))).toEqual([]);
});

test('a region shares the words of its language, and a language without a list has none', () => {
	expect(stopWords('en-GB')).toEqual(stopWords('en'));
	expect([stopWords('eo').size, fillerWords('eo').size]).toEqual([0, 0]);
});

import { stopWords } from '$lib/content/stop-words';
import { contentWords, likeness, likenessAmong } from '$lib/domain/language/likeness';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const none: ReadonlySet<string> = new Set();
const english = stopWords('en');

/** `similarity(a, b)` of PostgreSQL 15's pg_trgm, which shares our trigrams and divides by the union (Jaccard). */
test.each([
	['Sales forecast by Monday', 'forecast of sales for next week', 0.3846154],
	['Weekly figures', 'weekly figure', 0.8125],
	['Customer complaints from the shop', 'complaints of customers', 0.47368422],
	['Price list', 'Release notes', 0],
	['Repaired samples', 'Samples repaired', 1],
	['answers to open tickets', 'an answer to each ticket', 0.4516129],
	['color proofs', 'proof of colors', 0.5555556]
])('“%s” and “%s” are as alike as pg_trgm says', (a, b, jaccard) => {
	expect(likeness(a, b, none)).toBeCloseTo((2 * jaccard) / (1 + jaccard), 5);
});

test('accents, capitals and stop words make no difference', () => {
	expect(likeness('The Café’s menu', 'menu of our CAFE', english)).toBe(1);
});

test('a wording of stop words alone is compared by them', () => {
	expect(contentWords('What you need', english)).toEqual(['what', 'you', 'need']);
	expect(contentWords('What you need by Monday', english)).toEqual(['monday']);
});

test('nothing is like nothing', () => {
	expect(likeness('', '', none)).toBe(0);
	expect(likeness('…', '!', none)).toBe(0);
});

test('many wordings are compared as two are', () => {
	const texts = ['Price list', 'price lists', 'The Café’s menu', 'What you need', ''];
	const among = likenessAmong(english);
	for (const a of texts) for (const b of texts) expect(among(a, b)).toBe(likeness(a, b, english));
});

test('likeness goes from 0 to 1, the same both ways, and 1 for the same words', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
			const alike = likeness(a, b, english);
			expect(alike).toBeGreaterThanOrEqual(0);
			expect(alike).toBeLessThanOrEqual(1);
			expect(likeness(b, a, english)).toBe(alike);
			if (contentWords(a, english).length > 0) expect(likeness(a, a, english)).toBe(1);
		})
	);
});

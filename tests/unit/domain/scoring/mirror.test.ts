import { mirror, type MirrorViews } from '$lib/domain/scoring/mirror';
import type { Sample } from '$lib/domain/scoring/sample';
import { describe, expect, test } from 'vitest';

const group = (mean: number, n = 20, sd = 20): Sample => ({ n, mean, variance: sd ** 2 });
const EMPTY: Sample = { n: 0, mean: null, variance: null };
const look = (views: Partial<MirrorViews>) =>
	mirror([{ id: 'voice-1', own: null, guess: null, customers: null, ...views }])[0]!;

describe('the mirror', () => {
	test.each([
		['both see a strength', { own: group(75), customers: group(70) }, 'shared-strength'],
		['neither sees one', { own: group(25), customers: group(30) }, 'shared-blind-spot'],
		['employees think better of it', { own: group(75), customers: group(40) }, 'overestimate'],
		['employees think worse of it', { own: group(30), customers: group(70) }, 'underestimate']
	] as const)('names it when %s', (_, views, finding) => {
		expect(look(views).finding).toBe(finding);
	});

	test('reads over- and underestimates from the guess where there is one', () => {
		const views = { own: group(75), guess: group(30), customers: group(72) };
		const { finding, ownGap, guessGap } = look(views);

		expect(finding).toBe('underestimate');
		expect(ownGap!.difference).toBe(3);
		expect(guessGap!.difference).toBe(-42);
	});

	test('calls it shared by the own view when the guess hits', () => {
		expect(look({ own: group(80), guess: group(70), customers: group(72) }).finding).toBe(
			'shared-strength'
		);
		expect(look({ guess: group(28), customers: group(30) }).finding).toBe('shared-blind-spot');
	});

	test.each([
		['the gap is within its noise', { own: group(75, 3), customers: group(45, 3) }],
		['both are near the middle', { own: group(52), customers: group(53) }],
		['the views lie on both sides', { own: group(54, 400), customers: group(49, 400) }],
		['customers did not answer', { own: group(80), customers: EMPTY }],
		['nobody asked customers', { own: group(80) }],
		['employees did not answer', { own: EMPTY, customers: group(80) }],
		['one customer answered', { own: group(90), customers: { n: 1, mean: 90, variance: null } }],
		['nobody was asked', {}]
	])('says that it is unclear when %s', (_, views) => {
		expect(look(views).finding).toBe('unclear');
	});

	test('says how many people stand on each side', () => {
		expect(look({ own: group(75, 14), customers: group(70, 9) })).toMatchObject({
			id: 'voice-1',
			own: { n: 14, mean: 75 },
			guess: null,
			customers: { n: 9, mean: 70 },
			guessGap: null
		});
	});

	test('needs the mean of both views to be clear of the middle, with half the error of the gap', () => {
		// SE = √(400/8 + 400/8)/2 = 5 with 14 df: 2.144787 × 5 = 10.724 points are needed.
		expect(look({ own: group(61, 8), customers: group(60, 8) }).finding).toBe('unclear');
		expect(look({ own: group(61, 8), customers: group(61, 8) }).finding).toBe('shared-strength');
	});
});

import { consensus, polarization, vanDerEijk } from '$lib/domain/scoring/consensus';
import { describe, expect, test } from 'vitest';

describe('van der Eijk’s agreement', () => {
	test.each([
		// van der Eijk (2001), p. 331: seven layers, .61.
		['the article’s example', [30, 40, 210, 130, 530, 50, 10], 0.6113333],
		// The article's Dutch parties on seven points, per cent of respondents.
		['PvdA', [2.4, 2.8, 3.2, 6.2, 13.5, 30.4, 41.6], 0.61],
		['D66', [1.6, 2.6, 8.2, 21, 29.3, 27, 10.3], 0.48],
		['one answer', [0, 0, 9, 0, 0], 1],
		['even answers', [4, 4, 4, 4, 4], 0],
		['two ends', [5, 0, 0, 0, 5], -1],
		// Ones at 2 and 4: 011, 110 against one 101: (3·2 − 4·1)/(3·3) = 2/9, times 1 − 1/4.
		['two camps inside', [0, 5, 0, 5, 0], 1 / 6]
	])('of %s', (_, counts, value) => {
		expect(vanDerEijk(counts)).toBeCloseTo(value, value === 0.61 || value === 0.48 ? 2 : 6);
	});
});

test.each([
	['one answer', [0, 0, 9, 0, 0], 1],
	['two ends', [5, 0, 0, 0, 5], 0],
	// Each .5 of 4 from the mean: 1 + log2(1 − .125).
	['two neighbors', [0, 0, 0, 5, 5], 1 + Math.log2(0.875)],
	// Distances 2, 1, 0: 1 + .4·log2(.5) + .4·log2(.75).
	['even answers', [4, 4, 4, 4, 4], 1 - 0.4 + 0.4 * Math.log2(0.75)]
])('consensus (Tastle & Wierman) of %s', (_, counts, value) => {
	expect(consensus(counts)).toBeCloseTo(value, 12);
});

test.each([
	['one answer', [0, 0, 9, 0, 0], 0],
	['two ends', [5, 0, 0, 0, 5], 1],
	// 4/4 · (2 · ½²·½·2) = ½.
	['two camps inside', [0, 5, 0, 5, 0], 0.5],
	// Σ|i − j| over five values is 40: 4/4 · 40/125.
	['even answers', [4, 4, 4, 4, 4], 0.32]
])('polarization (Esteban & Ray) of %s', (_, counts, value) => {
	expect(polarization(counts)).toBeCloseTo(value, 12);
});

test('nobody, one person and a scale too short are undefined', () => {
	for (const measure of [vanDerEijk, consensus, polarization]) {
		expect(measure([0, 0, 0, 0, 0])).toBeNull();
		expect(measure([0, 0, 1, 0, 0])).toBeNull();
		expect(measure([7])).toBeNull();
		expect(measure([])).toBeNull();
	}
	expect(vanDerEijk([3, 3])).toBeNull();
});

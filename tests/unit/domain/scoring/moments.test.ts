import { covariance, mergeMoments, means, momentsOf, variances } from '$lib/domain/scoring/moments';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test('of a small table are what a hand gets', () => {
	const moments = momentsOf(
		[
			[1, 2],
			[2, 4],
			[3, 9]
		],
		2
	);
	expect(means(moments)).toEqual([2, 5]);
	// Deviations −1 0 1 and −3 −1 4: products 3 + 0 + 4 = 7, over n − 1 = 2.
	expect(covariance(moments)).toEqual([
		[1, 3.5],
		[3.5, 13]
	]);
});

test('of nobody have no means, of one person no variances', () => {
	expect(means(momentsOf([], 3))).toBeNull();
	expect(variances(momentsOf([[50]], 1))).toBeNull();
});

test('of people who all score the same have a variance of exactly zero', () => {
	const third = 100 / 3;
	expect(variances(momentsOf(Array(999).fill([third]), 1))).toEqual([0]);
});

test('can be split and merged anywhere', () => {
	const row = fc.tuple(fc.integer({ min: 0, max: 48 }), fc.integer({ min: 0, max: 48 }));
	fc.assert(
		fc.property(fc.array(row), fc.nat(), (rows, at) => {
			const cut = at % (rows.length + 1);
			const parts = mergeMoments(momentsOf(rows.slice(cut), 2), momentsOf(rows.slice(0, cut), 2));
			expect(parts).toEqual(momentsOf(rows, 2));
		})
	);
});

import { writtenAlike, writtenMean } from '$lib/domain/publication/rules/rounding';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const mean = (n: number, sum: number, range = 4) => ({
	n,
	value: BigInt(sum),
	most: BigInt(n * range),
	unit: 1n
});
const written = (n: number, sum: number, range = 4) => {
	const result = writtenMean(mean(n, sum, range), 100);
	return result.as === 'value'
		? result.step * (100 / result.steps)
		: `${result.share} ${result.side}`;
};

describe('the mean of a shown group', () => {
	test.each([
		['everybody answered lowest', 6, 0, '5 or-less'],
		['everybody answered highest', 6, 24, '95 or-more'],
		['everybody of thirty answered highest', 30, 120, '95 or-more'],
		['one of six answered one less than highest', 6, 23, '95 or-more'],
		['two of six answered one less than highest', 6, 22, 92],
		['one of thirty answered three less than highest', 30, 117, 98],
		['the middle', 6, 12, 50]
	])('when %s', (_, n, sum, shown) => {
		expect(written(n, sum)).toBe(shown);
	});

	test('of four people comes in steps of five points', () => {
		expect(written(4, 25, 48)).toBe(15);
		expect(written(5, 31, 48)).toBe(13);
	});

	test('rounds half up', () => {
		expect(written(50, 101)).toBe(51);
	});

	test('never says that everybody gave the same extreme answer: something else is written alike', () => {
		fc.assert(
			fc.property(fc.integer({ min: 4, max: 60 }), fc.integer({ min: 2, max: 48 }), (n, range) => {
				for (const sum of [0, n * range]) {
					const { low, high } = writtenAlike(
						mean(n, 0, range),
						writtenMean(mean(n, sum, range), 100)
					);
					expect(high - low).toBeGreaterThanOrEqual(n < 10 ? 1n : 2n);
				}
			})
		);
	});

	test('is written alike for exactly the sums in the range that the ledger reckons with', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 4, max: 30 }),
				fc.constantFrom(2, 4, 16, 48),
				fc.nat(),
				(n, range, seed) => {
					const own = writtenMean(mean(n, seed % (n * range + 1), range), 100);
					const { low, high } = writtenAlike(mean(n, 0, range), own);
					for (let sum = 0; sum <= n * range; sum += 1) {
						const isAlike =
							JSON.stringify(writtenMean(mean(n, sum, range), 100)) === JSON.stringify(own);
						expect(isAlike).toBe(BigInt(sum) >= low && BigInt(sum) <= high);
					}
				}
			)
		);
	});
});

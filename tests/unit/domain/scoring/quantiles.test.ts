import { chiSquareQuantile, fCdf, fQuantile, tCdf, tQuantile } from '$lib/domain/scoring/quantiles';
import { expect, test } from 'vitest';

test.each([
	// R 4: qt(p, df)
	['t', () => tQuantile(0.975, 2), 4.302653],
	['t', () => tQuantile(0.975, 11), 2.200985],
	['t with a fraction of a degree', () => tQuantile(0.95, 4.7), 2.0438111],
	['t with endless degrees', () => tQuantile(0.975, Infinity), 1.959964],
	// R 4: pt(2, 5), qchisq(.05, 7), qf(.975, 4, 30), pf(2.5, 4, 30)
	['the share of t below 2', () => tCdf(2, 5), 0.9490303],
	['χ²', () => chiSquareQuantile(0.05, 7), 2.16735],
	['F', () => fQuantile(0.975, 4, 30), 3.249925],
	['the share of F below 2.5', () => fCdf(2.5, 4, 30), 0.9365236]
])('%s agrees with R', (_, value, expected) => {
	expect(value()).toBeCloseTo(expected, 6);
});

test('a quantile asked twice is the same number', () => {
	expect(tQuantile(0.9, 7)).toBe(tQuantile(0.9, 7));
});

test.each([
	['a probability of one', () => tQuantile(1, 5)],
	['no probability', () => chiSquareQuantile(NaN, 5)],
	['no degrees of freedom', () => fQuantile(0.5, 0, 5)],
	['negative degrees of freedom', () => tCdf(1, -1)]
])('refuses %s', (_, value) => {
	expect(value).toThrow(RangeError);
});

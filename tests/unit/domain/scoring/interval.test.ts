import { errorOfMean, intervalAround, shareOfErrorNow } from '$lib/domain/scoring/interval';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, test } from 'vitest';

const TYPICAL = { spread: 20, reliability: 0.74 };
const UNKNOWN = { spread: null, reliability: null };

const marginOf = (n: number, sd: number, background = TYPICAL) =>
	intervalAround(50, errorOfMean({ n, variance: sd ** 2 }, background)!).margin;

describe('the interval of a team', () => {
	test.each([
		// measurement.md C2: s/√n at a typical spread of 20 points.
		[3, 11.6],
		[5, 9.0],
		[8, 7.1],
		[12, 5.8]
	])('of %i people has the standard error %f', (n, error) => {
		expect(Math.abs(errorOfMean({ n, variance: 400 }, UNKNOWN)!.error - error)).toBeLessThan(0.1);
	});

	test.each([
		// Answered, headcount and half-width from measurement.md C2, “half-widths to expect”.
		[3, 4, 19],
		[5, 6, 13],
		[8, 10, 10],
		[12, 12, 6]
	])('of %i of %i people, now, is ±%i points wide', (n, headcount, width) => {
		const now = marginOf(n, 20) * Math.sqrt(shareOfErrorNow(n, headcount, TYPICAL.reliability));
		expect(Math.round(now)).toBe(width);
	});

	test('is moderated up to twelve people and plain beyond, or where no spread is known', () => {
		const method = (n: number, background = TYPICAL) =>
			errorOfMean({ n, variance: 100 }, background)!.method;
		expect([method(3), method(12), method(13), method(3, UNKNOWN as any)]).toEqual([
			'moderated-t',
			'moderated-t',
			'plain-t',
			'plain-t'
		]);
	});

	test('pools the spread of three people with the typical one', () => {
		// By hand: s*² = (4·400 + 2·100)/6 = 300, SE = 10, t(.975, 6) = 2.446912.
		expect(marginOf(3, 10)).toBeCloseTo(24.46912, 4);
		// By hand: SE = 10/√3, t(.975, 2) = 4.302653.
		expect(marginOf(3, 10, UNKNOWN as any)).toBeCloseTo(24.84138, 4);
	});

	test.each([0, 1, 2])('does not exist for %i people', (n) => {
		expect(errorOfMean({ n, variance: n < 2 ? null : 100 }, TYPICAL)).toBeNull();
	});

	test('has a width also when a few people agree by chance', () => {
		expect(marginOf(4, 0)).toBeGreaterThan(10);
	});

	test('ends at 0 and 100 and keeps its margin', () => {
		const interval = intervalAround(95, { error: 10, df: 4, method: 'plain-t' });
		expect(interval).toMatchObject({ high: 100, method: 'plain-t' });
		expect(interval.margin).toBeCloseTo(27.76, 2);
		expect(interval.low).toBeCloseTo(95 - interval.margin, 10);
	});
});

test('when everybody answered, the error of measurement stays', () => {
	expect(shareOfErrorNow(6, 6, 0.74)).toBeCloseTo(0.26, 12);
	expect(shareOfErrorNow(7, 6, 0.74)).toBeCloseTo(0.26, 12);
	expect(shareOfErrorNow(3, 6, 0.74)).toBeCloseTo(0.63, 12);
});

describe('of 4,000 simulated teams, the interval holds the truth', () => {
	test.each([
		['plain t', 3, UNKNOWN, 0.95, 0.012],
		['plain t', 8, UNKNOWN, 0.95, 0.012],
		// measurement.md C2: .979 and .957; a guess of the spread that is right covers a little more.
		['moderated t', 3, TYPICAL, 0.979, 0.012],
		['moderated t', 12, TYPICAL, 0.957, 0.012]
	])('by %s with n = %i', (_, n, background, coverage, tolerance) => {
		const normal = normalGenerator(11);
		let held = 0;
		for (let team = 0; team < 4000; team++) {
			const scores = Array.from({ length: n }, () => 50 + 20 * normal());
			if (covers(scores, 50, background as typeof TYPICAL)) held++;
		}
		expect(Math.abs(held / 4000 - coverage)).toBeLessThan(tolerance);
	});

	test('of “these people, now” by the reliability correction, where the usual one claims certainty', () => {
		const normal = normalGenerator(12);
		const noise = 20 * Math.sqrt(1 - TYPICAL.reliability);
		let held = 0;
		for (let team = 0; team < 4000; team++) {
			const truths = Array.from({ length: 6 }, () => 50 + 20 * Math.sqrt(0.74) * normal());
			const truth = truths.reduce((sum, value) => sum + value, 0) / 6;
			const heard = truths.slice(0, 5).map((value) => value + noise * normal());
			if (covers(heard, truth, UNKNOWN as any, shareOfErrorNow(5, 6, 0.74))) held++;
		}
		expect(Math.abs(held / 4000 - 0.95)).toBeLessThan(0.012);
	});
});

function covers(scores: number[], truth: number, background: typeof TYPICAL, share = 1): boolean {
	const n = scores.length;
	const mean = scores.reduce((sum, value) => sum + value, 0) / n;
	const variance = scores.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
	const error = errorOfMean({ n, variance }, background)!;
	const { margin } = intervalAround(mean, { ...error, error: error.error * Math.sqrt(share) });
	return Math.abs(mean - truth) <= margin;
}

function normalGenerator(seed: number): () => number {
	const random = xoroshiro128plus(seed);
	const uniform = () => ((random.next() >>> 0) + 0.5) / 2 ** 32;
	return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

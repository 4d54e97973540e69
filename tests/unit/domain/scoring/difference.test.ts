import { isClear, pairedDifference, welchDifference } from '$lib/domain/scoring/difference';
import { momentsOf } from '$lib/domain/scoring/moments';
import { differenceSample, sampleOf, type Sample } from '$lib/domain/scoring/sample';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import expected from '../../../oracle/expected/differences.json';

const sample = (...values: number[]): Sample =>
	sampleOf(
		momentsOf(
			values.map((value) => [value]),
			1
		),
		0
	);
const EMPTY = sample();
const nothing = { difference: null, error: null, df: null, interval: null };

describe('a sample', () => {
	test('has no mean without people and no variance for one person', () => {
		expect(EMPTY).toEqual({ n: 0, mean: null, variance: null });
		expect(sample(40)).toEqual({ n: 1, mean: 40, variance: null });
		expect(sample(40, 60)).toEqual({ n: 2, mean: 50, variance: 200 });
	});

	test('has no spread when everybody answered alike, in fractions that do not add up exactly', () => {
		expect(sample(...new Array<number>(7).fill(100 / 3)).variance).toBe(0);
	});

	test('of differences comes from sums and products alone', () => {
		// 20 − 50, 40 − 50, 60 − 80: mean −20, squares 100 + 100 + 0.
		const moments = momentsOf(
			[
				[20, 50],
				[40, 50],
				[60, 80]
			],
			2
		);
		expect(differenceSample(moments, 0, 1)).toEqual({ n: 3, mean: -20, variance: 100 });
	});

	test('of differences has no spread when everybody moved by the same', () => {
		const rows = [0, 10, 35, 80].map((score) => [score / 3, score / 3 + 5]);
		expect(differenceSample(momentsOf(rows, 2), 1, 0).variance).toBe(0);
	});

	test('of a score that is not there is refused', () => {
		expect(() => sampleOf(momentsOf([], 2), 2)).toThrow(RangeError);
		expect(() => differenceSample(momentsOf([], 2), 0, 2)).toThrow(RangeError);
	});

	test('of differences agrees with differences taken person by person', () => {
		const score = fc.integer({ min: 0, max: 16 }).map((steps) => steps * 6.25);
		fc.assert(
			fc.property(fc.array(fc.tuple(score, score), { maxLength: 40 }), (rows) => {
				const direct = sample(...rows.map(([a, b]) => a - b));
				const { n, mean, variance } = differenceSample(momentsOf(rows, 2), 0, 1);
				expect(n).toBe(direct.n);
				expect(mean ?? -1).toBeCloseTo(direct.mean ?? -1, 8);
				expect(variance ?? -1).toBeCloseTo(direct.variance ?? -1, 6);
			})
		);
	});
});

describe('a difference of two groups', () => {
	// R 4.2.2, t.test(a, b): tests/oracle/differences.R
	test.each(expected.welch)('equals R’s Welch test, case %#', ({ a, b, ...r }) => {
		const { difference, error, df, interval } = welchDifference(sample(...a), sample(...b));

		expect(difference).toBeCloseTo(r.difference, 9);
		expect(error).toBeCloseTo(r.error, 9);
		expect(df).toBeCloseTo(r.df, 9);
		expect(interval!.low).toBeCloseTo(r.low, 6);
		expect(interval!.high).toBeCloseTo(r.high, 6);
	});

	test('is nothing when one side is empty', () => {
		expect(welchDifference(EMPTY, sample(10, 20))).toEqual(nothing);
		expect(welchDifference(sample(10, 20), EMPTY)).toEqual(nothing);
	});

	test('has no interval against one person, unless the noise of one person is known', () => {
		const members = sample(60, 70, 80);
		expect(welchDifference(members, sample(90))).toEqual({ ...nothing, difference: -20 });

		// 100 / 3 from the members with 2 df, 10² from the leader for sure.
		const known = welchDifference(members, sample(90), { answer: 10, onePerson: 10 });
		expect(known.error).toBeCloseTo(Math.sqrt(100 / 3 + 100), 12);
		expect(known.df).toBeCloseTo((100 / 3 + 100) ** 2 / ((100 / 3) ** 2 / 2), 9);
	});

	test('of one person and one person is normal, with both known errors', () => {
		const { error, df, interval } = welchDifference(sample(80), sample(20), {
			answer: 10,
			onePerson: 10
		});
		expect(error).toBeCloseTo(Math.SQRT2 * 10, 12);
		expect(df).toBeNull();
		// 60 ± 1.959964 × 14.142136
		expect(interval!.low).toBeCloseTo(32.2819, 4);
		expect(interval!.high).toBeCloseTo(87.7181, 4);
	});

	test('does not take equal answers for certainty', () => {
		const [a, b] = [sample(75, 75, 75, 75), sample(50, 50)];
		expect(welchDifference(a, b)).toEqual({ ...nothing, difference: 25 });

		// 10² / 4 + 10² / 2
		const known = welchDifference(a, b, { answer: 10, onePerson: null });
		expect(known.error).toBeCloseTo(Math.sqrt(75), 12);
		expect(known.df).toBeNull();
	});

	test('turns around with its sides', () => {
		const values = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 12 });
		fc.assert(
			fc.property(values, values, (a, b) => {
				const there = welchDifference(sample(...a), sample(...b));
				const back = welchDifference(sample(...b), sample(...a));
				expect(back.error).toBe(there.error);
				expect(back.interval?.low ?? 0).toBeCloseTo(-(there.interval?.high ?? 0), 9);
			})
		);
	});
});

describe('a difference within people', () => {
	// R 4.2.2, t.test(a, b, paired = TRUE); the last case is the sleep data of Student (1908).
	test.each(expected.paired)('equals R’s paired test, case %#', ({ a, b, at90, ...r }) => {
		const differences = sample(...a.map((value, i) => value - b[i]!));
		const at95 = pairedDifference(differences);

		expect(at95.difference).toBeCloseTo(r.difference, 9);
		expect(at95.error).toBeCloseTo(r.error, 9);
		expect(at95.df).toBeCloseTo(r.df, 9);
		expect(at95.interval!.low).toBeCloseTo(r.low, 7);
		expect(at95.interval!.high).toBeCloseTo(r.high, 7);
		expect(pairedDifference(differences, undefined, 0.9).interval!.high).toBeCloseTo(at90.high, 7);
	});

	test('is nothing for nobody, and has no interval for one person', () => {
		expect(pairedDifference(EMPTY)).toEqual(nothing);
		expect(pairedDifference(sample(12), { answer: 10 })).toEqual({ ...nothing, difference: 12 });
	});

	test('takes the known error of two answers when everybody moved by the same', () => {
		expect(pairedDifference(sample(25, 25, 25))).toEqual({ ...nothing, difference: 25 });
		// 10·√2/√2
		expect(pairedDifference(sample(25, 25), { answer: 10 }).error).toBeCloseTo(10, 12);
	});
});

test.each([
	[{ low: 1, high: 9 }, true],
	[{ low: -9, high: -1 }, true],
	[{ low: -1, high: 9 }, false],
	[{ low: 0, high: 9 }, false],
	[null, false]
])('an interval of %o is clear of zero: %s', (interval, clear) => {
	expect(isClear({ interval })).toBe(clear);
});

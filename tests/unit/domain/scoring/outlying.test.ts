import { isFarOut, squaredDistances } from '$lib/domain/scoring/outlying';
import { withAndWithout } from '$lib/domain/scoring/without-careless';
import { describe, expect, test } from 'vitest';
import { expected, oracleAnswers } from '../../../support/oracle';

const oracle = expected('statistics').distance;
const rowsOf = (name: 'team-answers' | 'team-answers-missing') =>
	oracleAnswers(name).map(({ answers }) => answers);

describe('squared Mahalanobis distances', () => {
	test('are those of R’s mahalanobis()', () => {
		const distances = squaredDistances(rowsOf('team-answers'))!;
		oracle.first.forEach((value: number, at: number) =>
			expect(distances[at]).toBeCloseTo(value, 9)
		);
		expect(Math.max(...distances.map((value) => value!))).toBeCloseTo(oracle.largest, 9);
		expect(distances.filter((value) => isFarOut(value!, 6))).toHaveLength(oracle.farOut);
	});

	test('add up to people minus one, times items', () => {
		const all = squaredDistances(rowsOf('team-answers'))!;
		expect(all.reduce<number>((sum, value) => sum + value!, 0)).toBeCloseTo(239 * 6, 8);
	});

	test('do not depend on how items are keyed', () => {
		const rows = rowsOf('team-answers');
		const turned = rows.map((row) => row.map((answer, at) => (at % 2 ? 6 - answer! : answer)));
		const own = squaredDistances(rows)!;
		squaredDistances(turned)!.forEach((value, at) => expect(value).toBeCloseTo(own[at]!, 8));
	});

	test('need 200 complete people', () => {
		const rows = rowsOf('team-answers');
		expect(squaredDistances(rows.slice(0, 200))).toHaveLength(200);
		expect(squaredDistances(rows.slice(0, 199))).toBeNull();
		// 182 of the 240 with gaps answered everything.
		expect(squaredDistances(rowsOf('team-answers-missing'))).toBeNull();
		expect(squaredDistances([])).toBeNull();
	});

	test('leave out people with a missing answer, who change nobody’s distance', () => {
		const rows = rowsOf('team-answers');
		const distances = squaredDistances([[1, null, 1, 1, 1, 1], ...rows])!;
		expect(distances[0]).toBeNull();
		expect(distances.slice(1)).toEqual(squaredDistances(rows));
	});

	test('are undefined where an item is constant or repeats another', () => {
		const rows = rowsOf('team-answers');
		expect(squaredDistances(rows.map((row) => [...row, 3]))).toBeNull();
		expect(squaredDistances(rows.map((row) => [...row, row[0]!]))).toBeNull();
		expect(squaredDistances(rows.map((row) => [...row, row[0]! + row[1]!]))).toBeNull();
	});

	test('beyond χ²(.999) are far out: 22.46 for six items', () => {
		// R: qchisq(.999, 6) = 22.45774.
		expect(isFarOut(22.45, 6)).toBe(false);
		expect(isFarOut(22.46, 6)).toBe(true);
	});
});

describe('with and without careless sheets', () => {
	test.each([
		// 10 people, mean 60; the two flagged at 30: the others' mean is (600 − 60)/8 = 67.5.
		[{ n: 10, sum: 600, flaggedN: 2, flaggedSum: 60 }, 60, 67.5, 7.5, true],
		// Flagged at 40: (600 − 80)/8 = 65, five points exactly: not more than five.
		[{ n: 10, sum: 600, flaggedN: 2, flaggedSum: 80 }, 60, 65, 5, false],
		[{ n: 10, sum: 600, flaggedN: 0, flaggedSum: 0 }, 60, 60, 0, false],
		[{ n: 2, sum: 100, flaggedN: 2, flaggedSum: 100 }, 50, null, null, false],
		[{ n: 0, sum: 0, flaggedN: 0, flaggedSum: 0 }, null, null, null, false]
	])('%j', (sums, whole, without, difference, moves) => {
		expect(withAndWithout([{ dimension: 'voice', ...sums }])).toEqual([
			{ dimension: 'voice', with: whole, without, difference, moves }
		]);
	});
});

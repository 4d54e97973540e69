import { oneFactorLoadings } from '$lib/domain/scoring/one-factor';
import { mergePairSums, pairSumsOf, pairwiseCovariance } from '$lib/domain/scoring/pairwise';
import {
	alpha,
	itemTotal,
	keyedCovariance,
	omegaTotal,
	reliability
} from '$lib/domain/scoring/reliability';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expected, ORACLE_KEYS, oracleAnswers } from '../../../support/oracle';

type Rows = (number | null)[][];
const rowsOf = (name: 'team-answers' | 'team-answers-missing'): Rows =>
	oracleAnswers(name).map(({ answers }) => answers);
const isComplete = (row: (number | null)[]) => row.every((answer) => answer !== null);

/** Reliability of raw answers, all pairs that people give. */
function ofRows(rows: Rows, keys: readonly (1 | -1)[] = ORACLE_KEYS) {
	const { covariance, people } = pairwiseCovariance(pairSumsOf(rows, keys.length));
	return reliability(covariance, keys, people);
}

describe('values of R’s psych on generated answers', () => {
	const oracle = expected('statistics').reliability;
	const whole = rowsOf('team-answers');
	const gaps = rowsOf('team-answers-missing');

	test.each([
		['complete answers', whole, oracle.complete],
		['answers with gaps, pairwise', gaps, oracle.pairwise],
		['answers with gaps, complete people only', gaps.filter(isComplete), oracle.listwise]
	])('alpha, alpha if dropped and item-total correlation of %s', (_, rows, values) => {
		const result = ofRows(rows);
		expect(result.alpha).toBeCloseTo(values.alpha, 10);
		result.perItem.forEach(({ alphaIfDropped, itemTotal }, item) => {
			expect(alphaIfDropped).toBeCloseTo(values.alphaIfDropped[item], 10);
			expect(itemTotal).toBeCloseTo(values.itemTotal[item], 10);
		});
	});

	test('omega total of one factor, to where psych’s optimizer stops', () => {
		expect(ofRows(whole).omega).toBeCloseTo(oracle.omega, 6);
		expect(ofRows(gaps).omega).toBeCloseTo(oracle.omegaPairwise, 6);
	});

	test('omega at the minimum of the residuals, to more digits', () => {
		expect(ofRows(whole).omega).toBeCloseTo(oracle.omegaFromLoadings, 9);
	});

	test('fifty people are enough for a rough alpha, not for omega', () => {
		const result = ofRows(whole.slice(0, 50));
		expect(result).toMatchObject({ people: 50, isRough: true, omega: null });
		expect(result.alpha).toBeCloseTo(oracle.firstFifty, 10);
		expect(ofRows(whole.slice(0, 49))).toMatchObject({ people: 49, alpha: null });
		expect(ofRows(whole.slice(0, 100)).isRough).toBe(false);
		expect(ofRows(whole.slice(0, 100)).omega).not.toBeNull();
		expect(ofRows(whole.slice(0, 99)).omega).toBeNull();
	});
});

describe('by hand', () => {
	const two = [
		[1, 0.5],
		[0.5, 1]
	];

	test('alpha of two items that correlate .5', () => {
		// Sum of all 3, of variances 2: 2·(1 − 2/3).
		expect(alpha(two)).toBeCloseTo(2 / 3, 12);
		expect(itemTotal(two, 0)).toBeCloseTo(0.5, 12);
	});

	test('alpha of a scale whose items run against each other is negative', () => {
		// Sum of all 2 − 1 = 1: 2·(1 − 2/1).
		expect(alpha(keyedCovariance(two, [1, -1]))).toBeCloseTo(-2, 12);
	});

	test('a factor that fits exactly gives its loadings and omega back', () => {
		// Loadings .8, .7, .6, .5: common part 2.6² = 6.76, uniquenesses 4 − 1.74 = 2.26, omega 6.76/9.02.
		const loadings = [0.8, 0.7, 0.6, 0.5];
		const correlations = loadings.map((a, i) => loadings.map((b, j) => (i === j ? 1 : a * b)));
		const found = oneFactorLoadings(correlations)!;
		loadings.forEach((loading, i) => expect(found[i]).toBeCloseTo(loading, 9));
		expect(omegaTotal(correlations)).toBeCloseTo(6.76 / 9.02, 9);
	});
});

describe('defined for everything', () => {
	const many = (row: (number | null)[], people = 120): Rows =>
		Array.from({ length: people }, () => row);

	test('nobody, one person, two people', () => {
		for (const rows of [[], many([1, 2, 3], 1), many([1, 2, 3], 2)]) {
			expect(ofRows(rows, [1, 1, 1])).toMatchObject({ alpha: null, omega: null, isRough: true });
		}
	});

	test('nothing answered, and two items nobody answered together', () => {
		expect(ofRows(many([null, null, null]), [1, 1, 1])).toMatchObject({ people: 0, alpha: null });
		const apart = [...many([1, null, 2]), ...many([null, 3, 2])];
		expect(ofRows(apart, [1, 1, 1])).toMatchObject({ people: 0, alpha: null, omega: null });
	});

	test('constant answers have no reliability; a constant item none of its own', () => {
		const constant = ofRows(many([3, 3, 3]), [1, 1, 1]);
		expect(constant).toMatchObject({ people: 120, alpha: null, omega: null });
		expect(constant.perItem[0]).toEqual({ alphaIfDropped: null, itemTotal: null });

		const rows = Array.from({ length: 120 }, (_, at) => [1 + (at % 5), 1 + (at % 4), 3]);
		const partly = ofRows(rows, [1, 1, 1]);
		expect(partly.alpha).not.toBeNull();
		expect(partly.omega).toBeNull();
		expect(partly.perItem[2]!.itemTotal).toBeNull();
	});

	test('one item and two items have no factor', () => {
		expect(ofRows(many([3]), [1])).toMatchObject({ items: 1, alpha: null, omega: null });
		const rows = Array.from({ length: 120 }, (_, at) => [1 + (at % 5), 1 + (at % 4)]);
		expect(ofRows(rows, [1, 1])).toMatchObject({ items: 2, omega: null });
		expect(ofRows([], [])).toMatchObject({ items: 0, alpha: null, perItem: [] });
	});

	test('items that all say the same keep omega below one', () => {
		const rows = Array.from({ length: 120 }, (_, at) => [1, 1, 1].map(() => 1 + (at % 5)));
		const { alpha, omega } = ofRows(rows, [1, 1, 1]);
		expect(alpha).toBeCloseTo(1, 12);
		// Uniquenesses stop at .005: 1 − 3·.005/9.
		expect(omega).toBeCloseTo(1 - 0.015 / 9, 9);
	});
});

describe('whatever people answer', () => {
	const answer = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 8 });
	const row = fc.tuple(answer, answer, answer);
	const people = fc.array(row, { minLength: 60, maxLength: 80 });
	const keys = [1, -1, 1] as const;

	test('the order of people, a person without answers and the origin of the scale change nothing', () => {
		fc.assert(
			fc.property(people, (rows) => {
				const own = ofRows(rows, keys);
				expect(ofRows(rows.toReversed(), keys)).toEqual(own);
				expect(ofRows([...rows, [null, null, null]], keys)).toEqual(own);
				const moved = rows.map((values) =>
					values.map((value) => (value === null ? null : value + 7))
				);
				expect(ofRows(moved, keys)).toEqual(own);
			}),
			{ numRuns: 30 }
		);
	});

	test('turning an item around with its key changes nothing', () => {
		fc.assert(
			fc.property(people, (rows) => {
				const turned = rows.map(
					([a, b, c]) => [a, b === null ? null : 6 - b, c] as (number | null)[]
				);
				const own = ofRows(rows, keys);
				const other = ofRows(turned, [1, 1, 1]);
				expect(other.alpha === null).toBe(own.alpha === null);
				expect(other.alpha ?? 0).toBeCloseTo(own.alpha ?? 0, 10);
			}),
			{ numRuns: 30 }
		);
	});

	test('sums of parts in any order are the sums of the whole', () => {
		fc.assert(
			fc.property(people, fc.nat(60), (rows, cut) => {
				const one = pairSumsOf(rows.slice(0, cut), 3);
				const other = pairSumsOf(rows.slice(cut), 3);
				expect(mergePairSums(other, one)).toEqual(pairSumsOf(rows, 3));
			}),
			{ numRuns: 30 }
		);
		expect(() => mergePairSums(pairSumsOf([], 2), pairSumsOf([], 3))).toThrow(RangeError);
	});
});

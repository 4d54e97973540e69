import { itemAgreement, scaleAgreement } from '$lib/domain/scoring/agreement';
import { NULL_DISTRIBUTIONS, nullVariance } from '$lib/domain/scoring/agreement-nulls';
import { countsOf } from '$lib/domain/scoring/counts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expected, oracleAnswers } from '../../../support/oracle';

const counts = (...answers: (number | null)[]) => countsOf(answers, { low: 1, high: 5 });

describe('values of R’s multilevel on generated teams', () => {
	const oracle = expected('statistics').agreement;
	const people = oracleAnswers('team-answers');
	const items = [0, 1, 2, 3, 4, 5];
	const teams: string[] = oracle.teams;

	test.each(teams)('%s', (team) => {
		const at = teams.indexOf(team);
		const members = people.filter((person) => person.team === team);
		const perItem = items.map((item) => counts(...members.map(({ answers }) => answers[item]!)));
		const scale = scaleAgreement(perItem);
		const first = itemAgreement(perItem[0]!);

		for (const name of NULL_DISTRIBUTIONS) {
			expect(scale.rwgJ[name]).toBeCloseTo(oracle.rwgJ[name][at], 10);
			expect(first.rwg[name]).toBeCloseTo(oracle.rwgItem1[name][at], 10);
		}
		expect(scale.rwgJLindell).toBeCloseTo(oracle.rwgJLindell[at], 10);
		expect(scale.adMean).toBeCloseTo(oracle.adMean[at], 10);
		expect(scale.adMedian).toBeCloseTo(oracle.adMedian[at], 10);
		expect(first.adMean).toBeCloseTo(oracle.adMeanItem1[at], 10);
		expect(scale.meanSd).toBeCloseTo(oracle.meanSd[at], 10);
		if (members.length < 4) {
			expect(scale.awg).toBeNull();
			return;
		}
		expect(scale.awg).toBeCloseTo(oracle.awg[at], 10);
		expect(first.awg).toBeCloseTo(oracle.awgItem1[at], 10);
	});
});

describe('by hand', () => {
	test('four people, half threes and half fours', () => {
		// Mean 3.5, squares 4·.25 = 1, variance 1/3; every answer is .5 from mean and median.
		// rwg 1 − (1/3)/2; a_wg: largest variance (5 − 3.5)(3.5 − 1)·4/3 = 5, 1 − (2/3)/5.
		const { variance, adMean, adMedian, rwg, awg } = itemAgreement(counts(3, 3, 4, 4));
		expect(variance).toBeCloseTo(1 / 3, 12);
		expect(adMean).toBe(0.5);
		expect(adMedian).toBe(0.5);
		expect(rwg.uniform).toBeCloseTo(5 / 6, 12);
		expect(awg).toBeCloseTo(13 / 15, 12);
	});

	test('rwg(j) of four such items', () => {
		// 4·(5/6)/(4·(5/6) + 1/6) = 20/21, while r*wg(j) stays at 5/6.
		const scale = scaleAgreement(Array.from({ length: 4 }, () => counts(4, 4, 5, 5)));
		expect(scale.rwgJ.uniform).toBeCloseTo(20 / 21, 12);
		expect(scale.rwgJLindell).toBeCloseTo(5 / 6, 12);
	});

	test('rwg is cut at the null; r*wg(j) goes below zero', () => {
		// Two at each end: variance 4·4/3 = 16/3, above the uniform 2.
		const scale = scaleAgreement([counts(1, 1, 5, 5)]);
		expect(scale.rwgJ.uniform).toBe(0);
		expect(scale.rwgJLindell).toBeCloseTo(1 - 16 / 6, 12);
		expect(scale.awg).toBe(-1);
	});

	test.each([
		['all at the end', [5, 5, 5, 5], 1],
		// Sum of steps 1 + 0·3 = 1, below the range of 4: mean 1.25 < (1·3 + 5)/4 = 2.
		['a mean too near the end', [1, 1, 1, 2], null],
		// Mean 2 is just inside: largest variance (5 − 2)(2 − 1)·4/3 = 4, variance 4, 1 − 8/4 = −1.
		['a mean at the bound', [1, 1, 1, 5], -1],
		['three people on five points', [3, 3, 4], null]
	])('a_wg of %s', (_, answers, value) => {
		expect(itemAgreement(counts(...answers)).awg).toBe(value);
	});
});

describe('defined for everything', () => {
	const empty = { variance: null, sd: null, adMean: null, adMedian: null, awg: null };

	test('no answer and one answer say nothing about agreement', () => {
		expect(itemAgreement(counts())).toMatchObject({ n: 0, ...empty, vanDerEijk: null });
		expect(itemAgreement(counts(3))).toMatchObject({ n: 1, ...empty, consensus: null });
		expect(itemAgreement(counts(null, null)).rwg.uniform).toBeNull();
		expect(scaleAgreement([])).toMatchObject({ items: 0, n: 0, adMean: null, word: null });
		expect(scaleAgreement([counts(), counts(2)])).toMatchObject({ items: 0, word: null });
	});

	test('two people who agree', () => {
		expect(itemAgreement(counts(4, 4))).toMatchObject({ sd: 0, adMean: 0, rwg: { uniform: 1 } });
		expect(scaleAgreement([counts(4, 4)]).word).toBeNull();
	});

	test('items with fewer than two answers are left out', () => {
		const scale = scaleAgreement([counts(1, 2, 1, 2), counts(5), counts()]);
		expect(scale).toMatchObject({ items: 1, n: 4 });
		expect(scale.adMean).toBe(0.5);
	});

	test('skewed nulls exist for the published scale lengths only, the uniform one for all', () => {
		expect(nullVariance('uniform', 3)).toBeCloseTo(2 / 3, 12);
		expect(nullVariance('heavy-skew', 5)).toBe(0.44);
		expect(nullVariance('slight-skew', 7)).toBe(2.9);
		expect(nullVariance('normal', 4)).toBeNull();
		expect(nullVariance('uniform', 1)).toBeNull();
		const three = itemAgreement(countsOf([0, 1, 2], { low: 0, high: 2 }));
		expect(three.rwg).toMatchObject({ uniform: 0, triangular: null });
	});
});

describe('whatever people answer', () => {
	const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 30 });
	const numbers = (values: readonly (number | null)[]) => itemAgreement(counts(...values));

	test('order, missing answers and the direction of the key change nothing', () => {
		fc.assert(
			fc.property(answers, (values) => {
				const own = numbers(values);
				expect(numbers(values.toReversed())).toEqual(own);
				expect(numbers([null, ...values, null])).toEqual(own);
				const turned = numbers(values.map((value) => 6 - value));
				expect(turned.variance).toBeCloseTo(own.variance!, 10);
				expect(turned.adMean).toBeCloseTo(own.adMean!, 10);
				expect(turned.adMedian).toBeCloseTo(own.adMedian!, 10);
				expect(turned.consensus).toBeCloseTo(own.consensus!, 10);
				expect(turned.polarization).toBeCloseTo(own.polarization!, 10);
				expect(turned.vanDerEijk).toBeCloseTo(own.vanDerEijk!, 10);
				if (own.awg === null) expect(turned.awg).toBeNull();
				else expect(turned.awg).toBeCloseTo(own.awg, 10);
			})
		);
	});

	test('moving the whole scale changes nothing', () => {
		fc.assert(
			fc.property(answers, fc.integer({ min: -50, max: 50 }), (values, shift) => {
				const moved = values.map((value) => value + shift);
				const onMovedScale = countsOf(moved, { low: 1 + shift, high: 5 + shift });
				expect(itemAgreement(onMovedScale)).toEqual(numbers(values));
			})
		);
	});

	test('numbers keep their range and the deviation from the median is the smallest', () => {
		fc.assert(
			fc.property(answers, (values) => {
				const { rwg, awg, consensus, polarization, vanDerEijk, adMean, adMedian } = numbers(values);
				const within = (value: number | null, low: number, high: number) =>
					expect(value === null || (value >= low - 1e-12 && value <= high + 1e-12)).toBe(true);
				NULL_DISTRIBUTIONS.forEach((name) => within(rwg[name], 0, 1));
				within(awg, -1, 1);
				within(consensus, 0, 1);
				within(polarization, 0, 1);
				within(vanDerEijk, -1, 1);
				expect(adMedian!).toBeLessThanOrEqual(adMean! + 1e-12);
			})
		);
	});
});

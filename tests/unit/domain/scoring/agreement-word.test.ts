import { scaleAgreement } from '$lib/domain/scoring/agreement';
import { criticalDeviation } from '$lib/domain/scoring/agreement-word';
import { countsOf } from '$lib/domain/scoring/counts';
import { describe, expect, test } from 'vitest';
import { expected } from '../../../support/oracle';

interface Limit {
	n: number;
	items: number;
	levels: number;
	critical: number;
}
const oracle: {
	exact: { n: number; one: number; four: number }[];
	simulated: Limit[];
} = expected('agreement-limits');

const word = (items: number, ...answers: (number | null)[]) =>
	scaleAgreement(Array.from({ length: items }, () => countsOf(answers, { low: 1, high: 5 }))).word;

describe('the average deviation that random answers rarely stay below', () => {
	test.each([
		[3, 0.61, 0.44],
		[5, 0.8, 0.48],
		[8, 0.91, 0.72],
		[12, 0.99, 0.83]
	])('of %i people is the measurement model’s: %f for four items, %f for one', (n, four, one) => {
		expect(criticalDeviation(n, 4)).toBeCloseTo(four, 2);
		expect(criticalDeviation(n, 1)).toBeCloseTo(one, 2);
	});

	test('follows the exact distribution for every size', () => {
		for (const { n, one, four } of oracle.exact) {
			expect(Math.abs(criticalDeviation(n, 1)! - one)).toBeLessThan(0.006);
			expect(Math.abs(criticalDeviation(n, 4)! - four)).toBeLessThan(0.003);
		}
	});

	test('follows simulation for other numbers of items, large groups and other scales', () => {
		for (const { n, items, levels, critical } of oracle.simulated) {
			const own = criticalDeviation(n, items, levels)!;
			const tolerance = levels === 2 ? 0.07 : 0.035;
			expect(Math.abs(own - critical), `${n} ${items} ${levels}`).toBeLessThan(tolerance);
		}
	});

	test('rises with people and with items, and is undefined below three people', () => {
		const sizes = [5, 6, 8, 12, 20, 22, 35, 50, 80, 500, 100_000];
		const values = sizes.map((n) => criticalDeviation(n, 4)!);
		expect(values).toEqual(values.toSorted((a, b) => a - b));
		expect(values.at(-1)).toBeLessThan(1.2);
		expect(criticalDeviation(8, 1)!).toBeLessThan(criticalDeviation(8, 4)!);
		expect(criticalDeviation(8, 4)!).toBeLessThan(criticalDeviation(8, 32)!);
		expect(criticalDeviation(2, 4)).toBeNull();
		expect(criticalDeviation(8, 0)).toBeNull();
	});
});

describe('the word for a team', () => {
	test.each([
		// Three people: no word, however close.
		[4, [4, 4, 4], null],
		[4, [4, 4, 4, 4], 'close-together'],
		// Five people, deviation (.8 + .2·4)/5 = .32.
		[4, [3, 4, 4, 4, 4], 'close-together'],
		// Mean 3.2, deviations 1.2, 1.2, .2, .8, 1.8 → 5.2/5 = 1.04 > .80.
		[4, [2, 2, 3, 4, 5], 'mixed'],
		// Standard deviation √(16/3) = 2.3 > 1.41.
		[4, [1, 1, 5, 5], 'wide-apart'],
		// 1,2,4,5: variance 10/3, deviation 1.83.
		[1, [1, 2, 4, 5], 'wide-apart'],
		// One item, four people: (.75 + 3·.25)/4 = .375 is not below its critical .375.
		[1, [3, 4, 4, 4], 'mixed'],
		[4, [3, 4, 4, 4], 'close-together'],
		// “Not sure” leaves three answers.
		[4, [4, 4, 4, null], null]
	])('%i items answered %j is %s', (items, answers, expectation) => {
		expect(word(items, ...answers)).toBe(expectation);
	});

	test('in a large team stays strict: a sixth of the scale, whatever chance would allow', () => {
		// A hundred people, evenly on 2, 3 and 4 (34, 33, 33): deviation about .67; on 1 to 5 it is 1.2.
		const even = (...levels: number[]) =>
			Array.from({ length: 100 }, (_, at) => levels[at % levels.length]!);
		expect(word(4, ...even(2, 3, 4))).toBe('close-together');
		// Half twos and half fours: deviation 1.0 is below chance (1.15) but above .83.
		expect(word(4, ...even(2, 4))).toBe('mixed');
	});

	test('rests on the item with the fewest answers', () => {
		const many = countsOf([4, 4, 4, 4, 4], { low: 1, high: 5 });
		const few = countsOf([4, 4, 4], { low: 1, high: 5 });
		expect(scaleAgreement([many, many]).word).toBe('close-together');
		expect(scaleAgreement([many, few]).word).toBeNull();
	});
});

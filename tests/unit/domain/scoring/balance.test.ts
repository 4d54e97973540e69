import { teamBalance } from '$lib/domain/scoring/balance';
import { momentsOf } from '$lib/domain/scoring/moments';
import { quadrantOf } from '$lib/domain/scoring/quadrant';
import { describe, expect, test } from 'vitest';
import { normals } from '../../../support/simulate';

const dimensions = ['outside-in', 'give-and-get'];
const team = (...people: [outward: number, inward: number][]) =>
	teamBalance({ moments: momentsOf(people, 2), dimensions });

describe('a team’s balance', () => {
	test('is outward minus inward within people, with a paired interval', () => {
		// Differences −20, −40, −30: mean −30, SD 10, SE 10/√3; t(.975, 2) = 4.302653, so ± 24.8414.
		const { balance, error, interval, outward, inward, n } = team([40, 60], [30, 70], [20, 50]);

		expect({ balance, outward, inward, n }).toEqual({
			balance: -30,
			outward: 30,
			inward: 60,
			n: 3
		});
		expect(error).toBeCloseTo(10 / Math.sqrt(3), 10);
		expect(interval!.low).toBeCloseTo(-54.8414, 3);
		expect(interval!.high).toBeCloseTo(-5.1586, 3);
	});

	test('warns when the team serves itself well and its customers not, beyond noise', () => {
		// t(.95, 2) = 2.919986: the 90 % interval of −30 ± 16.86 ends below zero.
		expect(team([40, 60], [30, 70], [20, 50])).toMatchObject({
			quadrant: 'turned-inward',
			isTurnedInward: true
		});
	});

	test.each([
		['the noise is larger', team([10, 60], [60, 50], [20, 80])],
		['customers are served well too', team([60, 80], [55, 85], [65, 90])],
		['colleagues are not served either', team([10, 40], [5, 35], [15, 48])],
		['two people are all there is', team([20, 60], [21, 62])]
	])('does not warn when %s', (_, result) => {
		expect(result.isTurnedInward).toBe(false);
	});

	test('has no interval for one person and nothing for nobody', () => {
		expect(team([20, 60])).toMatchObject({
			n: 1,
			balance: -40,
			interval: null,
			quadrant: 'turned-inward',
			isTurnedInward: false
		});
		expect(team()).toEqual({
			n: 0,
			outward: null,
			inward: null,
			balance: null,
			error: null,
			interval: null,
			quadrant: null,
			isTurnedInward: false,
			customers: null
		});
	});

	test('takes the known noise of an answer when everybody says the same', () => {
		const moments = momentsOf(new Array(5).fill([25, 75]), 2);
		expect(teamBalance({ moments, dimensions })).toMatchObject({
			balance: -50,
			interval: null,
			isTurnedInward: false
		});
		// 10·√2/√5 = 6.3246; −50 + 1.644854 × 6.3246 is below zero.
		const known = teamBalance({ moments, dimensions, noise: { answer: 10 } });
		expect(known.error).toBeCloseTo(6.3246, 4);
		expect(known.isTurnedInward).toBe(true);
	});

	test('has the customers’ view beside it, unmixed', () => {
		const moments = momentsOf([[40, 60]], 2);
		const customers = { n: 12, mean: 90, variance: 100 };
		const result = teamBalance({ moments, dimensions, customers });
		expect(result.customers).toEqual({ n: 12, outward: 90 });
		expect(result.outward).toBe(40);
	});

	test('may stand on other dimensions of a larger set', () => {
		const moments = momentsOf([[10, 20, 70]], 3);
		const balanceDimensions = { outward: 'clients', inward: 'peers' };
		const input = { moments, dimensions: ['x', 'peers', 'clients'], balanceDimensions };

		expect(teamBalance(input)).toMatchObject({ balance: 50, quadrant: 'heroic-front-line' });
		expect(() => teamBalance({ moments, dimensions: ['x', 'y', 'z'] })).toThrow(RangeError);
	});

	// measurement C6: false alarms .03 at B = 0; hits at −20: .40, at −30: .71 for five people; SE 10.
	test.each([
		[0, 0.03, 0.02],
		[-20, 0.4, 0.09],
		[-30, 0.71, 0.09]
	])('warns as often as promised at a true balance of %i', (difference, rate, tolerance) => {
		const normal = normals(8 - difference);
		const runs = 1000;
		let warnings = 0;
		for (let run = 0; run < runs; run++) {
			const people = Array.from({ length: 5 }, (): [number, number] => {
				const mood = 50 + 13 * normal();
				return [mood + difference / 2 + 15.5 * normal(), mood - difference / 2 + 15.5 * normal()];
			});
			if (team(...people).isTurnedInward) warnings++;
		}
		expect(Math.abs(warnings / runs - rate)).toBeLessThan(tolerance);
	});
});

test.each([
	[50, 50, 'connected'],
	[49.9, 50, 'turned-inward'],
	[50, 49.9, 'heroic-front-line'],
	[49.9, 49.9, 'walled']
])('outward %d and inward %d is %s', (outward, inward, quadrant) => {
	expect(quadrantOf(outward, inward)).toBe(quadrant);
});

import { teamSpread } from '$lib/domain/scoring/fidelity-spread';
import { fidelityOf, profileDistance, teamFidelities } from '$lib/domain/scoring/fidelity-team';
import { momentsOf } from '$lib/domain/scoring/moments';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('the distance of two profiles', () => {
	test('splits into elevation, scatter and shape', () => {
		// (60, 40) and (30, 50): δ² = (900 + 100)/2 = 500. Means 50, 40: 100. SDs 10, 10: 0. r = −1: 2·10·10·2 = 400.
		expect(profileDistance([60, 40], [30, 50])).toEqual({
			squared: 500,
			elevation: 100,
			scatter: 0,
			shape: 400,
			correlation: -1
		});
	});

	test('has no correlation when one of the profiles is flat', () => {
		expect(profileDistance([50, 50], [40, 60])).toEqual({
			squared: 100,
			elevation: 0,
			scatter: 100,
			shape: 0,
			correlation: null
		});
	});

	test('is the mean squared difference, and its parts are never negative', () => {
		const score = fc.double({ min: 0, max: 100, noNaN: true });
		fc.assert(
			fc.property(fc.array(fc.tuple(score, score), { minLength: 1, maxLength: 12 }), (pairs) => {
				const distance = profileDistance(
					pairs.map(([a]) => a),
					pairs.map(([, b]) => b)
				);
				const direct = pairs.reduce((sum, [a, b]) => sum + (a - b) ** 2, 0) / pairs.length;
				expect(distance.squared).toBeCloseTo(direct, 6);
				expect(distance.shape).toBeGreaterThanOrEqual(0);
			})
		);
	});
});

describe('a team against the others', () => {
	test('is compared with the mean of the other teams, without itself', () => {
		// Means 40, 50, 90 in one dimension, MSW = 100. Team three: (90 − 45)² = 2025,
		// noise 100 (1/3 + (1/3 + 1/3)/4) = 50, gap √1975 = 44.44.
		const rows = [40, 50, 90].map((mean) => [[mean - 10], [mean], [mean + 10]]);
		const spread = teamSpread(rows.map((people) => momentsOf(people, 1)));
		const [, , third] = teamFidelities(['a', 'b', 'c'], spread, 25);

		expect(third).toMatchObject({ team: 'c', n: 3, fidelity: 0, standsOut: true });
		expect(third!.distance.squared).toBeCloseTo(2025, 9);
		expect(third!.noise).toBeCloseTo(50, 9);
		expect(third!.gap).toBeCloseTo(44.441, 3);
		// χ²(.95, 1) = 3.841459: √(50 × 2.841459) = 11.9195 points, F = 52.32.
		expect(third!.chanceBand.low).toBeCloseTo(52.322, 3);
		expect(third!.chanceBand.high).toBe(100);
	});
});

test.each([
	[0, 100],
	[12.5, 50],
	[25, 0],
	[60, 0]
])('a gap of %d points is a fidelity of %d when a step is 25', (gap, expected) => {
	expect(fidelityOf(gap, 25)).toBe(expected);
});

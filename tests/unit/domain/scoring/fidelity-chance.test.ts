import {
	approximateP,
	chanceTest,
	MOST_SHUFFLED_SCORES
} from '$lib/domain/scoring/fidelity-chance';
import { teamSpread } from '$lib/domain/scoring/fidelity-spread';
import { momentsOf } from '$lib/domain/scoring/moments';
import { describe, expect, test } from 'vitest';
import { normals, simulateTeams } from '../../../support/simulate';

/** Teams in one dimension, with their spread and all of their people. */
function teamsOf(...teams: number[][]) {
	const rows = teams.map((scores) => scores.map((score) => [score]));
	return { people: rows.flat(), spread: teamSpread(rows.map((team) => momentsOf(team, 1))) };
}

describe('the chance test', () => {
	test('finds the share of arrangements that differ as much, counted by hand', () => {
		// Nine people, three of a kind; only the 3! = 6 of 9!/(3!·3!·3!) = 1680 arrangements that keep
		// each kind together differ as much: p = 6/1680 = .00357, here with 19,999 shuffles.
		const { people, spread } = teamsOf([0, 0, 0], [50, 50, 50], [100, 100, 100]);
		const { p } = chanceTest(spread, people, { shuffles: 19_999 });
		expect(Math.abs(p - 6 / 1680)).toBeLessThan(4 * Math.sqrt(0.00357 / 19_999));
	});

	test('counts ties: when every arrangement is the same, p is 1', () => {
		const { people, spread } = teamsOf([70, 70, 70], [70, 70, 70], [70, 70, 70, 70]);
		expect(chanceTest(spread, people).p).toBe(1);
	});

	test('is never zero: the arrangement that happened is one of them', () => {
		const { people, spread } = teamsOf(
			...[0, 25, 50, 75, 100].map((score) => Array(9).fill(score))
		);
		expect(chanceTest(spread, people)).toEqual({
			p: 1 / 1000,
			method: 'shuffle',
			shuffles: 999,
			seed: 1
		});
	});

	test('repeats with its seed and says which one it was', () => {
		const teams = simulateTeams(normals(3), { sizes: [5, 6, 7, 8], mean: () => 50 });
		const spread = teamSpread(teams.map(({ moments }) => moments));
		const people = teams.flatMap((team) => team.people);
		const once = chanceTest(spread, people, { seed: 7 });

		expect(chanceTest(spread, people, { seed: 7 })).toEqual(once);
		expect(once).toMatchObject({ method: 'shuffle', seed: 7 });
		expect(chanceTest(spread, people, { seed: 8 }).p).not.toBe(once.p);
	});

	test('refuses too few shuffles, and people who do not fill the teams', () => {
		const { people, spread } = teamsOf([1, 2, 3], [4, 5, 6], [7, 8, 9]);
		expect(() => chanceTest(spread, people, { shuffles: 998 })).toThrow(RangeError);
		expect(() => chanceTest(spread, people.slice(1))).toThrow(RangeError);
	});
});

describe('the approximation', () => {
	test('stands in for more scores than are shuffled, and says so', () => {
		const people = Array.from({ length: MOST_SHUFFLED_SCORES / 4 + 4 }, (_, at) =>
			Array.from({ length: 4 }, (_, d) => (at * (d + 3)) % 101)
		);
		const middle = people.length / 2;
		const parts = [people.slice(0, middle), people.slice(middle)];
		const spread = teamSpread(parts.map((part) => momentsOf(part, 4)));
		expect(chanceTest(spread, people)).toEqual({
			method: 'approximation',
			p: approximateP(spread)
		});
	});

	// 4,999 shuffles have a standard error of .003 at p = .05 and of .007 at .5.
	test.each([
		['equal teams', Array<number>(12).fill(25), 0.03],
		['teams of three', Array<number>(100).fill(3), 0.03],
		['unequal teams', [3, 5, 8, 13, 21, 34, 55, 89], 0.05],
		['four large teams', [80, 90, 100, 110], 0.06]
	])('is close to the shuffle for %s', (_, sizes, tolerance) => {
		const normal = normals(sizes.length);
		for (const gap of [0, 2, 4]) {
			const offsets = sizes.map(() => gap * normal());
			const teams = simulateTeams(normal, {
				sizes,
				mean: (team) => 50 + offsets[team]!,
				asAnswers: true
			});
			const spread = teamSpread(teams.map(({ moments }) => moments));
			const people = teams.flatMap((team) => team.people);
			const { p } = chanceTest(spread, people, { shuffles: 4999 });

			expect(Math.abs(approximateP(spread) - p)).toBeLessThan(tolerance);
			if (p < 0.1) expect(Math.abs(approximateP(spread) - p)).toBeLessThan(0.02);
		}
	});

	test('raises as few false alarms as promised', () => {
		const normal = normals(77);
		const runs = 1000;
		let alarms = 0;
		for (let run = 0; run < runs; run++) {
			const teams = simulateTeams(normal, { sizes: [4, 6, 9, 14, 20], mean: () => 50 });
			if (approximateP(teamSpread(teams.map(({ moments }) => moments))) < 0.05) alarms++;
		}
		expect(alarms / runs).toBeGreaterThan(0.03);
		expect(alarms / runs).toBeLessThan(0.08);
	});
});

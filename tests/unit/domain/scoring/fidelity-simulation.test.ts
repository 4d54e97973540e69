import { fidelity } from '$lib/domain/scoring/fidelity';
import { describe, expect, test } from 'vitest';
import { normals, simulateTeams } from '../../../support/simulate';

type Teams = ReturnType<typeof simulateTeams>;

const OPTIONS = { dimensions: Array.from({ length: 8 }, (_, d) => `${d}`), step: 25 };

/** Without people: the approximation answers the chance test, which keeps thousands of runs fast. */
function estimateOf(teams: Teams) {
	return fidelity(
		teams.map(({ team, moments }) => ({ team, moments })),
		OPTIONS
	).estimate!;
}

/** Teams whose true gap to the whole is `tau`, 70 % of it level and 30 % pattern, as in the specification. */
function organization(normal: () => number, sizes: readonly number[], tau: number, sd = 20): Teams {
	const gaps = sizes.map(() => {
		const level = Math.sqrt(0.7) * tau * normal();
		return OPTIONS.dimensions.map(() => level + Math.sqrt(0.3) * tau * normal());
	});
	return simulateTeams(normal, { sizes, sd, mean: (team, d) => 50 + gaps[team]![d]! });
}

const mean = (values: readonly number[]) =>
	values.reduce((sum, value) => sum + value, 0) / values.length;
const sdOf = (values: readonly number[]) => {
	const center = mean(values);
	return Math.sqrt(mean(values.map((value) => (value - center) ** 2)));
};
const median = (values: readonly number[]) =>
	values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

// The table “Behaviour” of measurement C4: mean (SD) of F, power of the chance test, median upper bound.
// Its rows τ = 5, 10, 15 hold before answers are cut to five options; of 25 points, true fidelities of 82, 64
// and 48 are gaps of 4.5, 9 and 13.
describe('fidelity keeps the promises of its table', () => {
	test.each([
		{ teams: 3, n: 3, tau: 0, f: 87, sd: 17, power: 0.05, upper: 20 },
		{ teams: 3, n: 3, tau: 9, f: 69, sd: 25, power: 0.21, upper: null },
		{ teams: 5, n: 5, tau: 0, f: 92, sd: 11, power: 0.05, upper: 9 },
		{ teams: 5, n: 5, tau: 4.5, f: 84, sd: 14, power: 0.17, upper: 11 },
		{ teams: 5, n: 5, tau: 9, f: 66, sd: 16, power: 0.56, upper: null },
		{ teams: 5, n: 5, tau: 13, f: 49, sd: 17, power: 0.87, upper: null },
		{ teams: 8, n: 12, tau: 0, f: 95, sd: 6, power: 0.05, upper: 5 },
		{ teams: 8, n: 12, tau: 4.5, f: 83, sd: 8, power: 0.49, upper: 7 },
		{ teams: 8, n: 12, tau: 9, f: 64, sd: 8, power: 0.99, upper: null },
		{ teams: 8, n: 12, tau: 13, f: 48, sd: 10, power: 1, upper: null }
	])('$teams teams of $n with a gap of $tau', ({ teams, n, tau, f, sd, power, upper }) => {
		const normal = normals(1000 * teams + 10 * n + tau);
		const runs = Array.from({ length: 300 }, () =>
			estimateOf(organization(normal, Array<number>(teams).fill(n), tau))
		);
		const scores = runs.map((run) => run.fidelity);
		const found = mean(runs.map(({ chance }) => (chance.p < 0.05 ? 1 : 0)));

		expect(Math.abs(mean(scores) - f)).toBeLessThan(4);
		expect(Math.abs(sdOf(scores) - sd)).toBeLessThan(4);
		expect(Math.abs(found - power)).toBeLessThan(0.13);
		if (upper !== null)
			expect(Math.abs(median(runs.map((run) => run.gapUpperBound)) - upper)).toBeLessThan(3);
	});

	test.each([
		['equal teams', [5, 5, 5, 5, 5]],
		['unequal teams', [3, 3, 4, 8, 20]]
	])('the squared gap is right on average with %s', (_, sizes) => {
		const normal = normals(sizes.length);
		for (const tau of [0, 5, 10]) {
			const variances = Array.from(
				{ length: 700 },
				() => estimateOf(organization(normal, sizes, tau)).variance
			);
			const error = sdOf(variances) / Math.sqrt(variances.length);
			expect(Math.abs(mean(variances) - tau ** 2)).toBeLessThan(3 * error);
		}
	});

	test('the upper bound covers the true gap in 95 % of organizations', () => {
		const normal = normals(95);
		const covered = Array.from({ length: 400 }, () => {
			const { gapUpperBound } = estimateOf(organization(normal, [5, 5, 5, 5, 5, 5, 5, 5], 10));
			return gapUpperBound >= 10 ? 1 : 0;
		});
		expect(mean(covered)).toBeGreaterThan(0.9);
	});

	test('disagreement inside teams does not lower it: it is not conformity', () => {
		const normal = normals(41);
		const [calm, lively] = [10, 40].map((sd) =>
			mean(
				Array.from(
					{ length: 300 },
					() => estimateOf(organization(normal, Array<number>(10).fill(12), 10, sd)).fidelity
				)
			)
		);
		expect(Math.abs(calm! - lively!)).toBeLessThan(6);
	});

	test('one team stands out by chance in five of a hundred, by a gap of 25 points nearly always', () => {
		const normal = normals(25);
		const standing = (offset: number) =>
			mean(
				Array.from({ length: 400 }, () => {
					const sizes = Array<number>(8).fill(5);
					const odd = (team: number) => 50 + (team === 0 ? offset : 0);
					const { byTeam } = estimateOf(simulateTeams(normal, { sizes, mean: odd }));
					return byTeam[0]!.standsOut ? 1 : 0;
				})
			);
		expect(standing(0)).toBeGreaterThan(0.02);
		expect(standing(0)).toBeLessThan(0.1);
		// The specification's power at n = 5 is 52 % for 15 points and 89 % for 25.
		expect(Math.abs(standing(15) - 0.52)).toBeLessThan(0.12);
		expect(Math.abs(standing(25) - 0.89)).toBeLessThan(0.08);
	});
});

// Pitfall 1 of measurement C4: 8 teams of 6.
describe('fidelity is not the spectrum', () => {
	const sizes = Array<number>(8).fill(6);
	const half = (team: number) => (team % 2 === 0 ? -1 : 1);
	const portraits = [
		{ name: 'a coherent monolith', sd: 15, mean: () => 20, level: 20, fidelity: 93 },
		{ name: 'a coherent hologram', sd: 20, mean: () => 75, level: 75, fidelity: 92 },
		{
			name: 'a patchwork of both',
			sd: 20,
			mean: (team: number) => 50 + 27 * half(team),
			level: 50,
			fidelity: 0
		},
		{
			name: 'one level in different patterns',
			sd: 20,
			mean: (team: number, d: number) => 55 + 14 * half(team + d),
			level: 55,
			fidelity: 43
		},
		{ name: 'a noisy middle', sd: 27, mean: () => 50, level: 50, fidelity: 91 }
	];

	test.each(portraits)('$name lies at $level and has a fidelity of $fidelity', (portrait) => {
		const normal = normals(portrait.fidelity + 1);
		const runs = Array.from({ length: 150 }, () => {
			const teams = simulateTeams(normal, { sizes, asAnswers: true, ...portrait });
			const people = teams.flatMap((team) => team.people);
			return { spectrum: mean(people.map(mean)), estimate: estimateOf(teams) };
		});
		expect(Math.abs(mean(runs.map((run) => run.spectrum)) - portrait.level)).toBeLessThan(3);
		expect(
			Math.abs(mean(runs.map((run) => run.estimate.fidelity)) - portrait.fidelity)
		).toBeLessThan(5);
	});

	test('level and pattern tell a patchwork from different patterns', () => {
		const normal = normals(12);
		const [patchwork, patterns] = [portraits[2]!, portraits[3]!].map(({ mean, sd }) =>
			estimateOf(simulateTeams(normal, { sizes: Array<number>(8).fill(30), mean, sd }))
		);
		expect(patchwork!.level.gap).toBeGreaterThan(24);
		expect(patchwork!.pattern.gap).toBeLessThan(6);
		expect(patterns!.pattern.gap).toBeGreaterThan(12);
		expect(patterns!.level.gap).toBeLessThan(6);
	});
});

describe('the verdict', () => {
	const verdictOf = (seed: number, sizes: number[], tau: number) =>
		fidelity(organization(normals(seed), sizes, tau), OPTIONS).verdict;

	test.each([
		['forty teams of ten alike', 'mirror', Array<number>(40).fill(10), 0],
		[
			'forty teams of thirty, a little different',
			'small-differences',
			Array<number>(40).fill(30),
			5
		],
		['forty teams of ten, far apart', 'different-pictures', Array<number>(40).fill(10), 25],
		['five teams of three', 'too-little-data', [3, 3, 3, 3, 3], 4]
	])('of %s is “%s”', (_, verdict, sizes, tau) => {
		expect(verdictOf(5, sizes, tau)).toBe(verdict);
	});

	test('of three teams of three is mostly “too-little-data”, whatever the truth', () => {
		const verdicts = Array.from({ length: 60 }, (_, seed) => verdictOf(seed, [3, 3, 3], seed % 15));
		const unsure = verdicts.filter((verdict) => verdict === 'too-little-data');
		expect(unsure.length).toBeGreaterThan(30);
	});

	test('turns at p = .05 and at an upper bound of half a step', () => {
		const normal = normals(50);
		const seen = new Map<string, string>();
		for (let run = 0; run < 400; run++) {
			const teams = organization(normal, Array<number>(10).fill(8), run % 12);
			const withoutPeople = teams.map(({ team, moments }) => ({ team, moments }));
			const { verdict, estimate } = fidelity(withoutPeople, OPTIONS);
			const { chance, gapUpperBound } = estimate!;
			const near = chance.p < 0.02 || chance.p > 0.1 ? 'far' : chance.p < 0.05 ? 'below' : 'above';
			seen.set(`${near}, ${gapUpperBound < 12.5 ? 'small' : 'large'}`, verdict);
		}
		expect(seen.get('below, small')).toBe('small-differences');
		expect(seen.get('above, small')).toBe('mirror');
		expect(seen.get('far, large')).toBe('different-pictures');
	});
});

test('five thousand teams are no trouble', () => {
	const teams = organization(normals(1), Array<number>(5000).fill(4), 10);
	const { estimate, people } = fidelity(teams, OPTIONS);
	expect(people).toBe(20_000);
	expect(estimate!.chance).toEqual({ p: 0.001, method: 'shuffle', shuffles: 999, seed: 1 });
	expect(Math.abs(estimate!.gap - 10)).toBeLessThan(0.3);
	expect(estimate!.byTeam).toHaveLength(5000);
});

import { holoscope } from '$lib/content/instruments';
import { answerStep, fidelity, type FidelityOptions } from '$lib/domain/scoring/fidelity';
import type { TeamProfiles } from '$lib/domain/scoring/fidelity-estimate';
import { momentsOf } from '$lib/domain/scoring/moments';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import oracle from '../../../oracle/expected/fidelity.json';

type Rows = readonly (readonly number[])[];

const teamOf = (team: string, people: Rows): TeamProfiles => ({
	team,
	people,
	moments: momentsOf(people, people[0]!.length)
});
const named = (...teams: Rows[]) => teams.map((people, at) => teamOf(`team-${at}`, people));
const withoutPeople = (teams: readonly TeamProfiles[]) =>
	teams.map(({ team, moments }) => ({ team, moments }));
const options = (dimensions: number, more: Partial<FidelityOptions> = {}): FidelityOptions => ({
	dimensions: Array.from({ length: dimensions }, (_, d) => `dimension-${d}`),
	step: 25,
	...more
});

/** Three teams of three and two dimensions; within each, scores lie 10 below, at, and 10 above the mean. */
const around = (first: number, second: number): Rows => [
	[first - 10, second + 10],
	[first, second],
	[first + 10, second - 10]
];
const byHand = named(around(40, 50), around(50, 50), around(60, 80));

describe('fidelity by hand', () => {
	// V = (100, 300), MSW = (100, 100), ñ = 3: τ²_d = (66.667, 266.667), τ² = 166.667, τ = 12.910.
	const { estimate } = fidelity(byHand, options(2));

	test('takes the blur of small teams out of the gap', () => {
		expect(estimate!.dimensions.map(({ variance }) => variance)).toEqual([
			expect.closeTo(200 / 3, 9),
			expect.closeTo(800 / 3, 9)
		]);
		expect(estimate!.variance).toBeCloseTo(500 / 3, 9);
		expect(estimate!.gap).toBeCloseTo(12.90994, 5);
		expect(estimate!.fidelity).toBeCloseTo(48.36022, 5);
	});

	test('splits into level and pattern', () => {
		// Levels 45, 50, 70: variance 175. A person's level does not vary within teams: nothing to take out.
		expect(estimate!.level.variance).toBeCloseTo(175, 9);
		expect(estimate!.pattern.variance).toBeCloseTo(500 / 3 - 175, 9);
		expect(estimate!.pattern.gap).toBe(0);
	});

	test('says how much of the whole’s variety each team contains', () => {
		expect(estimate!.varietyCarried).toBeCloseTo(100 / (100 + 500 / 3), 9);
		expect(estimate!.spreadWithin).toBeCloseTo(10, 9);
	});

	test('has an upper bound for the gap', () => {
		// S has rank one: (tr S)²/tr(S²) = 200²/40000 = 1, df = 2; χ²(.05, 2) = −2 ln .95 = 0.1025866.
		// 200 × 2/0.1025866 − 100/3 = 3865.80
		expect(estimate!.gapUpperBound).toBeCloseTo(62.1755, 3);
	});
});

// R 4.2.2, by aov and lm: tests/oracle/fidelity.R
describe.each(oracle)('fidelity by R, teams of $sizes', (r) => {
	const ends = r.sizes.map((_, at) => r.sizes.slice(0, at + 1).reduce((sum, n) => sum + n, 0));
	const teams = named(...ends.map((end, at) => r.scores.slice(end - r.sizes[at]!, end)));
	const estimate = fidelity(teams, options(r.scores[0]!.length)).estimate!;

	test('has the same gaps, level, pattern and upper bound', () => {
		expect(estimate.variance).toBeCloseTo(r.variance, 8);
		expect(estimate.fidelity).toBeCloseTo(r.fidelity, 8);
		expect(estimate.level.variance).toBeCloseTo(r.level, 8);
		expect(estimate.pattern.variance).toBeCloseTo(r.pattern, 8);
		expect(estimate.gapUpperBound).toBeCloseTo(r.gapUpperBound, 8);
		expect(estimate.varietyCarried).toBeCloseTo(r.varietyCarried, 8);
		estimate.dimensions.forEach(({ variance }, d) =>
			expect(variance).toBeCloseTo(r.varianceByDimension[d]!, 8)
		);
	});

	test('has the same chance test', () => {
		// Both sides are simulated: 999 shuffles here have a standard error of √(p(1 − p)/999).
		const error = Math.sqrt((r.shuffledP * (1 - r.shuffledP)) / 999);
		expect(Math.abs(estimate.chance.p - r.shuffledP)).toBeLessThan(4 * error + 0.001);
		const approximate = fidelity(withoutPeople(teams), options(r.scores[0]!.length));
		expect(approximate.estimate!.chance).toEqual({
			method: 'approximation',
			p: expect.closeTo(r.approximateP, 9)
		});
	});

	test('has the same teams', () => {
		estimate.byTeam.forEach((team, at) => {
			const expected = r.byTeam[at]!;
			expect(team.fidelity).toBeCloseTo(expected.fidelity, 8);
			expect(team.noise).toBeCloseTo(expected.noise, 8);
			expect(team.distance.squared).toBeCloseTo(expected.squared, 8);
			expect(team.distance.elevation).toBeCloseTo(expected.elevation, 8);
			expect(team.distance.scatter).toBeCloseTo(expected.scatter, 8);
			expect(team.distance.shape).toBeCloseTo(expected.shape, 8);
			expect(team.distance.correlation).toBeCloseTo(expected.correlation, 8);
			expect(team.chanceBand.low).toBeCloseTo(expected.low, 6);
			expect(team.chanceBand.high).toBeCloseTo(expected.high, 6);
		});
	});
});

describe('too little for a number', () => {
	test.each([
		['nobody', []],
		['empty teams', [{ team: 'a', moments: momentsOf([], 2) }]],
		[
			'teams of one and two people',
			named(
				[[1, 2]],
				[
					[3, 4],
					[5, 6]
				]
			)
		],
		['two teams', byHand.slice(1)],
		['two teams and a team of two', [...byHand.slice(1), teamOf('two', around(5, 5).slice(1))]]
	])('%s: no estimate, and it says so', (_, teams) => {
		const result = fidelity(teams, options(2));
		expect(result.estimate).toBeNull();
		expect(result.verdict).toBe('too-little-data');
		expect(result.flags).toContain('fewer-than-three-teams');
	});

	test('names the teams of fewer than three people, which do not count', () => {
		const result = fidelity([...byHand, teamOf('two', around(0, 0).slice(1))], options(2));
		expect(result).toMatchObject({ teams: 3, people: 9, leftOut: ['two'] });
		expect(result.estimate).toEqual(fidelity(byHand, options(2)).estimate);
	});

	test('refuses what is not a question', () => {
		expect(() => fidelity(byHand, options(3))).toThrow(RangeError);
		expect(() => fidelity(byHand, options(0))).toThrow(RangeError);
		expect(() => fidelity(byHand, options(2, { step: 0 }))).toThrow(RangeError);
	});
});

describe('answers without any spread', () => {
	const alike = (score: number, n = 4) => new Array<number[]>(n).fill([score, score]);

	test('in all teams: a mirror, and no variety to carry', () => {
		const result = fidelity(named(alike(100 / 3), alike(100 / 3, 7), alike(100 / 3)), options(2));
		expect(result.verdict).toBe('mirror');
		expect(result.estimate).toMatchObject({
			fidelity: 100,
			gap: 0,
			variance: 0,
			gapUpperBound: 0,
			varietyCarried: null,
			spreadWithin: 0,
			chance: { p: 1 }
		});
		expect(
			fidelity(withoutPeople(named(alike(50), alike(50), alike(50))), options(2))
		).toMatchObject({ verdict: 'mirror', estimate: { chance: { p: 1 } } });
	});

	test('within teams that differ: different pictures, as sure as the shuffle can be', () => {
		const teams = named(alike(20), alike(50), alike(80));
		const result = fidelity(teams, options(2));
		expect(result.verdict).toBe('different-pictures');
		expect(result.estimate).toMatchObject({ gap: 30, fidelity: 0, varietyCarried: 0 });
		expect(result.estimate!.chance.p).toBeLessThan(0.01);
		expect(fidelity(withoutPeople(teams), options(2)).estimate!.chance.p).toBe(0);
	});
});

describe('flags', () => {
	const teams = (count: number, mean = 50) =>
		named(...Array.from({ length: count }, () => around(mean, mean)));

	test.each([
		[2, ['fewer-than-three-teams']],
		[3, ['three-or-four-teams']],
		[4, ['three-or-four-teams']],
		[5, []]
	])('%i teams: %j', (count, flags) => {
		expect(fidelity(teams(count), options(2)).flags).toEqual(flags);
	});

	test.each([
		[14.9, ['floor']],
		[15, []],
		[85, []],
		[85.1, ['ceiling']]
	])('an organization at %d: %j', (organizationMean, flags) => {
		expect(fidelity(teams(5), options(2, { organizationMean })).flags).toEqual(flags);
	});

	test('take the mean of the teams when the organization’s is not given', () => {
		expect(fidelity(teams(5, 90), options(2)).flags).toEqual(['ceiling']);
	});
});

describe('one answer step', () => {
	test('is 25 points on five options, and the unit of fidelity on any scale', () => {
		const labels = ['never', 'seldom', 'often'];
		const options3 = labels.map((label, at) => ({ value: at + 1, label }));
		const three = { ...holoscope, scale: { ...holoscope.scale, options: options3 } };

		expect(answerStep(holoscope)).toBe(25);
		expect(answerStep(three)).toBe(50);
		// The same gap of 12.91 points is half of the share of a step of 50.
		const wide = fidelity(byHand, options(2, { step: 50 })).estimate!;
		expect(wide.gap).toBeCloseTo(12.90994, 5);
		expect(wide.fidelity).toBeCloseTo(100 - 12.90994 * 2, 4);
	});
});

describe('what must not matter', () => {
	const score = fc.integer({ min: 0, max: 16 }).map((steps) => steps * 6.25);
	const person = fc.array(score, { minLength: 3, maxLength: 3 });
	const organization = fc.array(fc.array(person, { minLength: 3, maxLength: 7 }), {
		minLength: 3,
		maxLength: 6
	});
	const check = (test: (rows: number[][][]) => void) =>
		fc.assert(fc.property(organization, test), { numRuns: 25 });
	const estimateOf = (teams: readonly TeamProfiles[], step = 25) =>
		fidelity(teams, options(3, { step })).estimate!;

	test('level and pattern add up to the whole', () => {
		check((rows) => {
			const { variance, level, pattern } = estimateOf(named(...rows));
			expect(level.variance + pattern.variance).toBeCloseTo(variance, 9);
		});
	});

	test('the order of people within teams, nor the order and names of teams', () => {
		check((rows) => {
			const teams = named(...rows);
			const mixed = rows.map((people, at) => teamOf(`x${at}`, people.toReversed())).reverse();
			const [a, b] = [estimateOf(teams), estimateOf(mixed)];
			expect(b.variance).toBeCloseTo(a.variance, 8);
			expect(b.gapUpperBound).toBeCloseTo(a.gapUpperBound, 6);
			expect(b.chance).toEqual(a.chance);
			b.byTeam
				.toReversed()
				.forEach((team, at) => expect(team.fidelity).toBeCloseTo(a.byTeam[at]!.fidelity, 4));
		});
	});

	test('adding the same to everybody', () => {
		check((rows) => {
			const moved = rows.map((people) => people.map((scores) => scores.map((one) => one + 12.5)));
			const [a, b] = [estimateOf(named(...rows)), estimateOf(named(...moved))];
			expect(b.variance).toBeCloseTo(a.variance, 7);
			expect(b.level.variance).toBeCloseTo(a.level.variance, 7);
			expect(b.chance).toEqual(a.chance);
		});
	});

	test('the unit: a scale twice as long has gaps twice as long and the same fidelity', () => {
		check((rows) => {
			const doubled = rows.map((people) => people.map((scores) => scores.map((one) => one * 2)));
			const [a, b] = [estimateOf(named(...rows)), estimateOf(named(...doubled), 50)];
			expect(b.variance).toBeCloseTo(4 * a.variance, 6);
			expect(b.fidelity).toBeCloseTo(a.fidelity, 6);
			expect(b.chance).toEqual(a.chance);
		});
	});
});

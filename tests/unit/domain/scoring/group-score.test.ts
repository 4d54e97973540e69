import {
	organizationScore,
	spreadWithin,
	teamScore,
	type Stratum
} from '$lib/domain/scoring/group-score';
import { describe, expect, test } from 'vitest';

const BACKGROUND = { spread: 20, reliability: 0.74 };
const NONE = { spread: null, reliability: null };

const stratum = (scores: number[], headcount: number | null = null): Stratum => {
	const n = scores.length;
	const mean = n === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / n;
	const squares = scores.reduce((sum, score) => sum + (score - mean!) ** 2, 0);
	return { sample: { n, mean, variance: n < 2 ? null : squares / (n - 1) }, headcount };
};

const organization = (strata: Stratum[], everybody: number[], background = BACKGROUND) =>
	organizationScore(strata, stratum(everybody).sample, background);

describe('an organization', () => {
	const small = [40, 60];
	const large = [50, 70, 60, 80, 65, 75, 55, 65, 70, 60, 65, 65];

	test('weighs its teams by headcount, so that an eager team does not speak for the others', () => {
		// By hand: small 50, large 65; 30 and 10 people: .75·50 + .25·65 = 53.75.
		const { mean } = organization(
			[stratum(small, 30), stratum(large, 10 + 2)],
			[...small, ...large]
		);
		expect(mean).toBeCloseTo((30 * 50 + 12 * 65) / 42, 10);
	});

	test('has the error of a stratified sample', () => {
		// By hand: s² are 200 and 750/11; weights 30/42 and 12/42.
		const { se, climate } = organization(
			[stratum(small, 30), stratum(large, 12)],
			[...small, ...large]
		);
		const parts = [(30 / 42) ** 2 * (200 / 2), (12 / 42) ** 2 * (750 / 11 / 12)];
		expect(se).toBeCloseTo(Math.sqrt(parts[0]! + parts[1]!), 10);
		expect(climate!.method).toBe('plain-t');
	});

	test('of one team has the score of that team', () => {
		const only = stratum([30, 50, 70, 45], 6);
		const score = organizationScore([only], only.sample, BACKGROUND);
		const team = teamScore(only, BACKGROUND);
		expect(score.mean).toBe(team.mean);
		expect(score.climate!.margin).toBeCloseTo(team.climate!.margin, 10);
		expect(score.now!.margin).toBeCloseTo(team.now!.margin, 10);
	});

	test('without headcounts weighs people, and says nothing about “now”', () => {
		const score = organization([stratum(small), stratum(large, 12)], [...small, ...large]);
		expect(score.mean).toBeCloseTo((2 * 50 + 12 * 65) / 14, 10);
		expect(score).toMatchObject({ now: null, missing: 'no-headcount' });
		expect(score.climate).not.toBeNull();
	});

	test('leaves out a team that nobody answered from', () => {
		const everybody = [...small, ...large];
		const strata = [stratum(small, 30), stratum(large, 12)];
		expect(organization([...strata, stratum([], 500)], everybody)).toEqual(
			organization(strata, everybody)
		);
	});

	test('of teams of one has a mean and no interval', () => {
		const strata = [10, 50, 90, 50].map((score) => stratum([score], 3));
		expect(organization(strata, [10, 50, 90, 50])).toMatchObject({
			n: 4,
			mean: 50,
			se: null,
			climate: null,
			missing: 'too-few-people'
		});
	});

	test('lends a team of one the spread of the others', () => {
		const { se } = organization([stratum([20], 14), stratum(large, 14)], [20, ...large]);
		expect(se).toBeCloseTo(Math.sqrt(0.25 * (750 / 11) + (0.25 * (750 / 11)) / 12), 10);
	});

	test.each([
		['no team', []],
		['only silent teams', [stratum([], 5), stratum([], 7)]]
	])('of %s has no score', (_, strata) => {
		expect(organization(strata, [])).toEqual({
			n: 0,
			mean: null,
			sd: null,
			se: null,
			climate: null,
			now: null,
			missing: 'nobody'
		});
	});

	test('of people who all say the same is sure of it', () => {
		const same = Array<number>(20).fill(50);
		const score = organization([stratum(same, 20), stratum(same, 40)], [...same, ...same]);
		expect(score).toMatchObject({
			mean: 50,
			sd: 0,
			se: 0,
			climate: { low: 50, high: 50, margin: 0 }
		});
	});
});

describe('a team', () => {
	test.each([
		['nobody', [], 5, 'nobody'],
		['one person', [50], 5, 'too-few-people'],
		['two people', [50, 60], 5, 'too-few-people'],
		['people of unknown number', [50, 60, 70], null, 'no-headcount'],
		['enough people', [50, 60, 70], 5, null]
	])('of %s says what is missing', (_, scores, headcount, missing) => {
		expect(teamScore(stratum(scores, headcount), BACKGROUND).missing).toBe(missing);
	});

	test('of an instrument that states no precision has a plain interval and no “now”', () => {
		const score = teamScore(stratum([50, 60, 70], 5), NONE);
		expect(score).toMatchObject({
			climate: { method: 'plain-t' },
			now: null,
			missing: 'no-reliability'
		});
	});
});

test('spread within teams does not count how far teams lie apart', () => {
	const samples = [stratum([10, 20]), stratum([80, 90]), stratum([50])].map(({ sample }) => sample);
	expect(spreadWithin(samples)).toBeCloseTo(Math.sqrt(50), 10);
	expect(spreadWithin([stratum([5]).sample])).toBeNull();
});

import { betweenTeams, teamSummary, teamVariance } from '$lib/domain/scoring/between-teams';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expected, ORACLE_KEYS, oracleAnswers } from '../../../support/oracle';

const oracle = expected('statistics').betweenTeams;

/** The generated teams' scores: means of keyed answers. */
function generatedTeams(): Map<string, number[]> {
	const teams = new Map<string, number[]>();
	for (const { team, answers } of oracleAnswers('team-answers')) {
		const keyed = answers.map((answer, at) => (ORACLE_KEYS[at] === 1 ? answer! : 6 - answer!));
		const score = keyed.reduce((sum, value) => sum + value, 0) / keyed.length;
		teams.set(team, [...(teams.get(team) ?? []), score]);
	}
	return teams;
}

function expectOracle(variance: ReturnType<typeof teamVariance>, values: any) {
	for (const name of ['msBetween', 'msWithin', 'f', 'p', 'etaSquared'] as const)
		expect(variance![name]).toBeCloseTo(values[name], 9);
	expect(variance!.epsilonSquared).toBeCloseTo(values.epsilonSquared, 9);
	expect(variance!.omegaSquared).toBeCloseTo(values.omegaSquared, 9);
	expect(variance!.icc1.raw).toBeCloseTo(values.icc1, 9);
	expect(variance!.icc1PlainSize.raw).toBeCloseTo(values.icc1PlainSize, 9);
	expect(variance!.icc2.raw).toBeCloseTo(values.icc2, 9);
	expect(variance!.icc1Interval!.from).toBeCloseTo(values.interval[0], 9);
	expect(variance!.icc1Interval!.to).toBeCloseTo(values.interval[1], 9);
}

describe('values of R on generated teams', () => {
	test('of 3 to 44 people: aov, multilevel’s ICC1 and ICC2', () => {
		const teams = [...generatedTeams().values()].map(teamSummary);
		expectOracle(teamVariance(teams), oracle);
		expect(betweenTeams(teams)).toMatchObject({ teams: 16, people: 240, isRough: false });
	});

	test('of eight people each: also psych’s ICC with its interval', () => {
		const equal = [...generatedTeams().values()]
			.filter((scores) => scores.length >= 8)
			.map((scores) => teamSummary(scores.slice(0, 8)));
		const variance = teamVariance(equal)!;
		expectOracle(variance, oracle.equal);
		expect(variance.icc1.raw).toBeCloseTo(oracle.equal.psych[0], 9);
		expect(variance.icc1Interval!.from).toBeCloseTo(oracle.equal.psych[1], 9);
		expect(variance.icc1Interval!.to).toBeCloseTo(oracle.equal.psych[2], 9);
		expect(variance.n0).toBe(8);
	});
});

test('published: six targets and four judges of Shrout & Fleiss (1979)', () => {
	const ratings = [
		[9, 2, 5, 8],
		[6, 1, 3, 2],
		[8, 4, 6, 8],
		[7, 1, 2, 6],
		[10, 5, 6, 9],
		[6, 2, 4, 7]
	];
	const { msBetween, msWithin, icc1, icc2, icc1Interval } = teamVariance(ratings.map(teamSummary))!;
	expect(msBetween).toBeCloseTo(11.24, 2);
	expect(msWithin).toBeCloseTo(6.26, 2);
	expect(icc1.value).toBeCloseTo(0.17, 2);
	expect(icc2.value).toBeCloseTo(0.44, 2);
	// The interval as printed by R's psych for the same table.
	expect(icc1Interval!.from).toBeCloseTo(-0.13, 2);
	expect(icc1Interval!.to).toBeCloseTo(0.72, 2);
});

test('small probabilities keep their digits', () => {
	// F = 16,000 with 1 and 18 degrees of freedom; R: pf(16000, 1, 18, lower.tail = FALSE) = 5.30240262662e-28.
	const around = (middle: number) =>
		teamSummary(Array.from({ length: 10 }, (_, at) => middle + (at % 2 ? 1 : -1)));
	const { f, p } = teamVariance([around(0), around(Math.sqrt(32000 / 9))])!;
	expect(f).toBeCloseTo(16000, 6);
	expect(p! / 5.30240262662e-28).toBeCloseTo(1, 6);
});

test('by hand: two teams of two', () => {
	// 1, 3 and 5, 7: means 2 and 6 around 4; between 2·4 + 2·4 = 16, within 2 + 2 = 4.
	// MSB 16, MSW 2, F 8; η² 16/20; ε² (16 − 2)/20; ω² 14/22; ICC(1) 14/(16 + 2); ICC(2) 14/16.
	const variance = teamVariance([teamSummary([1, 3]), teamSummary([5, 7])])!;
	expect(variance).toMatchObject({ teams: 2, people: 4, msBetween: 16, msWithin: 2, f: 8, n0: 2 });
	expect(variance.etaSquared).toBeCloseTo(0.8, 12);
	expect(variance.epsilonSquared).toBeCloseTo(0.7, 12);
	expect(variance.omegaSquared).toBeCloseTo(7 / 11, 12);
	expect(variance.icc1.value).toBeCloseTo(7 / 9, 12);
	expect(variance.icc2.value).toBeCloseTo(7 / 8, 12);
});

describe('defined for everything', () => {
	const same = (n: number, value: number) => teamSummary(Array.from({ length: n }, () => value));

	test('no team, one team and empty teams compare nothing', () => {
		expect(teamVariance([])).toBeNull();
		expect(teamVariance([same(9, 50)])).toBeNull();
		expect(teamVariance([same(9, 50), same(0, 0), teamSummary([null, null])])).toBeNull();
	});

	test('teams of one person leave the variance inside teams open', () => {
		const variance = teamVariance([same(1, 10), same(1, 90)])!;
		expect(variance).toMatchObject({ msWithin: null, f: null, p: null, etaSquared: null });
		expect(variance.icc1).toEqual({ raw: null, value: null });
		expect(variance.icc1Interval).toBeNull();
	});

	test('everybody alike: nothing to divide', () => {
		const variance = teamVariance(Array.from({ length: 6 }, () => same(4, 0.1)))!;
		expect(variance).toMatchObject({ msBetween: 0, f: null, etaSquared: null });
		expect(variance.icc1.value).toBeNull();
		expect(variance.icc2.value).toBeNull();
	});

	test('alike inside teams, different between them: all variance is between', () => {
		const variance = teamVariance([same(3, 20), same(4, 80)])!;
		expect(variance).toMatchObject({ f: null, etaSquared: 1, icc1Interval: null });
		expect(variance.icc1.value).toBe(1);
		expect(variance.icc2.value).toBe(1);
	});

	test('scores that no computer holds exactly still count as alike', () => {
		const third = Array.from({ length: 7 }, () => 200 / 3 + 0.1);
		const variance = teamVariance([third, third.slice(2), third.slice(4)].map(teamSummary))!;
		expect(variance).toMatchObject({ msBetween: 0, msWithin: 0, f: null, etaSquared: null });
	});

	test('equal means: the negative value is kept, 0 is shown', () => {
		const variance = teamVariance([teamSummary([10, 90]), teamSummary([20, 80])])!;
		expect(variance.icc1).toEqual({ raw: -1, value: 0 });
		expect(variance.icc2.raw).toBeNull();
		expect(variance.f).toBe(0);
		expect(variance.icc1Interval).toEqual({ from: -1, to: -1 });
	});
});

test.each([
	[4, 20, false, null],
	[5, 4, true, true],
	[5, 3, false, null],
	[9, 3, true, true],
	[10, 2, true, false]
])('%i teams of %i people: shown %s, rough %s', (teams, size, isShown, isRough) => {
	const scores = Array.from({ length: size }, (_, at) => at * 10);
	const result = betweenTeams(
		Array.from({ length: teams }, (_, team) => teamSummary(scores.map((score) => score + team)))
	);
	expect(result !== null).toBe(isShown);
	expect(result?.isRough ?? null).toBe(isRough);
});

describe('whatever the scores', () => {
	const team = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 12 });
	const teams = fc.array(team, { minLength: 2, maxLength: 10 });

	test('relabeling teams, moving and stretching the scale leave the shares as they are', () => {
		fc.assert(
			fc.property(teams, fc.integer({ min: -50, max: 50 }), (groups, shift) => {
				const own = teamVariance(groups.map(teamSummary))!;
				const relabeled = teamVariance(groups.toReversed().map((scores) => teamSummary(scores)))!;
				const moved = teamVariance(
					groups.map((scores) => teamSummary(scores.map((score) => 3 * score + shift)))
				)!;
				for (const name of ['etaSquared', 'omegaSquared', 'f'] as const) {
					const close = own[name] === null ? 0 : Math.max(1, Math.abs(own[name])) * 1e-8;
					for (const other of [relabeled, moved]) {
						expect(other[name] === null).toBe(own[name] === null);
						expect(Math.abs((other[name] ?? 0) - (own[name] ?? 0))).toBeLessThanOrEqual(close);
					}
				}
				expect(moved.icc1.raw ?? 9).toBeCloseTo(own.icc1.raw ?? 9, 8);
			})
		);
	});

	test('nothing is NaN or infinite, and the interval holds ICC(1)', () => {
		fc.assert(
			fc.property(teams, (groups) => {
				const variance = teamVariance(groups.map(teamSummary))!;
				const { icc1, icc1PlainSize, icc2, icc1Interval, ...rest } = variance;
				const numbers = [icc1, icc1PlainSize, icc2].flatMap(({ raw, value }) => [raw, value]);
				for (const value of [...Object.values(rest), ...numbers])
					expect(value === null || Number.isFinite(value)).toBe(true);
				if (!icc1Interval) return;
				expect(icc1Interval.from).toBeLessThanOrEqual(icc1.raw! + 1e-9);
				expect(icc1Interval.to).toBeGreaterThanOrEqual(icc1.raw! - 1e-9);
			})
		);
	});
});

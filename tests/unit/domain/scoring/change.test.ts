import {
	areEnough,
	linkedChange,
	smallestChange,
	stratifiedChange,
	unlinkedChange,
	type TeamRounds
} from '$lib/domain/scoring/change';
import type { Sample } from '$lib/domain/scoring/sample';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const group = (n: number, mean: number, sd: number): Sample => ({ n, mean, variance: sd ** 2 });
const one = (mean: number): Sample => ({ n: 1, mean, variance: null });
const EMPTY: Sample = { n: 0, mean: null, variance: null };
const nothing = { difference: null, error: null, df: null, interval: null, isClear: false };

describe('a change between rounds', () => {
	test('is after minus before', () => {
		expect(unlinkedChange(group(5, 40, 20), group(5, 52, 20)).difference).toBe(12);
	});

	test('is found sooner when the same people’s answers are linked', () => {
		// Eight people, 20 points up. Unlinked: 2.145 × 10.5 = 22.5. Linked with r = .8: 2.365 × 4.696 = 11.1.
		const unlinked = unlinkedChange(group(8, 40, 21), group(8, 60, 21));
		const linked = linkedChange(group(8, 20, 21 * Math.sqrt(0.4)));

		expect([unlinked.isClear, linked.isClear]).toEqual([false, true]);
		expect(20 - unlinked.interval!.low).toBeCloseTo(22.52, 2);
		expect(20 - linked.interval!.low).toBeCloseTo(11.1, 2);
	});

	test('is nothing without answers in one of the rounds', () => {
		expect(unlinkedChange(EMPTY, group(5, 52, 20))).toEqual(nothing);
		expect(linkedChange(EMPTY)).toEqual(nothing);
	});
});

describe('linked people', () => {
	test.each([
		[2, 2, 2, true],
		[2, 4, 4, true],
		[2, 4, 5, false],
		[5, 11, 8, false],
		[1, 1, 1, false],
		[0, 0, 0, false]
	])('%i of %i then and %i now make the change: %s', (linked, before, after, enough) => {
		expect(areEnough(group(linked, 5, 9), group(before, 50, 20), group(after, 55, 20))).toBe(
			enough
		);
	});

	test('have the interval that Student gave for ten patients and two drugs', () => {
		// Student (1908), The probable error of a mean: mean 1.58 hours, t = 4.0621, R's t.test: 0.7001142 to 2.4598858.
		const differences = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4];
		const mean = differences.reduce((sum, d) => sum + d, 0) / 10;
		const variance = differences.reduce((sum, d) => sum + (d - mean) ** 2, 0) / 9;
		const { interval, error } = linkedChange({ n: 10, mean, variance });
		expect(mean / error!).toBeCloseTo(4.0621, 4);
		expect(interval!.low).toBeCloseTo(0.7001142, 7);
		expect(interval!.high).toBeCloseTo(2.4598858, 7);
	});
});

describe('the smallest change that n people can show', () => {
	// measurement C8, dimension SD 21 and overall SD 14.
	test.each([
		[3, [48, 32], [47, 31], [33, 22]],
		[5, [31, 20], [23, 16], [16, 11]],
		[8, [23, 15], [16, 10], [11, 7]],
		[12, [18, 12], [12, 8], [8, 6]]
	])('for %i people', (n, unlinked, linked6, linked8) => {
		const rounded = (r: number | null) =>
			[21, 14].map((sd) => Math.round(smallestChange(n, sd, r)!));
		expect(rounded(null)).toEqual(unlinked);
		expect(rounded(0.6)).toEqual(linked6);
		expect(rounded(0.8)).toEqual(linked8);
	});

	test('just reaches significance', () => {
		const smallest = smallestChange(5, 21)!;
		expect(unlinkedChange(group(5, 40, 21), group(5, 40 + smallest + 0.01, 21)).isClear).toBe(true);
		expect(unlinkedChange(group(5, 40, 21), group(5, 40 + smallest - 0.01, 21)).isClear).toBe(
			false
		);
	});

	test('does not exist below two people, and is refused for what is no spread or no correlation', () => {
		expect([smallestChange(0, 21), smallestChange(1, 21, 0.6)]).toEqual([null, null]);
		expect(smallestChange(5, 0)).toBe(0);
		expect(() => smallestChange(5, -1)).toThrow(RangeError);
		expect(() => smallestChange(5, NaN)).toThrow(RangeError);
		expect(() => smallestChange(5, 21, 1.2)).toThrow(RangeError);
	});
});

describe('an organization’s change', () => {
	const team = (id: string, headcount: number, before: Sample, after: Sample): TeamRounds => ({
		team: id,
		headcount,
		before,
		after
	});

	test('weighs its teams by headcount', () => {
		// Weights .75 and .25: .75 × 10 + .25 × (−6) = 6.
		// SE² = .5625 (400/16 + 400/16) + .0625 (100/5 + 225/5) = 28.125 + 4.0625 = 32.1875.
		const result = stratifiedChange([
			team('a', 60, group(16, 50, 20), group(16, 60, 20)),
			team('b', 20, group(5, 46, 10), group(5, 40, 15))
		]);
		expect(result.difference).toBeCloseTo(6, 12);
		expect(result.error).toBeCloseTo(Math.sqrt(32.1875), 12);
		// 32.1875² / (14.0625²/15 × 2 + 1.25²/4 + 2.8125²/4)
		expect(result.df).toBeCloseTo(1036.035 / (26.36719 + 0.390625 + 1.977539), 3);
		expect(result.leftOut).toEqual([]);
	});

	test('does not move when only the share of answers per team does', () => {
		const result = stratifiedChange([
			team('high', 50, group(40, 80, 10), group(5, 80, 10)),
			team('low', 50, group(5, 20, 10), group(40, 20, 10))
		]);
		expect(result.difference).toBe(0);
	});

	test('takes the linked people of a team where there are some', () => {
		// .75 × 8 + .25 × (−6) = 4.5; SE² = .5625 × 144/9 + .0625 (100/5 + 225/5) = 9 + 4.0625.
		const linked = group(9, 8, 12);
		const result = stratifiedChange([
			{ ...team('a', 60, group(16, 50, 20), group(16, 60, 20)), linked },
			team('b', 20, group(5, 46, 10), group(5, 40, 15))
		]);
		expect(result.difference).toBeCloseTo(4.5, 12);
		expect(result.error).toBeCloseTo(Math.sqrt(13.0625), 12);

		const rounds = team('a', 60, group(16, 50, 20), group(16, 60, 20));
		const { difference, error, df } = stratifiedChange([{ ...rounds, linked }]);
		const alone = linkedChange(linked);
		expect(difference).toBeCloseTo(alone.difference!, 12);
		expect(error).toBeCloseTo(alone.error!, 12);
		expect(df).toBeCloseTo(8, 9);
	});

	test('is as unsure as two answers each where linked people all moved alike', () => {
		const rounds = team('a', 9, group(4, 50, 20), group(4, 60, 20));
		const alike = stratifiedChange([{ ...rounds, linked: group(4, 10, 0) }], { answer: 6 });
		expect(alike.error).toBeCloseTo(Math.sqrt((2 * 36) / 4), 12);
		expect(alike.error).toBeCloseTo(linkedChange(group(4, 10, 0), { answer: 6 }).error!, 12);
	});

	test('of a single team is that team’s Welch change', () => {
		const [before, after] = [group(7, 41, 13), group(9, 56, 22)];
		const whole = stratifiedChange([team('a', 12, before, after)]);
		const alone = unlinkedChange(before, after);
		expect(whole.difference).toBeCloseTo(alone.difference!, 12);
		expect(whole.df).toBeCloseTo(alone.df!, 10);
		expect(whole.interval!.low).toBeCloseTo(alone.interval!.low, 10);
	});

	test('says which teams are not part of it', () => {
		const result = stratifiedChange([
			team('both', 10, group(5, 50, 20), group(5, 55, 20)),
			team('new', 10, EMPTY, group(5, 90, 20)),
			team('gone', 0, group(5, 50, 20), group(5, 55, 20))
		]);
		expect(result.difference).toBe(5);
		expect(result.leftOut).toEqual(['new', 'gone']);
		expect(stratifiedChange([])).toEqual({ ...nothing, leftOut: [] });
	});

	test('lends a team of one person the spread of the others', () => {
		// Weights .5: SE² = .25 × 100 × (1 + 1 + 1/4 + 1/4) = 62.5.
		const small = team('one', 1, one(30), one(50));
		const result = stratifiedChange([small, team('b', 1, group(4, 40, 10), group(4, 40, 10))]);
		expect(result.difference).toBe(10);
		expect(result.error).toBeCloseTo(Math.sqrt(62.5), 10);
		expect(stratifiedChange([small])).toEqual({ ...nothing, difference: 20, leftOut: [] });
	});

	test('takes the known noise of an answer when nobody differs from anybody', () => {
		const alike = [team('a', 8, group(4, 50, 0), group(4, 75, 0))];
		expect(stratifiedChange(alike)).toMatchObject({ difference: 25, interval: null });
		expect(stratifiedChange(alike, { answer: 10 }).error).toBeCloseTo(Math.sqrt(50), 12);
	});

	test('does not depend on the order of teams', () => {
		const round = fc.record({
			n: fc.integer({ min: 2, max: 30 }),
			mean: fc.integer({ min: 0, max: 100 }),
			variance: fc.integer({ min: 1, max: 900 })
		});
		const teams = fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), round, round), {
			minLength: 1,
			maxLength: 9
		});
		fc.assert(
			fc.property(teams, (rows) => {
				const all = rows.map(([headcount, a, b], at) => team(`${at}`, headcount, a, b));
				const there = stratifiedChange(all);
				const back = stratifiedChange(all.toReversed());
				expect(back.difference).toBeCloseTo(there.difference!, 9);
				expect(back.interval!.high).toBeCloseTo(there.interval!.high, 8);
			})
		);
	});
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contractSchema } from '$lib/domain/publication/contract';
import { roundProgress } from '$lib/domain/round/progress';

const contract = (changes: object = {}) =>
	contractSchema.parse({
		version: 1,
		lenses: ['member', 'leader', 'customer'],
		cuts: ['whole'],
		keptUntil: '2027-06-30',
		...changes
	});
const team = (id: string, headcount: number) => ({ id, previousId: null, name: id, headcount });
const members = (teamId: string, finished: number) => ({
	teamId,
	lens: 'member' as const,
	finished
});
const count = (finished: number) => ({ as: 'count', finished });
const tooFew = { as: 'too-few-to-say' };
const nearlyAll = { as: 'nearly-all' };

/** Teams as [headcount, finished], named a, b, c, … */
function progressOf(of: readonly (readonly [number, number])[], changes: object = {}) {
	const name = (at: number) => String.fromCharCode(97 + at);
	const teams = of.map(([headcount], at) => team(name(at), headcount));
	const counts = of.map(([, finished], at) => members(name(at), finished));
	return roundProgress(contract(changes), teams, counts);
}

describe('of each team', () => {
	test.each([
		['k have finished', 12, 5, count(5)],
		['fewer than k have', 12, 4, tooFew],
		['nobody has', 12, 0, tooFew],
		['one is missing', 12, 11, nearlyAll],
		['everybody has', 12, 12, count(12)],
		['the team is smaller than k', 4, 4, null]
	])('where %s', (_, headcount, finished, shown) => {
		expect(progressOf([[headcount, finished]]).teams).toEqual([{ teamId: 'a', finished: shown }]);
	});
});

describe('of all members', () => {
	test('counts every team that has a count of its own', () => {
		expect(
			progressOf([
				[12, 8],
				[9, 6]
			]).members
		).toEqual({ finished: count(14), headcount: 21 });
	});

	test.each([
		['is smaller than k', [4, 3]],
		['has fewer than k finished', [9, 2]],
		['misses one', [9, 8]]
	] as const)('leaves out the only team without a count, which %s', (_, hidden) => {
		expect(progressOf([[12, 8], hidden]).members).toEqual({ finished: count(8), headcount: 12 });
	});

	test('counts several teams without a count once they have one together', () => {
		const teams = [
			[12, 8],
			[4, 3],
			[6, 2]
		] as const;

		expect(progressOf(teams).members).toEqual({ finished: count(13), headcount: 22 });
		expect(progressOf(teams, { k: 6 }).members).toEqual({ finished: count(8), headcount: 12 });
	});

	test('says a word for all of them where no team has a count', () => {
		expect(
			progressOf([
				[12, 2],
				[9, 1]
			]).members
		).toEqual({ finished: tooFew, headcount: 21 });
		expect(progressOf([[12, 11]]).members).toEqual({ finished: nearlyAll, headcount: 12 });
	});

	test('says nothing where all of them are fewer than k', () => {
		expect(
			progressOf([
				[2, 2],
				[2, 2]
			]).members
		).toBeNull();
	});

	test('never lets a team without a count be taken from the sum', () => {
		const teams = fc.array(
			fc
				.integer({ min: 1, max: 15 })
				.chain((headcount) => fc.tuple(fc.constant(headcount), fc.nat(headcount))),
			{ minLength: 1, maxLength: 5 }
		);
		fc.assert(
			fc.property(teams, (of) => {
				const { teams, members } = progressOf(of);
				if (members?.finished.as !== 'count') return;
				const isCounted = (at: number) => teams[at]!.finished?.as === 'count';
				const counted = of.reduce((sum, [, n], at) => sum + (isCounted(at) ? n : 0), 0);
				const left = members.finished.finished - counted;
				const hidden = of.filter((_, at) => !isCounted(at));

				expect(left === 0 || (hidden.length > 1 && left >= 5)).toBe(true);
			})
		);
	});
});

test('never says whether a team’s one leader has answered', () => {
	const leaders = (teams: number, finished: number) => {
		const ids = Array.from({ length: teams }, (_, at) => `t${at}`);
		return roundProgress(
			contract(),
			ids.map((id) => team(id, 12)),
			ids.slice(0, finished).map((teamId) => ({ teamId, lens: 'leader', finished: 1 }))
		).leaders;
	};

	expect(leaders(4, 1)).toBeNull();
	expect(leaders(9, 4)).toEqual({ finished: tooFew, headcount: 9 });
	expect(leaders(9, 8)).toEqual({ finished: nearlyAll, headcount: 9 });
	expect(leaders(9, 6)).toEqual({ finished: count(6), headcount: 9 });
});

test('shows every count where people agreed to be open', () => {
	expect(progressOf([[3, 2]], { openness: 'open' })).toMatchObject({
		teams: [{ teamId: 'a', finished: count(2) }],
		members: { finished: count(2), headcount: 3 },
		leaders: { finished: count(0), headcount: 1 }
	});
});

test('counts those outside by lens, from k on', () => {
	const outside = (finished: number) =>
		roundProgress(contract(), [], [{ teamId: null, lens: 'customer', finished }]).outside;

	expect(outside(9)).toEqual([{ lens: 'customer', finished: count(9) }]);
	expect(outside(4)).toEqual([{ lens: 'customer', finished: tooFew }]);
});

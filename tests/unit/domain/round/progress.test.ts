import { expect, test } from 'vitest';
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

test('says how many have finished in each team of at least k', () => {
	const progress = roundProgress(
		contract(),
		[team('a', 12), team('b', 5)],
		[members('b', 2), members('a', 8)]
	);

	expect(progress.teams).toEqual([
		{ teamId: 'a', finished: 8 },
		{ teamId: 'b', finished: 2 }
	]);
	expect(progress.members).toEqual({ finished: 10, headcount: 17 });
});

test('does not let the count of one small team be taken from the sum', () => {
	const progress = roundProgress(
		contract(),
		[team('a', 12), team('small', 4)],
		[members('a', 8), members('small', 3)]
	);

	expect(progress.teams[1]).toEqual({ teamId: 'small', finished: null });
	expect(progress.members).toEqual({ finished: 8, headcount: 12 });
});

test('counts several small teams together once they are at least k people', () => {
	const teams = [team('a', 12), team('s', 4), team('t', 3)];
	const counts = [members('a', 8), members('s', 3), members('t', 1)];

	expect(roundProgress(contract(), teams, counts).members).toEqual({ finished: 12, headcount: 19 });
	expect(roundProgress(contract({ k: 8 }), teams, counts).members).toEqual({
		finished: 8,
		headcount: 12
	});
});

test('says nothing of members where every team is too small and all of them together are', () => {
	expect(roundProgress(contract(), [team('a', 2), team('b', 2)], []).members).toBeNull();
});

test('never says whether a team’s one leader has answered', () => {
	const few = [team('a', 12), team('b', 12)];
	const many = ['a', 'b', 'c', 'd', 'e'].map((id) => team(id, 12));
	const counts = [{ teamId: 'a', lens: 'leader' as const, finished: 1 }];

	expect(roundProgress(contract(), few, counts).leaders).toBeNull();
	expect(roundProgress(contract(), many, counts).leaders).toEqual({ finished: 1, headcount: 5 });
});

test('shows every count where the team agreed to be open', () => {
	const open = contract({ openness: 'open' });

	expect(roundProgress(open, [team('a', 3)], [members('a', 2)])).toMatchObject({
		teams: [{ teamId: 'a', finished: 2 }],
		members: { finished: 2, headcount: 3 },
		leaders: { finished: 0, headcount: 1 }
	});
});

test('counts those outside by lens', () => {
	const counts = [{ teamId: null, lens: 'customer' as const, finished: 9 }];

	expect(roundProgress(contract(), [], counts).outside).toEqual([
		{ lens: 'customer', finished: 9 }
	]);
});

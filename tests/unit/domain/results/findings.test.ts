import { countRound } from '$lib/domain/results/counted-round';
import { publishRound } from '$lib/domain/results/publish-round';
import { expect, test } from 'vitest';
import {
	madeRound,
	publicationOf,
	resultsFor,
	resultsFrom,
	type MadeRound,
	type MadeTeam
} from '../../../support/closed-rounds';

const everything = ['voice', 'regard', 'rules', 'roles', 'power', 'whole', 'stories'];
const plain = (people: number): MadeTeam => ({ headcount: people + 4, answered: people });
const at = (points: number) =>
	Object.fromEntries([...everything, 'outside-in', 'give-and-get'].map((id) => [id, points]));

test('a team that turned inward is warned, the others are not', () => {
	const inward = { ...at(50), 'outside-in': 25, 'give-and-get': 75 };
	const { balance } = resultsFor(
		madeRound({ teams: [{ ...plain(14), profile: inward }, plain(20), plain(16)] })
	);
	const of = (group: string) => balance.find((each) => each.group === group);

	expect(of('t1')).toEqual({
		group: 't1',
		quadrant: { as: 'value', value: 'turned-inward' },
		isTurnedInward: { as: 'value', value: true }
	});
	expect(of('t2')!.isTurnedInward).toEqual({ as: 'value', value: false });
});

test('a team with a picture of its own stands out in fidelity', () => {
	const other = { ...at(50), voice: 15, rules: 15, whole: 85, stories: 15, regard: 80 };
	const { fidelity } = resultsFor(
		madeRound({
			teams: [plain(15), plain(15), plain(15), plain(15), { ...plain(15), profile: other }]
		})
	);

	const standing = fidelity.teams.filter(
		({ standsOut }) => standsOut.as === 'value' && standsOut.value
	);
	expect(standing.map(({ team }) => team)).toContain('t5');
	expect(fidelity.verdict).toMatchObject({ as: 'value' });
	expect(fidelity.teams).toHaveLength(5);
});

test('hidden teams have no part in fidelity', () => {
	const { fidelity, teams } = resultsFor(
		madeRound({ teams: [plain(15), plain(15), plain(15), plain(8), { headcount: 4, answered: 4 }] })
	);

	expect(teams[3]!.overall.mean.as).toBe('hidden');
	expect(fidelity.teams.map(({ team }) => team)).toEqual(['t1', 't2', 't3']);
});

test('with two teams to show, fidelity has too little data and no numbers', () => {
	const { fidelity } = resultsFor(madeRound({ teams: [plain(15), plain(15)] }));

	expect(fidelity).toEqual({
		verdict: { as: 'value', value: 'too-little-data' },
		fidelity: null,
		gap: null,
		teams: []
	});
});

test('two lenses that differ by more than noise have a gap: the difference of what is shown', () => {
	const results = resultsFor(
		madeRound({
			teams: [plain(20), plain(20)].map((t) => ({ ...t, profile: at(25) })),
			lenses: { leader: 12 }
		})
	);
	const [leaders] = results.lenses;

	expect(results.gaps.map(({ a, b }) => [a, b])[0]).toEqual(['member', 'leader']);
	for (const { dimension, difference } of results.gaps) {
		const of = ({ overall, dimensions }: typeof results.whole) =>
			[overall, ...dimensions].find(({ measure }) => measure === dimension)!.mean;
		const [members, leader] = [of(results.whole), of(leaders!)];
		expect(members.as === 'value' && leader.as === 'value').toBe(true);
		if (members.as === 'value' && leader.as === 'value')
			expect(difference).toBe(members.value - leader.value);
		expect(Math.abs(difference)).toBeGreaterThanOrEqual(10);
	}
});

test('lenses that see the same have no gap', () => {
	const made = madeRound({ teams: [plain(20), plain(20)], lenses: { customer: 30 } });
	expect(resultsFor(made).gaps).toEqual([]);
});

const before: MadeRound = {
	teams: [plain(20), plain(18), plain(8), { headcount: 4, answered: 4 }]
};
const after: MadeRound = {
	...before,
	teams: before.teams.map((team) => ({ ...team, profile: { ...at(50), voice: 72 } })),
	seed: 2
};

test('a change is the difference of two shown means, and clear when larger than its margin', () => {
	const [one, two] = [madeRound(before), madeRound(after)];
	const counted = countRound(one.closed, one.sheets);
	const publication = publishRound(counted, { ledger: [], previous: null });
	const results = resultsFrom(
		two.closed,
		publishRound(countRound(two.closed, two.sheets), {
			ledger: [],
			previous: { publication, counted }
		})
	);

	const voice = results.whole.dimensions[0]!;
	const first = resultsFrom(one.closed, publication).whole.dimensions[0]!;
	expect(voice.change).toMatchObject({ as: 'value', value: { isClear: true } });
	if (voice.change?.as === 'value' && voice.mean.as === 'value' && first.mean.as === 'value')
		expect(voice.change.value.difference).toBe(voice.mean.value - first.mean.value);
	expect(results.teams[3]!.overall.change).toMatchObject({ because: 'from-hidden-cells' });
});

test('where the earlier answers are deleted, both margins on show make the margin of the change', () => {
	const [one, two] = [madeRound(before), madeRound(after)];
	const results = resultsFrom(
		two.closed,
		publishRound(countRound(two.closed, two.sheets), {
			ledger: [],
			previous: { publication: publicationOf(one), counted: null }
		})
	);

	const first = resultsFor(one).whole.overall.margin;
	const { change, margin } = results.whole.overall;
	expect([first?.as, margin?.as, change?.as]).toEqual(['value', 'value', 'value']);
	if (first?.as === 'value' && margin?.as === 'value' && change?.as === 'value')
		expect(change.value.margin).toBe(Math.ceil(Math.hypot(first.value, margin.value)));
});

test('a first round has nothing to compare with', () => {
	expect(resultsFor(madeRound(before)).whole.overall.change).toBeNull();
});

import { contractRefusal } from '$lib/domain/publication/contract';
import { publicationSchema } from '$lib/domain/publication/publication';
import { commentMinimum } from '$lib/domain/publication/comment-minimum';
import { publish } from '$lib/domain/publication/publish';
import { publishTexts } from '$lib/domain/publication/publish-texts';
import { teamsWithComments } from '$lib/domain/publication/rules/comments';
import { shownProgress } from '$lib/domain/publication/rules/progress';
import { hashOf } from '$lib/server/access/secrets';
import { describe, expect, test } from 'vitest';
import {
	contractWith,
	item,
	means,
	mixed,
	publishSketch,
	requestFor,
	vote,
	type Sketch
} from '../../../support/publication/builders';

/** The attacks that `privacy.md` names, each with a case that is refused and one close to it that is not. */

const times = (n: number, answer: number) => Array<number>(n).fill(answer);
const teamsOf = (...teams: string[]) => ({
	groups: {
		whole: { atoms: teams, cut: 'whole' as const },
		...Object.fromEntries(teams.map((team) => [team, [team]]))
	},
	partitions: [{ parent: 'whole', children: teams }]
});
const shown = (sketch: Sketch, contract = contractWith()) => means(publishSketch(sketch, contract));

describe('A1: a group below k', () => {
	const groups = { team: ['team'] };

	test('refuses four', () => {
		expect(shown({ answers: { team: mixed(4) }, groups })).toEqual({ team: 'small-group' });
	});

	test('allows five', () => {
		expect(shown({ answers: { team: mixed(5) }, groups })).toEqual({ team: 45 });
	});

	test('allows four where the team agreed to an open vote', () => {
		const open = contractWith({ openness: 'open' });
		expect(shown({ answers: { team: [1, 5, 5, 5] }, groups }, open)).toEqual({ team: 75 });
	});
});

describe('A2: everybody answered 1', () => {
	const groups = { team: ['team'] };
	const cell = { margin: 0, distribution: true };

	test('refuses the mean, the margin and the shape that would say so', () => {
		const publication = publishSketch({ answers: { team: times(12, 1) }, groups, cell });

		expect(publication.cells[0]).toMatchObject({
			mean: { as: 'bound', side: 'or-less', value: 5 },
			margin: { as: 'hidden', because: 'bound-says-enough' },
			distribution: { as: 'hidden', because: 'bound-says-enough' }
		});
	});

	test('shows nothing else when not everybody did, so that the bound does not say it either', () => {
		const allAlike = publishSketch({ answers: { team: times(12, 1) }, groups, cell });
		const almost = publishSketch({ answers: { team: [...times(11, 1), 2] }, groups, cell });

		expect(almost.cells).toEqual(allAlike.cells);
	});

	test('allows the mean where three answered otherwise', () => {
		expect(shown({ answers: { team: [...times(9, 1), 2, 3, 2] }, groups })).toEqual({ team: 8 });
	});
});

describe('A3: the whole minus its teams', () => {
	test('refuses the worked example: 40 people with mean 3.20, 36 of them with 3.25', () => {
		// 36 votes that sum to 117, and four that sum to 11.
		const team = [...times(27, 3), ...times(9, 4)];
		const sketch: Sketch = {
			answers: { team, outside: [2, 3, 3, 3] },
			groups: { whole: ['team', 'outside'], team: ['team'] },
			measure: vote
		};

		expect(shown({ ...sketch, wanted: ['whole'] })).toEqual({ whole: 3.2 });
		expect(shown({ ...sketch, wanted: ['team'] })).toEqual({ team: 3.25 });
		expect(shown(sketch)).toEqual({ whole: 3.2, team: 'ledger' });
		expect(publishSketch(sketch).cells[1]!.mean).toMatchObject({ instead: 'whole-or-group' });
	});

	test('allows it when five are outside', () => {
		const team = [...times(27, 3), ...times(9, 4)];
		const result = shown({
			answers: { team, outside: [2, 3, 3, 3, 3] },
			groups: { whole: ['team', 'outside'], team: ['team'] },
			measure: vote
		});

		expect(result).toEqual({ whole: 3.2, team: 3.25 });
	});

	test('refuses whole numbers of small groups too: they give the exact sums back', () => {
		const answers = { a: mixed(6), b: mixed(7), c: mixed(3) };
		const groups = { whole: ['a', 'b', 'c'], a: ['a'], b: ['b'] };

		expect(shown({ answers, groups })).toEqual({ whole: 48, a: 50, b: 'ledger' });
	});

	test('refuses what leaves five people who all answered 1', () => {
		const answers = { a: mixed(8), rest: times(5, 1) };
		const groups = { whole: ['a', 'rest'], a: ['a'] };

		expect(shown({ answers, groups })).toMatchObject({ a: 'ledger' });
		expect(shown({ answers: { ...answers, rest: [1, 1, 1, 2, 2] }, groups })).toMatchObject({
			a: 47
		});
	});

	test.each([
		[
			[4, 9, 6, 12],
			['small-group', 'value', 'remainder', 'value']
		],
		[
			[1, 1, 1, 30, 40],
			['small-group', 'small-group', 'small-group', 'remainder', 'value']
		]
	])('hides a small team together with others: teams of %j', (sizes, outcome) => {
		const answers = Object.fromEntries(sizes.map((n, i) => [`t${i}`, mixed(n)]));
		const result = shown({ answers, ...teamsOf(...Object.keys(answers)) });

		expect(result.whole).toEqual(expect.any(Number));
		expect(
			Object.keys(answers).map((team) =>
				typeof result[team] === 'number' ? 'value' : result[team]
			)
		).toEqual(outcome);
	});
});

describe('A4: a poll before and after one person answers, joins late, edits or leaves', () => {
	const first = publishSketch({ answers: { early: mixed(8) }, groups: { team: ['early'] } });
	const again = (sketch: Omit<Sketch, 'id'>) =>
		means(publishSketch({ id: 'publication-2', ...sketch }, contractWith(), first.entries));

	test('refuses the poll again with one late answer', () => {
		const answers = { early: mixed(8), late: [5] };
		expect(again({ answers, groups: { team: ['early', 'late'] } })).toEqual({ team: 'ledger' });
	});

	test('refuses it after one person edited', () => {
		const answers = { stay: mixed(8).slice(1), before: [2], after: [5] };
		const atoms = {
			stay: { partOf: 'early' },
			before: { partOf: 'early', people: 'editor' },
			after: { people: 'editor' }
		};
		expect(again({ answers, atoms, groups: { team: ['stay', 'after'] } })).toEqual({
			team: 'ledger'
		});
	});

	test('refuses it after one person left', () => {
		const answers = { stay: mixed(8).slice(1), gone: [2] };
		const atoms = { stay: { partOf: 'early' }, gone: { partOf: 'early' } };
		expect(again({ answers, atoms, groups: { team: ['stay'] } })).toEqual({ team: 'ledger' });
	});

	test('allows it when five joined', () => {
		const answers = { early: mixed(8), late: mixed(5) };
		expect(again({ answers, groups: { team: ['early', 'late'] } })).toEqual({ team: 46 });
	});

	test('allows the same poll again', () => {
		expect(again({ answers: { early: mixed(8) }, groups: { team: ['early'] } })).toEqual({
			team: 47
		});
	});

	test('refuses to reckon with answers that were changed without saying so', () => {
		expect(() => again({ answers: { early: times(8, 4) }, groups: { team: ['early'] } })).toThrow(
			'other answers'
		);
	});
});

describe('A5: a rolling window', () => {
	const days = { monday: mixed(6), tuesday: mixed(2), wednesday: mixed(6) };
	const window = (...atoms: string[]) => ({ window: atoms });

	test('refuses a window that leaves two people out, allows one that takes six more in', () => {
		const first = publishSketch({ answers: days, groups: window('monday', 'tuesday') });
		const moved = { id: 'later', answers: days, groups: window('monday', 'tuesday', 'wednesday') };
		const narrow = { id: 'later', answers: days, groups: window('monday') };

		expect(means(publishSketch(narrow, contractWith(), first.entries))).toEqual({
			window: 'ledger'
		});
		expect(means(publishSketch(moved, contractWith(), first.entries))).toEqual({ window: 48 });
	});

	test('refuses everything but the count while people can answer', () => {
		const open = publishSketch({ answers: days, groups: window('monday'), isOpen: true });

		expect(means(open)).toEqual({ window: 'still-open' });
		expect(open.entries).toEqual([]);
		expect(open.groups).toMatchObject([{ sheets: null }]);
		expect(shownProgress(6, 14, contractWith().contract)).toEqual({ as: 'count', finished: 6 });
	});
});

describe('A6: overlapping cuts', () => {
	const answers = { a: mixed(6), b: mixed(3), c: mixed(6) };

	test('refuses the second of two groups when a third shows what they share', () => {
		const groups = { all: ['a', 'b', 'c'], left: ['a', 'b'], right: ['b', 'c'] };
		// all − left = c, all − right = a, and so left + right − all = b: three people.
		expect(shown({ answers, groups })).toEqual({ all: 50, left: 50, right: 'ledger' });
	});

	test('allows them when five people are shared', () => {
		const groups = { all: ['a', 'b', 'c'], left: ['a', 'b'], right: ['b', 'c'] };
		const result = shown({ answers: { ...answers, b: mixed(5) }, groups });

		expect(Object.values(result).every((mean) => typeof mean === 'number')).toBe(true);
	});

	test('refuses what follows only from four groups together', () => {
		// (a+b) + (b+c) + (a+c) is everybody twice, so that the whole gives d away.
		const four = { a: mixed(8), b: mixed(8), c: mixed(8), d: mixed(2) };
		const groups = { ab: ['a', 'b'], bc: ['b', 'c'], ac: ['a', 'c'], whole: ['a', 'b', 'c', 'd'] };

		expect(shown({ answers: four, groups })).toMatchObject({ ac: 47, whole: 'ledger' });
		expect(shown({ answers: { ...four, d: mixed(5) }, groups })).toMatchObject({ whole: 47 });
	});
});

describe('A7: a second vote where few moved', () => {
	const votes = (moved: number) => ({
		answers: { stay: mixed(12 - moved), before: times(moved, 2), after: times(moved, 4) },
		atoms: { before: { people: 'movers' }, after: { people: 'movers' } }
	});
	const groups = (changed?: number) => ({
		first: ['stay', 'before'],
		second: { atoms: ['stay', 'after'], cut: 'second-vote' as const, changed }
	});

	test('refuses it when one or four moved', () => {
		expect(shown({ ...votes(1), groups: groups(1) }).second).toBe('second-vote');
		expect(shown({ ...votes(4), groups: groups(4) }).second).toBe('second-vote');
	});

	test('refuses it by the ledger even when nobody says how many moved', () => {
		expect(shown({ ...votes(4), groups: groups() }).second).toBe('ledger');
	});

	test('allows it when six of twelve moved', () => {
		expect(shown({ ...votes(6), groups: groups(6) })).toEqual({ first: 38, second: 63 });
	});

	test('allows it unlinked, when nobody can know who is in both', () => {
		const answers = { first: mixed(12), second: mixed(11) };
		const unlinked = {
			first: ['first'],
			second: { atoms: ['second'], cut: 'second-vote' as const }
		};

		expect(shown({ answers, groups: unlinked })).toEqual({ first: 50, second: 48 });
	});
});

describe('A8: linking a person’s answers by time, order or pseudonym', () => {
	const sketch = { answers: { team: [1, 2, 3, 4, 5, 5, 4, 3, 2, 4] }, groups: { team: ['team'] } };

	test('publishes the same whatever the order in which people answered', () => {
		const reversed = { ...sketch, answers: { team: [...sketch.answers.team].reverse() } };
		const cell = { distribution: true };

		expect(publishSketch({ ...reversed, cell })).toEqual(publishSketch({ ...sketch, cell }));
	});

	test('holds no field but the ones that are agreed on', () => {
		const publication = publishSketch(sketch);

		expect(Object.keys(publication.cells[0]!).sort()).toEqual([
			'distribution',
			'group',
			'margin',
			'mean',
			'measure',
			'n'
		]);
		expect(publicationSchema.parse(JSON.parse(JSON.stringify(publication)))).toEqual(publication);
	});
});

describe('A9: insiders who know answers', () => {
	const sketch = (members: number): Sketch => ({
		answers: { members: mixed(members), leader: [5] },
		groups: { team: ['members', 'leader'] },
		atoms: { leader: { isKnown: true } }
	});

	test('refuses a group of five of whom one is known to everyone', () => {
		expect(shown(sketch(4))).toEqual({ team: 'small-group' });
	});

	test('allows it when five are not known', () => {
		expect(shown(sketch(5))).toEqual({ team: 54 });
	});

	test('refuses a difference that leaves three once the known answer is taken out', () => {
		const answers = { a: mixed(8), b: mixed(3), spy: [5, 5] };
		const groups = { all: ['a', 'b', 'spy'], a: ['a'] };

		expect(shown({ answers, groups })).toEqual({ all: 56, a: 47 });
		expect(shown({ answers, groups, atoms: { spy: { isKnown: true } } })).toEqual({
			all: 56,
			a: 'ledger'
		});
	});
});

describe('A10: who has not answered, with n', () => {
	const { contract } = contractWith();
	const groups = (headcount: number) => ({ team: { atoms: ['team'], headcount } });
	const response = (headcount: number) =>
		publishSketch({ answers: { team: mixed(9) }, groups: groups(headcount) }).groups[0];

	test('refuses counts that leave one or two out', () => {
		expect(shownProgress(9, 10, contract)).toEqual({ as: 'nearly-all' });
		expect(response(10)).toEqual({ group: 'team', sheets: 9, response: { as: 'nearly-all' } });
	});

	test('allows counts that leave three out, or nobody', () => {
		expect(shownProgress(9, 12, contract)).toEqual({ as: 'count', finished: 9 });
		expect(response(12)?.response).toEqual({ as: 'of', headcount: 12 });
		expect(response(9)?.response).toEqual({ as: 'of', headcount: 9 });
	});

	test('refuses to say how many of a hidden group answered', () => {
		const publication = publishSketch({ answers: { team: mixed(3) }, groups: groups(6) });
		expect(publication.groups).toEqual([
			{ group: 'team', sheets: null, response: { as: 'unknown' } }
		]);
	});
});

describe('A11: another file, stream or page that shows what the screen hides', () => {
	const answers = { small: [5, 1, 5, 3], other: mixed(6), third: mixed(9) };
	const request = requestFor({
		answers,
		...teamsOf('small', 'other', 'third'),
		cell: { margin: 7, distribution: true }
	});
	const publication = publish(
		{
			...request,
			findings: [
				{ id: 'gap', value: 12, from: ['third/item', 'small/item'] },
				{ id: 'level', value: 47.4, from: ['third/item', 'whole/item'] }
			]
		},
		contractWith(),
		[]
	);

	test('refuses a finding from hidden groups, and keeps no trace of them anywhere', () => {
		expect(publication.findings[0]).toMatchObject({
			id: 'gap',
			shown: { as: 'hidden', because: 'from-hidden-cells' }
		});
		for (const group of ['small', 'other']) {
			expect(publication.cells.find((cell) => cell.group === group)).toMatchObject({
				n: null,
				mean: { as: 'hidden' },
				margin: null,
				distribution: null
			});
			expect(publication.entries.filter((entry) => entry.group === group)).toEqual([]);
		}
	});

	test('allows a finding from shown ones', () => {
		expect(publication.findings[1]).toEqual({ id: 'level', shown: { as: 'value', value: 47 } });
	});

	test('says the same a second time, to the byte', () => {
		const again = publish(JSON.parse(JSON.stringify(request)), contractWith(), []);
		expect(JSON.stringify(again.cells)).toBe(JSON.stringify(publication.cells));
	});
});

describe('A12: the first comment comes from the first voter', () => {
	const { contract } = contractWith();
	const fewest = commentMinimum(contract);
	// Ids are hashes of keys that only the writers' devices have.
	const written = (writers: number) =>
		Array.from({ length: writers }, (_, at) => {
			const id = hashOf(`device ${at}`);
			return { id, writer: id, text: `comment ${at}` };
		});
	const shown = (writers: number, isOpen = false) =>
		publishTexts({ isOpen, batches: [written(writers)], people: 20, fewest }, contract);

	test('refuses to show them as they come in, or with one writer too few', () => {
		expect(shown(8, true)).toEqual({ texts: [], refusal: 'still-open' });
		expect(shown(7)).toEqual({ texts: [], refusal: 'few-writers' });
	});

	test('allows those of eight writers, in an order that has nothing to do with who came first', () => {
		const { texts } = shown(8);
		const came = written(8).map(({ text }) => text);
		expect(texts.toSorted()).toEqual(came.toSorted());
		expect(texts).not.toEqual(came);
		expect(texts).toEqual(shown(8).texts);
	});
});

describe('A3 in words: all comments without those of the teams that are shown', () => {
	const teams = (...writers: number[]) =>
		writers.map((count, at) => ({ id: `${at}`, writers: count, isShown: true }));

	test('refuses a team’s comments where three others’ would remain', () => {
		expect(teamsWithComments(teams(12, 3), 8).has('0')).toBe(false);
	});

	test('allows them where eight of two teams remain', () => {
		expect(teamsWithComments(teams(12, 3, 5), 8).has('0')).toBe(true);
	});
});

describe('A13: the contract loosened later', () => {
	const { contract } = contractWith({ k: 8 });

	test('refuses a smaller k', () => {
		expect(contractRefusal(contract, { ...contract, k: 5 })).toBe('k-lowered');
	});

	test('allows a larger one', () => {
		expect(contractRefusal(contract, { ...contract, k: 10 })).toBeNull();
	});

	test('tells every reader which contract held', () => {
		expect(publishSketch({ answers: { a: mixed(9) }, groups: { a: ['a'] } }).contractHash).toBe(
			contractWith().hash
		);
	});
});

describe('A14: a cut made for one person, or a room stuffed with fake participants', () => {
	const answers = { target: [2], others: mixed(9) };
	const groups = {
		whole: { atoms: ['target', 'others'], cut: 'whole' as const },
		without: ['others']
	};

	test('refuses a group that was not agreed on', () => {
		const contract = contractWith({ cuts: ['whole'] });
		expect(shown({ answers, groups }, contract)).toEqual({ whole: 48, without: 'not-agreed' });
	});

	test('refuses the agreed one as well, when it leaves out one person', () => {
		expect(shown({ answers, groups })).toEqual({ whole: 48, without: 'ledger' });
	});

	test('refuses a target among sheets that are known to be fake, allows it among five real ones', () => {
		const stuffed = (real: number): Sketch => ({
			answers: { real: mixed(real), fake: times(9, 1) },
			atoms: { fake: { isKnown: true } },
			groups: { room: ['real', 'fake'] }
		});

		expect(shown(stuffed(1))).toEqual({ room: 'small-group' });
		expect(shown(stuffed(5))).toEqual({ room: 16 });
	});
});

describe('A15: a count of 1 inside a shown total', () => {
	const sketch = (team: number[]): Sketch => ({
		answers: { team },
		groups: { team: ['team'] },
		cell: { distribution: true }
	});
	const distribution = (team: number[]) => publishSketch(sketch(team)).cells[0]!.distribution;

	test('refuses numbers where one person stands alone', () => {
		expect(distribution([1, ...times(6, 3), ...times(5, 4)])).toEqual({
			as: 'shape',
			heights: ['low', 'low', 'high', 'high', 'low']
		});
	});

	test('allows numbers where nobody does', () => {
		expect(distribution([1, 1, ...times(6, 3), ...times(5, 4)])).toEqual({
			as: 'counts',
			counts: [2, 0, 6, 5, 0]
		});
	});

	test('refuses to count the one who was not sure', () => {
		const request = requestFor({ answers: { team: mixed(9) }, groups: { team: ['team'] } });
		const sheets = (n: number) =>
			publish({ ...request, atoms: [{ id: 'team', sheets: n }] }, contractWith(), []).cells[0]!.n;

		expect(sheets(10)).toBeNull();
		expect(sheets(9)).toBe(9);
		expect(sheets(12)).toBe(9);
	});

	test('refuses a distribution whose numbers would count the one who was not sure', () => {
		const team = [1, 1, ...times(6, 3), ...times(5, 4)];
		const request = requestFor(sketch(team));
		const detail = (n: number) =>
			publish({ ...request, atoms: [{ id: 'team', sheets: n }] }, contractWith(), []).cells[0]!
				.distribution?.as;

		expect(detail(14)).toBe('shape');
		expect(detail(13)).toBe('counts');
	});

	test('refuses a distribution that, with another, counts a few people out', () => {
		const answers = {
			team: [...times(6, 2), ...times(6, 4)],
			more: [...times(3, 2), ...times(3, 3)]
		};
		const groups = { team: ['team'], all: ['team', 'more'] };
		const result = publishSketch({ answers, groups, cell: { distribution: true } });

		// The six more could be a group of their own, but not with a distribution in numbers.
		expect(means(result)).toEqual({ team: 50, all: 46 });
		expect(result.cells.map((cell) => cell.distribution?.as)).toEqual(['counts', 'shape']);
	});
});

describe('A16: two lenses, one of them small, and their joint mean', () => {
	const lens = (id: 'member' | 'leader', atoms: string[]) => ({
		atoms,
		cut: 'lens' as const,
		lens: id
	});
	const sketch = (leaders: number): Sketch => ({
		answers: { members: mixed(14), leaders: mixed(leaders) },
		groups: {
			whole: { atoms: ['members', 'leaders'], cut: 'whole' as const },
			member: lens('member', ['members']),
			leader: lens('leader', ['leaders'])
		}
	});

	test('refuses the members beside the joint mean when three leaders are left', () => {
		expect(shown(sketch(3))).toEqual({ whole: 49, member: 'ledger', leader: 'small-group' });
		expect(shown({ ...sketch(3), wanted: ['member'] })).toEqual({ member: 48 });
	});

	test('allows all three with six leaders', () => {
		expect(shown(sketch(6))).toEqual({ whole: 49, member: 48, leader: 50 });
	});

	test('allows one leader who consents, and protects the four others in the pool', () => {
		const answers = { consenting: [4], others: mixed(4) };
		const groups = {
			pool: { atoms: ['consenting', 'others'], cut: 'pooled-leaders' as const },
			one: ['consenting']
		};
		const atoms = { consenting: { isKnown: true } };

		expect(shown({ answers, groups, atoms, measure: item })).toEqual({
			pool: 'small-group',
			one: 75
		});
		expect(
			shown({ answers: { ...answers, others: mixed(5) }, groups, atoms, measure: item })
		).toEqual({ pool: 50, one: 75 });
	});
});

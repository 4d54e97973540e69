import { holoscope } from '$lib/content/instruments';
import { groupDocument } from '$lib/content/report/group-document';
import { reportOfResults, reportOfTeam } from '$lib/domain/report/report-of-results';
import type { CommentsView } from '$lib/domain/results/comment-views';
import type { GroupReport } from '$lib/domain/report/group-report';
import type { Results } from '$lib/domain/results/results';
import { describe, expect, test } from 'vitest';
import { blocksOfKind, flatBlocks } from '../../support/report-blocks';
import { manyTeams, nothingShown, oneTeam, someResults, withOutcomes } from '../../support/results';

const day = '2026-11-20';
const write = (report: GroupReport) =>
	groupDocument({ instrument: holoscope, report, paper: 'a4' }).blocks;
const organization = (results: Results) => write(reportOfResults(results, day));
const team = (results: Results, name: string) =>
	write(
		reportOfTeam(
			results,
			results.teams.find((each) => each.name === name)!,
			day
		)
	);
const said = (blocks: ReturnType<typeof write>) => JSON.stringify(blocks);
const headings = (blocks: ReturnType<typeof write>) =>
	blocksOfKind(blocks, 'section').map(({ heading }) => heading);

const promise = {
	words: 'Ask a customer every Monday',
	serves: 'They hear from us first',
	dimension: 'voice',
	dueOn: '2026-12-20'
};

describe('what people were promised', () => {
	test.each([
		['the organization', organization(someResults())],
		['a team', team(someResults(), 'Support')],
		['a hidden team', team(someResults(), 'Legal')],
		['a round of which nothing is shown', organization(nothingShown())]
	])('stands in the report of %s, word for word, with its fingerprint', (_, blocks) => {
		expect(said(blocks)).toContain('no numbers are shown for fewer than 5 people.');
		expect(said(blocks)).toContain('Your answers are deleted after February 28, 2027');
		expect(said(blocks)).toContain('5f1d7a0c 8be2493f');
	});
});

describe('promises', () => {
	const promises = [
		{ ...promise, team: 'team-2' },
		{ ...promise, team: 'team-1', words: 'Walk the first step' }
	];
	const tables = (blocks: ReturnType<typeof write>) =>
		blocksOfKind(blocks, 'table').filter(({ columns }) =>
			columns.some(({ label }) => label === 'What we will do')
		);

	test('stand team by team, in the given order', () => {
		const [table] = tables(organization(someResults({ promises })));
		expect(table!.rows.map(([name, words]) => [name, words])).toEqual([
			['Support', 'Walk the first step'],
			['Sales', 'Ask a customer every Monday']
		]);
	});

	test('of a team are its own', () => {
		const [table] = tables(team(someResults({ promises }), 'Sales'));
		expect(table!.rows).toEqual([
			['Ask a customer every Monday', 'They hear from us first', 'Voice', 'December 20, 2026']
		]);
	});

	test('need no numbers', () => {
		const own = [{ ...promise, team: 'team-10' }];
		expect(tables(team(someResults({ promises: own }), 'Legal'))).toHaveLength(1);
	});

	test('have no place where there are none', () => {
		expect(headings(organization(someResults()))).not.toContain('What was promised');
	});
});

describe('the map', () => {
	test('has the whole and every team with both numbers, numbered in the given order', () => {
		const [map] = blocksOfKind(organization(someResults()), 'map');
		const shown = someResults().teams.filter(({ overall }) => overall.mean.as !== 'hidden');
		expect(map!.points.filter(({ number }) => number !== null).map(({ name }) => name)).toEqual(
			shown.map(({ name }) => name)
		);
		expect(map!.points[0]).toMatchObject({ number: null, spectrum: 54, fidelity: 78 });
	});

	test('of a team has that team and the whole', () => {
		const [map] = blocksOfKind(team(someResults(), 'Finance'), 'map');
		expect(map!.points.map(({ name }) => name)).toEqual(['The whole', 'Finance']);
	});

	test.each([
		['one team', organization(oneTeam())],
		['nothing shown', organization(nothingShown())],
		['a hidden team', team(someResults(), 'Quality')]
	])('is left out for %s', (_, blocks) => {
		expect(blocksOfKind(blocks, 'map')).toEqual([]);
	});
});

describe('finding the way', () => {
	const idsIn = (blocks: ReturnType<typeof write>) =>
		new Set(
			flatBlocks(blocks).flatMap((block) => [
				...('id' in block && block.id ? [block.id] : []),
				...(block.kind === 'plates' ? block.entries.map(({ id }) => id) : []),
				...(block.kind === 'table' ? (block.ids ?? []) : [])
			])
		);

	test.each([
		['organization', organization(someResults())],
		['team', team(someResults(), 'Support')]
	])(
		'each line of the summary of a %s leads to the section that tells it at length',
		(_, blocks) => {
			const leads = blocksOfKind(blocks, 'list').flatMap(({ leadsTo }) => leadsTo ?? []);
			expect(leads.length).toBeGreaterThan(2);
			expect(leads.filter((id) => !idsIn(blocks).has(id!))).toEqual([]);
		}
	);

	test('an index has every team, in the order of the alphabet and of numbers', () => {
		const blocks = organization(manyTeams(120));
		const [index] = blocksOfKind(blocks, 'index');
		expect(index!.entries).toHaveLength(120);
		expect(index!.entries.slice(8, 11).map(({ name }) => name)).toEqual([
			'Branch 9',
			'Branch 10',
			'Branch 11'
		]);
		const leads = index!.entries.flatMap(({ leadsTo }) => leadsTo);
		expect(leads.filter((id) => !idsIn(blocks).has(id))).toEqual([]);
	});

	test('twelve teams need no index', () => {
		expect(blocksOfKind(organization(someResults()), 'index')).toEqual([]);
	});
});

test('lenses and the two sides of the balance are drawn on one scale each', () => {
	const rails = blocksOfKind(organization(someResults()), 'rails').map(({ lines }) =>
		lines.map(({ name, label }) => `${name} ${label}`)
	);
	expect(rails).toEqual([
		['Members 54', 'Leaders 61', 'Customers 50', 'Partners Hidden'],
		['Outside-in 34', 'Give and get 66']
	]);
});

test('many hidden names are counted after the first', () => {
	const groups = Array.from({ length: 40 }, (_, at) => `Branch ${at + 1}`);
	const hidden = [{ reason: 'small-group' as const, groups, count: 40 }];
	expect(said(organization(someResults({ hidden })))).toContain('Branch 24, and 16 more');
});

describe('shapes of answers', () => {
	const shapesIn = (blocks: ReturnType<typeof write>) =>
		blocksOfKind(blocks, 'shapes').flatMap(({ entries }) => entries);

	test('are drawn where the rules allow it, said in words, and the rule stands for the rest', () => {
		const blocks = organization(withOutcomes());
		expect(shapesIn(blocks)).toEqual([
			{
				name: 'Overall',
				note: 'Mixed',
				alt: 'Overall. From the low end to the high end: 0, 2, 9, 5, 0.',
				spread: { as: 'counts', counts: [0, 2, 9, 5, 0] }
			},
			expect.objectContaining({
				name: 'Voice',
				alt: expect.stringContaining('few or none, some, many'),
				spread: { as: 'shape', heights: ['low', 'middle', 'high', 'low', 'low'] }
			})
		]);
		expect(said(blocks)).toContain('The other shapes are hidden. How the answers spread is shown');
		expect(said(blocks)).toContain('Hatched bars are rough on purpose');
	});

	test('have a table in the appendix, with no row for what is hidden', () => {
		const section = blocksOfKind(team(withOutcomes(), 'Support'), 'section').find(
			({ heading }) => heading === 'The shapes in numbers and words'
		)!;
		const [table] = blocksOfKind(section.blocks, 'table');
		expect(table!.rows).toEqual([
			['Overall', '0', '2', '9', '5', '0'],
			['Voice', 'few or none', 'some', 'many', 'few or none', 'few or none']
		]);
	});

	test('leave no trace where nobody asked for them, nor in the report of a hidden team', () => {
		for (const blocks of [organization(someResults()), team(withOutcomes(), 'Legal')]) {
			expect(shapesIn(blocks)).toEqual([]);
			expect(headings(blocks)).not.toContain('The shapes in numbers and words');
		}
	});
});

describe('comments', () => {
	const texts = Array.from({ length: 130 }, (_, at) => `Comment ${at + 1}`);
	const of = (groups: (CommentsView & { name: string })[], isOfTeam = false) =>
		groupDocument({
			instrument: holoscope,
			report: reportOfResults(someResults(), day),
			paper: 'a4',
			comments: { groups, isOfTeam, contract: { k: 12 } }
		});
	const whole = { group: 'whole', name: 'Members', texts, count: 130, kept: null };
	const customers = {
		group: 'customers',
		name: 'Customers',
		texts: [],
		count: 0,
		kept: 'few-writers' as const
	};

	test('are quoted in a section after the scores, each lens under its name, and never without end', () => {
		const { blocks } = of([whole, customers]);
		const found = headings(blocks);
		expect(found).toEqual(
			expect.arrayContaining(['What people added in their own words', 'Members', 'Customers'])
		);
		expect(found.indexOf('What people added in their own words')).toBeGreaterThan(
			found.indexOf('Since last time')
		);
		expect(blocksOfKind(blocks, 'quotes').flatMap(({ items }) => items)).toEqual(
			texts.slice(0, 100)
		);
		expect(said(blocks)).toContain('Here are 100 of 130, chosen by chance.');
		expect(said(blocks)).toContain('Fewer than 12 people wrote a comment here.');
	});

	test('stand on pages of their own, unless there are none', () => {
		const startsPage = (groups: Parameters<typeof of>[0]) =>
			blocksOfKind(of(groups).blocks, 'section').find(
				({ heading }) => heading === 'What people added in their own words'
			)!.startsPage;
		expect(startsPage([whole, customers])).toBe(true);
		expect(startsPage([customers])).toBe(false);
	});

	test('are not among the numbers that the report carries along', () => {
		expect(of([whole]).data.json).not.toContain('Comment 1');
	});
});

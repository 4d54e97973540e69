import LedgerPage from '$lib/components/results/LedgerPage.svelte';
import OrganizationResults from '$lib/components/results/OrganizationResults.svelte';
import TeamResults from '$lib/components/results/TeamResults.svelte';
import type { Results } from '$lib/domain/results/results';
import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import {
	because,
	groupOf,
	longNames,
	manyTeams,
	nothingShown,
	oneTeam,
	quickForm,
	scoreOf,
	someResults,
	withOutcomes
} from '../support/results';

const place = {
	address: '/results/key',
	round: { closesOn: '2026-11-20', answersDeletedOn: null }
};
const show = (results: Results) => render(OrganizationResults, { results, ...place });
const showTeam = (results: Results, at: number) =>
	render(TeamResults, { results, team: results.teams[at]!, ...place });
const sentence = () => screen.getByRole('heading', { level: 1 });
const region = (name: string | RegExp) => screen.getByRole('region', { name });
const table = (name: string) =>
	within(screen.getByRole('region', { name, hidden: true })).getByRole('table', { hidden: true });

describe('promises', () => {
	const promise = { serves: 'They hear from us first', dimension: 'voice', dueOn: '2026-12-20' };
	const promises = [
		{ ...promise, team: 'team-2', words: 'Ask a customer every Monday' },
		{ ...promise, team: 'team-1', words: 'Walk the first step' }
	];
	const rows = () =>
		within(table('The promises of this round'))
			.getAllByRole('row')
			.slice(1)
			.map((row) => [...row.children].map((cell) => cell.textContent.trim()).join(' '));

	test('stand team by team on the page of all, and alone on the page of their team', () => {
		const { unmount } = show(someResults({ promises }));
		expect(rows()).toEqual([
			'Support Walk the first step They hear from us first Voice December 20, 2026',
			'Sales Ask a customer every Monday They hear from us first Voice December 20, 2026'
		]);
		unmount();
		showTeam(someResults({ promises }), 1);
		expect(rows()).toEqual([
			'Ask a customer every Monday They hear from us first Voice December 20, 2026'
		]);
	});
});

describe('comments', () => {
	const texts = Array.from({ length: 20 }, (_, at) => `Comment ${at + 1}`);
	const shown = (group: string) => ({ group, texts, count: 250, kept: null });
	const kept = (group: string, why: 'few-writers' | 'remainder') =>
		({ group, texts: [], count: 0, kept: why }) as const;
	const comments = [
		shown('whole'),
		shown('team-1'),
		kept('team-2', 'remainder'),
		kept('leaders', 'few-writers'),
		kept('customers', 'few-writers'),
		kept('partners', 'few-writers')
	];
	const card = () => within(region('What people added in their own words'));

	test('stand in a card of their own, by lens, with a score nowhere near', () => {
		show(someResults({ comments }));
		expect(card().getByRole('heading', { name: 'Members' })).toBeVisible();
		expect(card().getByText('Comment 1')).toBeVisible();
		expect(card().getByText('12 more comments')).toBeVisible();
		expect(card().getByText(/Here are 20 of 250, chosen by chance/)).toBeVisible();
		expect(card().getAllByText(/^Fewer than 8 people wrote a comment here/)).toHaveLength(3);
		expect(screen.getByRole('link', { name: 'Comments as CSV' })).toHaveAttribute(
			'href',
			'/results/key/comments.csv'
		);
	});

	test('of a team that would set another apart say why they stay back, and where all are', () => {
		showTeam(someResults({ comments }), 1);
		expect(
			card().getByText(
				/set apart the few of another team.*Northwind Foods have the comments of all/
			)
		).toBeVisible();
		expect(card().queryByRole('heading', { level: 3 })).toBeNull();
	});

	test('offer no file where none are shown', () => {
		show(someResults());
		expect(screen.queryByRole('link', { name: 'Comments as CSV' })).toBeNull();
	});
});

describe('the organization', () => {
	test('begins with a sentence in words of zones, who answered, and how sure it is', () => {
		show(someResults());
		expect(sentence()).toHaveTextContent(
			'People see Northwind Foods as halfway from monolith to hologram'
		);
		expect(screen.getByText('184 of 231 people', { selector: 'p.eyebrow span' })).toBeVisible();
		expect(screen.getByText('54 of 100, give or take 3.')).toBeVisible();
	});

	test('names at most two dimensions, and gives practices for just those', () => {
		show(someResults());
		const practices = region('To try this week');
		expect(
			within(practices)
				.getAllByRole('heading', { level: 3 })
				.map((heading) => heading.textContent)
		).toEqual(['Rules and relationships', 'Outside-in']);
	});

	test('says so when no dimension needs people more than the others', () => {
		const whole = groupOf('whole', 'Northwind Foods', { margin: 60 });
		show(someResults({ whole }));
		expect(region('No dimension clearly needs you most')).toBeVisible();
		expect(region('No dimension needs it more than the others')).toBeVisible();
	});

	test('lists teams in the organizer’s order, whatever their scores', () => {
		const results = someResults();
		show(results);
		const rows = within(table('All 12 teams in numbers')).getAllByRole('rowheader', {
			hidden: true
		});
		expect(rows.map((row) => row.textContent)).toEqual(results.teams.map(({ name }) => name));
	});

	test('says which rule hides a team, and shows neither a zero nor an empty cell', () => {
		show(someResults());
		const row = within(table('All 12 teams in numbers'))
			.getByRole('link', { name: 'Legal', hidden: true })
			.closest('tr')!;
		expect(row).toHaveTextContent('fewer than 5 people');
		expect(row).toHaveTextContent('Hidden: fewer than 5 answered');
		for (const cell of row.cells) expect(cell.textContent!.trim()).not.toMatch(/^0?$/);
	});

	test('calls no team small that is hidden for the sake of another', () => {
		show(someResults());
		const row = within(table('All 12 teams in numbers'))
			.getByRole('link', { name: 'Quality', hidden: true })
			.closest('tr')!;
		expect(row).toHaveTextContent('Hidden: protects a small group beside it');
		expect(row).not.toHaveTextContent('fewer than');
	});

	test('shows a bound as a bound, without a margin', () => {
		show(someResults());
		const row = within(table('All 12 teams in numbers'))
			.getByRole('link', { name: 'Warehouse North', hidden: true })
			.closest('tr')!;
		expect(row).toHaveTextContent('95 or more');
		expect(row).not.toHaveTextContent('±');
	});

	test('names every number of the map beside it, and none where teams are too many for numbers', () => {
		const results = someResults();
		const key = (from: Results) => {
			const { unmount } = show(from);
			const list = within(region('Where you stand, and how alike the parts are')).queryByRole(
				'list'
			);
			const words = list && [...list.children].map((line) => line.textContent.trim());
			unmount();
			return words;
		};
		const drawn = results.fidelity.teams.filter(({ fidelity }) => fidelity.as === 'value');
		const names = results.teams.map(({ id, name }, at) => ({ id, words: `${at + 1} ${name}` }));
		expect(key(results)).toEqual(
			names.filter(({ id }) => drawn.some(({ team }) => team === id)).map(({ words }) => words)
		);
		expect(key(manyTeams())).toBeNull();
	});

	test('counts fragments only from what the chance test says', () => {
		show(someResults());
		const plate = region('Small but real differences between the parts');
		expect(plate).toHaveTextContent('9 of 10 fragments show the whole.');
		expect(plate).toHaveTextContent('Finance shows another picture.');
	});

	test('counts no fragments where there is too little data to tell', () => {
		const { fidelity } = someResults();
		show(
			someResults({
				fidelity: { ...fidelity, verdict: { as: 'value', value: 'too-little-data' } }
			})
		);
		const plate = region('Too little data to tell whether the parts show the whole');
		expect(plate).not.toHaveTextContent('fragments show');
		expect(plate).not.toHaveTextContent('another picture');
	});

	test('names differences between lenses with the side that is nearer to the hologram', () => {
		show(someResults());
		const mirror = region('2 differences are larger than noise');
		expect(mirror).toHaveTextContent(
			'Leaders see the organization nearer to the hologram than members do: on “Voice” by 14 points.'
		);
		expect(mirror).toHaveTextContent(
			'Members see the organization nearer to the hologram than customers do: overall by 12 points.'
		);
		expect(mirror).toHaveTextContent('Hidden: fewer than 5 answered');
	});

	test('warns of turning inward only where the finding says so', () => {
		const { balance } = someResults();
		show(someResults());
		expect(region('Turned inward')).toHaveTextContent('larger than its margin');
		expect(region('Turned inward')).toHaveTextContent('among the teams: Platform.');

		document.body.replaceChildren();
		const unsure = { as: 'value', value: false } as const;
		show(someResults({ balance: balance.map((entry) => ({ ...entry, isTurnedInward: unsure })) }));
		expect(region('Turned inward')).not.toHaveTextContent('larger than its margin');
		expect(region('Turned inward')).not.toHaveTextContent('among the teams');
	});

	test('tells a change with its margin, and whether it is more than chance', () => {
		show(someResults());
		const change = region('Nearer to the hologram than last time');
		expect(change).toHaveTextContent('Overall: +6 points, give or take 4. That is larger');
		expect(change).toHaveTextContent('Rules and relationships: +11 ± 6');

		document.body.replaceChildren();
		const value = { difference: -3, margin: 5, isClear: false };
		const overall = scoreOf('overall', 54, 3, { change: { as: 'value', value } });
		show(someResults({ whole: { ...groupOf('whole', 'Northwind Foods'), overall } }));
		expect(region('Much like last time')).toHaveTextContent('it may be chance');
	});

	test('says what is hidden and why, and leads to the ledger', () => {
		show(someResults());
		const hidden = region('30 numbers are hidden');
		expect(hidden).toHaveTextContent('Legal and Partners');
		expect(hidden).toHaveTextContent('a small group beside it could be worked out');
		expect(within(hidden).getByRole('link', { name: 'Read the ledger' })).toHaveAttribute(
			'href',
			'/results/key/ledger'
		);
	});

	test('never counts the few who are missing', () => {
		const { whole } = someResults();
		const nearly = { ...whole, headcount: null, response: { as: 'nearly-all' } as const };
		const { container } = show(someResults({ whole: nearly }));
		expect(container).toHaveTextContent('184 people, nearly all');
		expect(container).not.toHaveTextContent('231');
	});

	test('says that answers are gone while results stay', () => {
		render(OrganizationResults, {
			results: someResults(),
			...place,
			round: { closesOn: '2026-11-20', answersDeletedOn: '2027-02-28' }
		});
		expect(
			screen.getByText('The answers were deleted on February 28, 2027. These results stay.')
		).toBeVisible();
	});
});

describe('extremes', () => {
	test('with everything hidden, every part says so and no number is made up', () => {
		const { container } = show(nothingShown());
		expect(sentence()).toHaveTextContent(
			'No place on the spectrum can be shown for Northwind Foods'
		);
		expect(region('The dimensions are hidden')).toBeVisible();
		expect(region('Whether the parts show the whole is hidden')).toBeVisible();
		expect(screen.queryByText(/need you most/)).toBeNull();
		expect(container).not.toHaveTextContent(/NaN|undefined|null/);
	});

	test('with one team there is no map, and the page says why', () => {
		show(oneTeam());
		expect(screen.getByText(/at least three teams/)).toBeVisible();
		expect(region('Nothing is hidden')).toBeVisible();
	});

	test('with two hundred teams the first discs are shown and the others unfold', () => {
		show(manyTeams());
		expect(screen.getByText('176 more teams')).toBeVisible();
		expect(
			within(table('All 200 teams in numbers')).getAllByRole('row', { hidden: true })
		).toHaveLength(201);
		expect(screen.getByText(/Branch 106 and 5 more/)).toBeVisible();
	});

	test('the quick form places the whole and says what the full form would add', () => {
		show(quickForm());
		expect(region('The quick form shows no single dimension')).toBeVisible();
		expect(region('Profiles need the full form')).toBeVisible();
	});

	test('a bound for the whole is said as a bound', () => {
		const whole = groupOf('whole', 'Northwind Foods', {
			overall: scoreOf('overall', 0, null, {
				mean: { as: 'bound', side: 'or-less', value: 5 },
				margin: because('bound-says-enough')
			})
		});
		show(someResults({ whole }));
		expect(sentence()).toHaveTextContent('People see Northwind Foods as a monolith');
		expect(screen.getByText(/5 or less of 100\. Nearly everyone/)).toBeVisible();
	});

	test('names of any length are written out', () => {
		const results = longNames();
		show(results);
		expect(sentence()).toHaveTextContent(results.organization);
	});
});

describe('one team', () => {
	test('is told how it sees itself, and leads back to the whole', () => {
		showTeam(someResults(), 4);
		expect(sentence()).toHaveTextContent(/^Finance sees itself/);
		expect(region('The team and the whole')).toHaveTextContent('another picture');
		expect(screen.getByRole('link', { name: 'All results of Northwind Foods' })).toHaveAttribute(
			'href',
			'/results/key'
		);
	});

	test('that is hidden gets words and a way to talk, and no number', () => {
		showTeam(someResults(), 9);
		expect(sentence()).toHaveTextContent('Legal: talk first, without numbers');
		expect(screen.getByText(/Fewer than 5 answered here/)).toBeVisible();
		const talk = region(/No number of this team is shown/);
		expect(within(talk).getAllByRole('article').length).toBeGreaterThan(0);
		expect(screen.queryByText(/±|give or take/)).toBeNull();
	});
});

describe('the ledger', () => {
	test('lists every published fact in words, with the promise and its fingerprint', () => {
		const results = someResults();
		render(LedgerPage, { results, ...place });
		expect(screen.getByText(`${results.ledger.length} facts`)).toBeVisible();
		expect(screen.getByText(results.contractHash)).toBeVisible();
		const rows = within(region('Publication 1')).getAllByRole('row');
		const support = rows.findIndex((row) => row.textContent!.trim() === 'Support');
		const cells = [...(rows[support + 1] as HTMLTableRowElement).cells];
		expect(cells.map((cell) => cell.textContent!.trim())).toEqual([
			'Overall',
			'58 of 100',
			'± 5',
			'not published'
		]);
		expect(screen.getByRole('region', { name: 'Publication 1' })).toHaveTextContent('95 or more');
		expect(screen.queryByText('Legal')).toBeNull();
	});

	test('says so when nothing was published', () => {
		render(LedgerPage, { results: nothingShown(), ...place });
		expect(screen.getByText('Nothing was published about this round.')).toBeVisible();
	});
});

describe('the shape of the answers', () => {
	test('stands with the words on agreement, and in a table in numbers and words', () => {
		show(withOutcomes());
		const agreement = region(/people agree|People see this/);
		expect(agreement).toHaveTextContent(
			'Overall mixed From the low end to the high end: 0, 2, 9, 5, 0.'
		);
		expect(agreement).toHaveTextContent('few or none, some, many, few or none, few or none.');
		expect(agreement).toHaveTextContent('Hatched bars are rough on purpose');

		const rows = within(table('The shapes in numbers and words')).getAllByRole('row', {
			hidden: true
		});
		expect(rows[1]).toHaveTextContent('Overall02950');
		expect(rows).toHaveLength(11);
	});

	test('says which rule hides it, once for all that it hides', () => {
		show(withOutcomes());
		expect(screen.getAllByText(/^The other shapes are hidden\./)).toHaveLength(1);
	});

	test('is not there where nobody asked for it', () => {
		show(someResults());
		expect(screen.queryByText('The shape of the answers')).toBeNull();
	});
});

describe('the price of control', () => {
	test('shows each outcome as every lens sees it, with its margin, and claims no cause', () => {
		show(withOutcomes());
		const card = region('What may follow from how people work together');
		for (const name of [
			'People who care about their work',
			'Customers who buy',
			'Customers who stay'
		])
			expect(within(card).getByRole('heading', { name })).toBeVisible();
		expect(card).toHaveTextContent('71, give or take 8');
		expect(card).toHaveTextContent('One round cannot tell what causes what');
		expect(within(card).getAllByText('Customers', { exact: false }).length).toBeGreaterThan(3);
	});

	test('speaks of a team alone on its own page', () => {
		showTeam(withOutcomes(), 0);
		const card = region('What may follow from how people work together');
		expect(card).toHaveTextContent('68, give or take 8');
		expect(card).not.toHaveTextContent('Customers 12');
	});

	test('is nowhere in a round that did not ask', () => {
		show(someResults());
		expect(screen.queryByText('The price of control')).toBeNull();
	});
});

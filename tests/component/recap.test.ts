import RecapView from '$lib/components/recap/RecapView.svelte';
import { hidden } from '$lib/domain/publication/reasons';
import type { Recap } from '$lib/domain/workshop/recap';
import type { VoteResult } from '$lib/domain/workshop/results';
import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';

const first: VoteResult = {
	n: 12,
	mean: { as: 'value', value: 2.5 },
	dots: { as: 'counts', counts: [0, 8, 2, 2, 0] },
	shape: 'spread',
	moved: null,
	voters: null
};
const tooFew: VoteResult = {
	...first,
	n: null,
	mean: hidden('small-group', 5),
	dots: hidden('small-group', 5),
	shape: null
};

const recap: Recap = {
	organization: 'Lumen',
	team: 'Harbor',
	instrument: 'holoscope',
	edition: '2026.1',
	openness: 'anonymous',
	k: 5,
	heldOn: '2026-11-22',
	people: 12,
	votes: [
		{ dimension: 'voice', first, second: { ...first, shape: 'agreement', moved: 6 } },
		{ dimension: 'regard', first: tooFew, second: null }
	],
	dots: [
		{ dimension: 'voice', total: { as: 'bound', side: 'or-less', value: 1.8 } },
		{ dimension: 'regard', total: { as: 'value', value: 9 } }
	],
	promises: [
		{
			id: 'p',
			words: 'Ask a customer every Monday',
			serves: 'They hear from us first',
			dimension: 'voice',
			owner: 'Ada',
			dueOn: '2026-12-20',
			state: 'accepted',
			weight: null
		}
	],
	closing: { wellSpent: { as: 'value', value: 3.9 }, withEachOther: hidden('small-group', 5) },
	ledger: []
};

function show(changes: Partial<Recap> = {}, link: string | null = 'https://x.test/recap/abc') {
	render(RecapView, { recap: { ...recap, ...changes }, address: '/recap/abc', link });
}

describe('the recap of a workshop', () => {
	test('begins with what was promised: owner, day, dimension and what the customer gets', () => {
		show();
		expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Harbor made one promise');
		const promised = screen.getByRole('region', { name: 'What we promised' });
		for (const words of ['They hear from us first', 'Ada', 'December 20, 2026', 'Voice'])
			expect(within(promised).getByText(words)).toBeVisible();
	});

	test('shows a vote before and after the talk, in words and in a table', () => {
		show();
		const voice = screen.getByRole('region', { name: 'Voice' });
		expect(voice).toHaveTextContent('Our views were spread out. Mean 2.5, 12 votes.');
		expect(voice).toHaveTextContent('6 people moved or joined the vote.');
		expect(within(voice).getAllByRole('img')).toHaveLength(2);
		expect(within(voice).getAllByRole('table', { hidden: true })).toHaveLength(2);
	});

	test('says what is hidden by which rule, and shows no picture of it', () => {
		show();
		const regard = screen.getByRole('region', { name: 'Regard' });
		expect(within(regard).queryByRole('img')).toBeNull();
		const card = screen.getByRole('region', { name: 'What is hidden, and why' });
		expect(card).toHaveTextContent(/Regard and Did we talk with each other\?:/);
	});

	test('writes a sum of dots as whole dots, the most first', () => {
		show();
		const rows = screen.getAllByRole('row');
		const focus = rows.map(({ textContent }) => textContent?.trim().replaceAll(/\s+/g, ' '));
		expect(focus.slice(-2)).toEqual(['Regard9', 'Voice1 or fewer']);
	});

	test('offers its link to whoever has it, and none to a seat', () => {
		show();
		expect(screen.getByLabelText('Link to this recap')).toHaveValue('https://x.test/recap/abc');
		document.body.innerHTML = '';
		show({}, null);
		expect(screen.queryByLabelText('Link to this recap')).toBeNull();
	});
});

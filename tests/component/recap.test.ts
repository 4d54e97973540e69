import RecapView from '$lib/components/recap/RecapView.svelte';
import type { Recap } from '$lib/domain/workshop/recap';
import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { typicalRecap } from '../support/recaps';

function show(changes: Partial<Recap> = {}, link: string | null = 'https://x.test/recap/abc') {
	render(RecapView, { recap: { ...typicalRecap, ...changes }, address: '/recap/abc', link });
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

	test('says what changed since the last workshop, with margins, and stays silent in the first one', () => {
		show();
		const trend = screen.getByRole('region', { name: 'Over our workshops' });
		expect(trend).toHaveTextContent('Nearer to the monolith than last time, by 0.9 levels.');
		expect(within(trend).getByRole('rowheader', { name: 'May 4, 2026' })).toBeVisible();
		expect(within(trend).getAllByText('± 0.5')).toHaveLength(2);
		document.body.innerHTML = '';
		show({ trends: [] });
		expect(screen.queryByRole('region', { name: 'Over our workshops' })).toBeNull();
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

	test('tells the stories that may stay, and the pictures of the whole', () => {
		show();
		const stories = screen.getByRole('region', { name: 'Our stories' });
		expect(within(stories).getAllByRole('figure')).toHaveLength(3);
		expect(stories).toHaveTextContent('We were a hologram · Voice');
		const pictures = screen.getByRole('region', { name: 'Who we want to be for our customers' });
		expect(pictures).toHaveTextContent('We have 2 pictures of the whole.');
		expect(pictures).toHaveTextContent('Words that more than half share: calm, harbor.');
	});

	test('says why stories are kept back, and nothing where none were told', () => {
		show({ stories: { texts: [], refusal: 'few-writers' }, pictures: null });
		expect(screen.getByRole('region', { name: 'Our stories' })).toHaveTextContent(
			'Fewer than three people let their stories stay'
		);
		expect(screen.queryByRole('region', { name: /Who we want to be/ })).toBeNull();
	});

	test('says why needs and gives are kept back, and nothing where none were shown', () => {
		show({ giveAndGetRefusal: 'few-writers' });
		expect(screen.getByRole('region', { name: 'Give and get' })).toHaveTextContent(
			'Fewer than three people let their needs and gives stay'
		);
		document.body.innerHTML = '';
		show();
		expect(screen.queryByRole('region', { name: 'Give and get' })).toBeNull();
	});

	test('offers its link to whoever has it, and none to a seat', () => {
		show();
		expect(screen.getByLabelText('Link to this recap')).toHaveValue('https://x.test/recap/abc');
		document.body.innerHTML = '';
		show({}, null);
		expect(screen.queryByLabelText('Link to this recap')).toBeNull();
	});
});

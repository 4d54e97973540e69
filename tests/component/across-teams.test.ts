import ToldCards from '$lib/components/results/ToldCards.svelte';
import ExchangeReview from '$lib/components/round/ExchangeReview.svelte';
import { holoscope } from '$lib/content/instruments';
import type { Told } from '$lib/domain/workshop/told';
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { someExchange, someTold } from '../support/told';

type Picture = Told['pictures'][number];

const show = (told: Partial<Told> = {}) =>
	render(ToldCards, { told: someTold(told), k: 5, dimensions: holoscope.dimensions });
const region = (name: string | RegExp) => screen.getByRole('region', { name });
const listed = (name: RegExp) =>
	within(region(name))
		.queryAllByRole('listitem')
		.map((line) => line.textContent.trim());

describe('what teams need and give, beside the results', () => {
	test('is a headline, three lists and a table', () => {
		show();
		expect(region('1 of 3 needs are met')).toHaveTextContent('3 gives were not asked for.');
		expect(listed(/^Unmet · 2/)).toEqual([
			'Harbor needs from Lighthouse: Photos of the finished kitchens',
			'Customers needs from Harbor: One number to call'
		]);
		expect(listed(/^Met · 1/)).toEqual([
			'Lighthouse needs from Harbor: The order list by Tuesday noon (given as: Order list, Tuesdays)'
		]);
		expect(listed(/^Not asked for · 3/)).toHaveLength(3);
		const table = screen.getByRole('table', { hidden: true });
		const harbor = within(table).getByRole('row', { name: /^Harbor/, hidden: true });
		expect(harbor).toHaveTextContent('1 met, 0 unmet, 0 not asked for');
	});

	test('points out gives that come to no customer', () => {
		show();
		expect(listed(/^Does it come to a customer/)).toEqual([
			'Depot → Archive: it stops with Archive.'
		]);
	});

	test('says who confirms, who has not written, and whose words are kept back and why', () => {
		show();
		const card = region('1 of 3 needs are met');
		expect(card).toHaveTextContent('a room, or whoever organizes the round, has said');
		expect(card).toHaveTextContent('Archive has not written here');
		expect(card).toHaveTextContent(
			'Legal: Needs and gives are shown here for teams of 8 people or more.'
		);
	});

	test('shows one party by itself when asked to', async () => {
		show();
		await userEvent.selectOptions(screen.getByLabelText('Show'), 'Depot');
		expect(listed(/^Not asked for · 1/)).toEqual([
			'Depot gives Archive: Weekly figures of all shelves'
		]);
		expect(listed(/^Unmet · 0/)).toEqual([]);
	});

	test('has no picture where all of it is kept back, and no section where nobody wrote', () => {
		const { whole } = someExchange();
		show({
			exchange: { ...someExchange(), whole: { ...whole, entries: [], same: [] }, silent: [] }
		});
		expect(region('What the teams need from each other')).toHaveTextContent('Legal: ');
		expect(screen.queryByRole('table', { hidden: true })).toBeNull();
		document.body.innerHTML = '';
		show({ exchange: null });
		expect(screen.queryByText('Give and get across the teams')).toBeNull();
	});
});

describe('the teams’ pictures of the whole', () => {
	const pictures = () => region('The teams’ pictures of the whole, side by side');

	test('stand side by side, with the words that come back in all of them', () => {
		show({ exchange: null });
		expect(pictures()).toHaveTextContent('No word comes back in more than half of the teams');
		expect(within(pictures()).getAllByRole('heading', { level: 3 })).toHaveLength(3);
		expect(pictures()).toHaveTextContent(
			'3 pictures of the whole. About 60 of 100 share this one.'
		);
		expect(pictures()).toHaveTextContent('Sentences are shown here for teams of 8 people or more.');
		document.body.innerHTML = '';
		const [harbor, lighthouse] = someTold().pictures as [Picture, Picture];
		const calm = { pictures: 4, sentences: ['the calm light', 'calm and near'] };
		show({ pictures: [harbor, { ...lighthouse, told: calm }] });
		expect(pictures()).toHaveTextContent(
			'Words that all of the teams’ pictures below share: calm.'
		);
	});

	test('of one team alone share nothing, and sentences that were not written for others are not told', () => {
		const [harbor] = someTold().pictures as [Picture];
		show({ pictures: [harbor, { ...harbor, team: 'Depot', told: null, refusal: 'few-writers' }] });
		expect(pictures()).not.toHaveTextContent('teams’ pictures below');
		expect(pictures()).toHaveTextContent(
			'Fewer than three people wrote a sentence for these results'
		);
	});
});

describe('whoever organizes the round', () => {
	const review = (changes: Partial<NonNullable<Told['exchange']>> = {}) => {
		const onsay = vi.fn();
		render(ExchangeReview, { exchange: { ...someExchange(), ...changes }, k: 5, onsay });
		return onsay;
	};

	test('says of two wordings that are alike whether they are the same', async () => {
		const { whole } = someExchange();
		const onsay = review({ whole: { ...whole, same: [] } });
		const alike = region('Is this the same?');
		expect(alike).toHaveTextContent('From Harbor to Lighthouse');
		await userEvent.click(within(alike).getByRole('button', { name: 'The same' }));
		expect(onsay).toHaveBeenLastCalledWith('same', { get: 'get-0', give: 'give-1' });
		await userEvent.click(within(alike).getByRole('button', { name: 'Not the same' }));
		expect(onsay).toHaveBeenLastCalledWith('different', { get: 'get-0', give: 'give-1' });
	});

	test('takes back what they said, and not what a room has said', async () => {
		const onsay = review();
		await userEvent.click(screen.getByRole('button', { name: /^Not the same after all/ }));
		expect(onsay).toHaveBeenCalledWith('nothing', { get: 'get-0', give: 'give-1' });
		document.body.innerHTML = '';
		review({ inRooms: { same: [{ get: 'get-0', give: 'give-1' }], different: [] } });
		expect(screen.queryByRole('button', { name: /^Not the same after all/ })).toBeNull();
		expect(region(/^Met · 1/)).toHaveTextContent('Said in their workshop');
	});
});

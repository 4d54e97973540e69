import RoomWords from '$lib/components/recap/RoomWords.svelte';
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, test, vi } from 'vitest';

const texts = [
	'We keep asking those people in finance before we promise anything.',
	'Customers hear from us first.'
];

// jsdom lays nothing out.
beforeAll(() => void (Element.prototype.scrollIntoView = vi.fn()));

test('the room’s words are read in the browser when somebody asks for it, and not before', async () => {
	render(RoomWords, { texts });
	expect(screen.queryByText(/those people in finance/)).toBeNull();

	await userEvent.click(screen.getByRole('button', { name: 'Look at our words' }));
	expect(await screen.findByText(/place to talk about/)).toBeVisible();
	const marked = screen.getByRole('region', { name: /marks/i });
	expect(within(marked).getByRole('link', { name: /those people/i })).toBeVisible();
	expect(screen.queryByRole('button', { name: /use|question/i })).toBeNull();
});

test('what was meant well can be left alone', async () => {
	render(RoomWords, { texts });
	await userEvent.click(screen.getByRole('button', { name: 'Look at our words' }));
	await screen.findByText(/place to talk about/);
	for (const button of screen.getAllByRole('button', { name: /Stop looking for this/ }))
		await userEvent.click(button);
	expect(await screen.findByText(/Nothing here speaks of parts against each other/)).toBeVisible();
});

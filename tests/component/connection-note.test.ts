import ConnectionNote from '$lib/components/workshop/ConnectionNote.svelte';
import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';

test('says that answers are safe while a phone has no connection, and nothing once it is back', async () => {
	const note = render(ConnectionNote, { connection: 'lost', isFacilitatorHere: true });
	expect(screen.getByRole('status')).toHaveTextContent('Your answers are safe');

	await note.rerender({ connection: 'live' });
	expect(screen.getByRole('status')).toBeEmptyDOMElement();
});

test('says that the facilitator is away, unless this screen itself is cut off', async () => {
	const note = render(ConnectionNote, { connection: 'live', isFacilitatorHere: false });
	expect(screen.getByRole('status')).toHaveTextContent('The facilitator is away');

	await note.rerender({ connection: 'lost', on: 'screen' });
	expect(screen.getByRole('status')).toHaveTextContent('What you see may be a little old');
});

import CommentForm from '$lib/components/answer/CommentForm.svelte';
import InvitationScreen from '$lib/components/answer/InvitationScreen.svelte';
import SendingNote from '$lib/components/answer/SendingNote.svelte';
import TurnedAway from '$lib/components/answer/TurnedAway.svelte';
import type { Invitation } from '$lib/components/answer/invitation';
import { holoscope } from '$lib/content/instruments';
import { contractSchema } from '$lib/domain/publication/contract';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';

const invitation: Invitation = {
	link: 'secret',
	mark: 'mine',
	instrument: holoscope.id,
	edition: holoscope.edition,
	form: 'quick',
	lens: 'member',
	organization: 'Lumen',
	questions: [],
	outcomes: [],
	scale: holoscope.scale,
	contract: contractSchema.parse({
		version: 1,
		lenses: ['member'],
		cuts: ['whole'],
		keptUntil: '2027-06-30'
	}),
	closesOn: '2026-12-18',
	team: { name: 'Dock', headcount: 4 },
	isSingleUse: false,
	hasBegun: false
};
const invite = (changes: Partial<Invitation> = {}) =>
	render(InvitationScreen, {
		invitation: { ...invitation, ...changes },
		total: 36,
		progress: null,
		ownHref: '?item=own',
		onstart: () => {}
	});

test('says before the first question who sees what, and that a team is too small for numbers', () => {
	invite();

	expect(screen.getByText(/no numbers are shown for fewer than 5 people/)).toBeVisible();
	expect(screen.getByText(/Your team, Dock, has fewer than 5 people/)).toBeVisible();
	expect(screen.getByText(/no name, no time and no address/)).toBeVisible();
	expect(screen.getByText(/deleted after June 30, 2027/)).toBeVisible();
	expect(screen.getByText(/About 6 minutes/)).toBeVisible();
});

test.each([
	['member', 'How do you see your team?'],
	['leader', 'How do you see the team you lead?'],
	['customer', 'What is Lumen like to deal with?'],
	['partner', 'What is it like to work with Lumen?']
] as const)('asks a %s in words of their own', (lens, heading) => {
	invite({ lens, team: lens === 'member' || lens === 'leader' ? invitation.team : null });

	expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(heading);
});

test('tells a lost connection from a server that cannot save, until all is sent', async () => {
	const lost = { state: 'lost' as const, message: null };
	const note = render(SendingNote, { sending: lost, durability: 'kept', onsend: () => {} });
	expect(screen.getByRole('status')).toHaveTextContent('sent when you are back online');

	await note.rerender({ sending: { state: 'under-way' } });
	expect(screen.getByRole('status')).toHaveTextContent('sent when you are back online');
	await note.rerender({ sending: { state: 'lost', message: 'The disk is full.' } });
	expect(screen.getByRole('status')).toHaveTextContent('The server cannot save right now');
	await note.rerender({ sending: { state: 'lost', message: null }, durability: 'memory' });
	expect(screen.getByRole('status')).toHaveTextContent('keep this tab open');
	await note.rerender({ sending: { state: 'sent' } });
	expect(screen.getByRole('status')).toBeEmptyDOMElement();
});

test('keeps the words of a comment that could not be sent', async () => {
	const onsave = vi.fn().mockResolvedValueOnce('lost').mockResolvedValueOnce(null);
	render(CommentForm, { kept: '', fewest: 8, onsave });
	const user = userEvent.setup();

	await user.type(screen.getByRole('textbox'), 'We ask.');
	await user.click(screen.getByRole('button', { name: 'Send the comment' }));
	expect(screen.getByRole('status')).toHaveTextContent('What you wrote is still here');
	expect(screen.getByRole('textbox')).toHaveValue('We ask.');

	await user.click(screen.getByRole('button', { name: 'Send the comment' }));
	expect(screen.getByRole('status')).toHaveTextContent('Your comment is kept');
});

test.each([
	[{ isHandedIn: false, late: 1 }, 'does not count in this round'],
	[{ isHandedIn: true, late: 0 }, 'your answers count as they were then.'],
	[{ isHandedIn: true, late: 2 }, '2 changes came too late']
])('says what counts when the round closes meanwhile', (outcome, words) => {
	render(TurnedAway, { refusal: 'round-closed', message: '', link: 'secret', outcome });

	expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
	expect(screen.getByText(new RegExp(words))).toBeVisible();
});

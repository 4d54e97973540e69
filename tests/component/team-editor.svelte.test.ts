import TeamEditor from '$lib/components/round/TeamEditor.svelte';
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'svelte';
import { expect, test } from 'vitest';

const blank = () => ({ id: '', name: '', headcount: '' });
const harbor = () => ({ id: '', name: 'Harbor', headcount: '12' });

type Props = ComponentProps<typeof TeamEditor>;

/** The editor in a page that keeps what is typed. */
function show(changes: Partial<Props> = {}) {
	const props: Props = $state({
		rows: [blank(), blank()],
		problems: [],
		openness: 'anonymous',
		k: 5,
		...changes
	});
	render(TeamEditor, { props });
	return userEvent.setup();
}

const names = () =>
	screen
		.getAllByRole('textbox', { name: /^Name of team/ })
		.map((box) => (box as HTMLInputElement).value);
const paste = async (user: ReturnType<typeof userEvent.setup>, text: string) => {
	await user.click(screen.getByText('Paste many teams, or take them from a file'));
	await user.click(screen.getByLabelText(/One team a line/));
	await user.paste(text);
	await user.click(screen.getByRole('button', { name: 'Check the list' }));
};

test('adds a row and puts the focus into it; removing one keeps the focus in the list', async () => {
	const user = show({ rows: [harbor()] });

	await user.click(screen.getByRole('button', { name: 'Add a team' }));
	expect(screen.getByRole('textbox', { name: 'Name of team 2' })).toHaveFocus();

	await user.keyboard('Dock');
	await user.click(screen.getByRole('button', { name: 'Remove Harbor' }));
	expect(names()).toEqual(['Dock']);
	expect(screen.getByRole('textbox', { name: 'Name of team 1' })).toHaveFocus();
});

test('sums up teams and people while they are typed', async () => {
	const user = show();
	expect(screen.getByText('No team yet')).toBeVisible();

	await user.type(screen.getByRole('textbox', { name: 'Name of team 1' }), 'Harbor');
	await user.type(screen.getByRole('textbox', { name: 'People in team 1' }), '12');

	expect(screen.getByText('1 team, 12 people')).toBeVisible();
});

test('points out teams that are too small at once, with a way on', () => {
	show({ rows: [harbor(), { id: '', name: 'Kitchen', headcount: '4' }] });

	expect(screen.getByText(/One team has fewer than 5 people.*Kitchen/)).toBeVisible();
	expect(screen.getByText(/talk first: a workshop without numbers/)).toBeVisible();
});

test('an open contract asks for their agreement instead', () => {
	show({ rows: [{ id: '', name: 'Kitchen', headcount: '4' }], openness: 'open' });

	expect(screen.getByText(/Make sure that these people agree/)).toBeVisible();
});

test('shows what a pasted list would do before anything is taken over', async () => {
	const user = show({ rows: [harbor(), blank()] });
	await paste(user, 'Lighthouse, 7\nDock\nHarbor, 9');

	const preview = screen.getByRole('region', { name: 'What would be taken over' });
	expect(within(preview).getByText('One team can be taken over.')).toBeVisible();
	expect(
		within(preview)
			.getAllByRole('listitem')
			.map(({ textContent }) => textContent)
	).toEqual([
		'Line 2: write the headcount after a comma, as in “Dock, 12”.',
		'Line 3: “Harbor” is in your list already.'
	]);
	expect(names()).toEqual(['Harbor', '']);

	await user.click(within(preview).getByRole('button', { name: 'Take over one team' }));
	expect(names()).toEqual(['Harbor', 'Lighthouse']);
	expect(screen.getByText('One team was added to your list.')).toBeInTheDocument();
});

test('refuses ten thousand pasted teams in words, and takes nothing', async () => {
	const user = show();
	await paste(user, Array.from({ length: 10_000 }, (_, index) => `Team ${index}, 12`).join('\n'));

	expect(screen.getByText(/There are 10000 teams, and 1000 are the most/)).toBeVisible();
	expect(screen.queryByRole('button', { name: /Take over/ })).not.toBeInTheDocument();
});

test('takes a list out of a file, and says so when the file is no list', async () => {
	const user = show();
	await user.click(screen.getByText('Paste many teams, or take them from a file'));
	const input = screen.getByLabelText('Or choose a CSV file');

	await user.upload(input, new File(['\0\x01\x02PNG'], 'teams.csv', { type: 'text/csv' }));
	expect(await screen.findByText(/This file holds no text/)).toBeVisible();

	await user.upload(input, new File(['Team;People\nPier;9'], 'teams.csv', { type: 'text/csv' }));
	expect(await screen.findByText('The first line was read as headings: Team;People')).toBeVisible();
	await user.click(screen.getByRole('button', { name: 'Take over one team' }));
	expect(names()).toEqual(['Pier']);
});

test('says beside a row what is wrong with it', () => {
	show({ problems: [{ field: 'team-people-2', text: 'Write a whole number.' }] });

	const people = screen.getByRole('textbox', { name: 'People in team 2' });
	expect(people).toBeInvalid();
	expect(people).toHaveAccessibleDescription('Write a whole number.');
});

test('keeps teams from coming and going while a round is open', () => {
	show({ rows: [harbor()], isFixed: true });

	expect(screen.queryByRole('button', { name: /Add a team|Remove/ })).not.toBeInTheDocument();
	expect(screen.queryByText(/Paste many teams/)).not.toBeInTheDocument();
	expect(screen.getByRole('textbox', { name: 'People in team 1' })).toBeEnabled();
});

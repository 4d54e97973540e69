import CheckStep from '$lib/components/import/CheckStep.svelte';
import ColumnsStep from '$lib/components/import/ColumnsStep.svelte';
import type { CheckedOnPage } from '$lib/components/import/import-view';
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';

const teams = [
	{ id: 'h', name: 'Harbor' },
	{ id: 'k', name: 'Kitchen' }
];
const chosen = { teamId: '', lens: '', choices: [], leavesOut: false };
const columns = [
	{ header: 'Timestamp', chosen: '', note: null },
	{ header: 'Department', chosen: 'team', note: null },
	{ header: 'Q1', chosen: 'item:voice-1', note: null },
	{ header: 'Q2', chosen: '', note: 'This question is not asked in this round.' }
];
const checked = (changes: Partial<CheckedOnPage> = {}): CheckedOnPage => ({
	count: 3,
	isRepeated: false,
	places: [{ words: 'Members, Harbor', count: 3 }],
	skipped: 0,
	leftOut: 0,
	unknownTeams: [],
	moreUnknown: 0,
	refusedRows: 0,
	groups: [],
	moreGroups: 0,
	...changes
});
const bad = {
	refusedRows: 1_000,
	groups: [
		{
			words: 'Column “Q1” wants 1 to 5',
			count: 1_000,
			first: [
				{ row: 2, value: '9' },
				{ row: 3, value: '=1+1' }
			]
		}
	]
};

function showColumns() {
	const questions = ['voice-1', 'regard-2'];
	render(ColumnsStep, { columns, chosen, teams, lenses: ['member', 'customer'], questions });
	return userEvent.setup();
}
function showCheck(changes: Partial<CheckedOnPage> = {}, ondownload = vi.fn()) {
	const props = { checked: checked(changes), chosen, teams, isSending: false, ondownload };
	render(CheckStep, props);
	return userEvent.setup();
}

test('says how many questions were found, and what each column is taken to hold', () => {
	showColumns();

	expect(screen.getByText('1 of 2 questions of this round have a column.')).toBeVisible();
	expect(screen.getByRole('combobox', { name: /Department/ })).toHaveValue('team');
	expect(screen.getByRole('combobox', { name: /Q1/ })).toHaveValue('item:voice-1');
});

test('a guess is corrected by keyboard, with the questions that this round asks', async () => {
	const user = showColumns();
	const column = screen.getByRole('combobox', { name: /Q1/ });

	expect(within(column).getAllByRole('option', { hidden: true })).toHaveLength(3 + 2);
	column.focus();
	await user.selectOptions(column, 'item:regard-2');
	expect(column).toHaveValue('item:regard-2');
	expect(column).toHaveAttribute('name', 'column-2');
});

test('columns that are left out are counted and can be found', async () => {
	const user = showColumns();

	await user.click(screen.getByText('2 columns are left out'));
	expect(screen.getByRole('combobox', { name: /Timestamp/ })).toHaveValue('');
	expect(screen.getByText('This question is not asked in this round.')).toBeVisible();
});

test('says what would be taken and offers to take it', () => {
	showCheck();

	expect(screen.getByText('3 answer sheets can be taken in.')).toBeVisible();
	expect(screen.getByRole('rowheader', { name: 'Members, Harbor' })).toBeVisible();
	expect(screen.getByRole('button', { name: 'Take in 3 answer sheets' })).toBeEnabled();
});

test('a thousand bad rows are one line with the first places, and keep the file out until they are left out', async () => {
	const user = showCheck(bad);

	expect(screen.getByRole('heading', { name: '1000 rows cannot be taken' })).toBeVisible();
	expect(screen.getByText('row 2: “9”, row 3: “=1+1”, and 998 more')).toBeVisible();
	expect(screen.queryByRole('button', { name: /^Take in/ })).toBeNull();

	await user.click(screen.getByRole('checkbox', { name: /Leave these rows out/ }));
	expect(screen.getByRole('button', { name: 'Take in 3 answer sheets' })).toBeEnabled();
});

test('the whole list of refusals can be downloaded', async () => {
	const ondownload = vi.fn((event: MouseEvent) => event.preventDefault());
	const user = showCheck(bad, ondownload);

	await user.click(screen.getByRole('button', { name: 'Download the whole list as CSV' }));
	expect(ondownload).toHaveBeenCalledOnce();
});

test('a name that no team has can stand for a team or be skipped', async () => {
	const user = showCheck({ unknownTeams: [{ name: 'Harbour', rows: 4 }] });
	const choice = screen.getByRole('combobox', { name: '“Harbour” (4 rows)' });

	await user.selectOptions(choice, 'Harbor');
	expect(choice).toHaveValue('h');
	await user.selectOptions(choice, 'Skip these rows');
	expect(choice).toHaveValue('skip');
});

test('the same answers are not offered a second time', () => {
	showCheck({ isRepeated: true });

	expect(screen.getByText(/in the round already/)).toBeVisible();
	expect(screen.queryByRole('button', { name: /^Take in/ })).toBeNull();
});

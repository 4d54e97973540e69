import { itemsOf, wordingOf } from '../../src/lib/domain/instrument/form';
import { holoscope } from '../../src/lib/content/instruments';
import type { Context } from '../../src/lib/server/context';
import { closeRound } from '../../src/lib/server/use-cases/close-round';
import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expectAccessible } from '../support/axe';
import { openServerData, roundOfToday } from '../support/e2e-rounds';

let context: Context;
test.beforeAll(async () => {
	context = await openServerData();
});
test.afterAll(() => context.close());

const items = itemsOf(holoscope, 'quick');
const ids = items.map(({ id }) => id);

/** As Google Forms exports a grid: a time, the team, and each question's wording in brackets. */
function googleForms(rows: string[][]): string {
	const headings = items.map((item) => `"How often? [${wordingOf(item, 'member', 'Lumen')}]"`);
	return [['Timestamp', 'Team', ...headings], ...rows].map((cells) => cells.join(',')).join('\n');
}
/** As LimeSurvey exports codes. */
function limeSurvey(rows: string[][]): string {
	const headings = ids.map((id) => `G01Q01[${id.replaceAll('-', '')}]`);
	return [['id', 'team', ...headings], ...rows].map((cells) => cells.join(';')).join('\r\n');
}
const labels = (label: string) => ids.map(() => label);
const codes = (first: number) => ids.map((_, index) => `A${((first + index) % 5) + 1}`);

/** The page, once its scripts run. */
async function openImport(page: Page, organizer: string) {
	await page.goto(`/rounds/${organizer}/import`);
	await page.locator('input[name="keepsText"]').waitFor({ state: 'attached' });
}
async function paste(page: Page, text: string) {
	await page.getByLabel('Or paste its rows').fill(text);
	await page.getByRole('button', { name: 'Look at the columns' }).click();
	await expect(page.getByRole('heading', { name: '2. What the columns hold' })).toBeFocused();
}
async function check(page: Page) {
	await page.getByRole('button', { name: 'See what would be taken' }).click();
	await expect(page.getByRole('heading', { name: '3. What would be taken' })).toBeFocused();
}
const sheetsOf = (roundId: string) =>
	context.db.read.selectFrom('sheets').selectAll().where('round_id', '=', roundId).execute();

async function expectNoSidewaysScroll(page: Page) {
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(overflow).toBe(0);
}

test('an organizer takes in a file of Google Forms: from their own page to the last sheet', async ({
	page
}) => {
	const { organizer, roundId } = await roundOfToday(context);
	await page.goto(`/rounds/${organizer}`);
	await page.getByRole('link', { name: 'Take in answers from a file' }).click();
	await page.locator('input[name="keepsText"]').waitFor({ state: 'attached' });
	await expectAccessible(page);

	const file = googleForms([
		['2026-11-20', 'Harbor', ...labels('Often')],
		['2026-11-20', 'Harbour', ...labels('Seldom')],
		['2026-11-21', 'Old team', ...labels('Often')],
		['2026-11-21', 'Lighthouse', ...labels('Sometimes')]
	]);
	const buffer = Buffer.from(`\uFEFF${file}`, 'utf16le');
	await page
		.getByLabel('Choose a CSV file')
		.setInputFiles({ name: 'answers.csv', mimeType: 'text/csv', buffer });
	await page.getByRole('button', { name: 'Look at the columns' }).click();
	await expect(page.getByText('8 of 8 questions of this round have a column.')).toBeVisible();
	await expect(page.getByRole('combobox', { name: /^Column 2 Team/ })).toHaveValue('team');
	await expectAccessible(page);

	await check(page);
	await expect(page.getByText('One answer sheet can be taken in.')).toBeVisible();
	await expect(page.getByText(/row 5: “Sometimes”/).first()).toBeVisible();
	await expectAccessible(page);

	await page.getByRole('combobox', { name: /Harbour/ }).selectOption('Harbor');
	await page.getByRole('combobox', { name: /Old team/ }).selectOption('Skip these rows');
	await page.getByRole('button', { name: 'Look again' }).click();
	await expect(page.getByText('2 answer sheets can be taken in.')).toBeVisible();
	await expect(page.getByText('One row is skipped, as you chose.')).toBeVisible();
	expect(await sheetsOf(roundId)).toEqual([]);

	await page.getByRole('checkbox', { name: /Leave these rows out/ }).check();
	await page.getByRole('button', { name: 'Take in 2 answer sheets' }).click();
	await expect(
		page.getByRole('heading', { name: '2 answer sheets are in the round' })
	).toBeVisible();
	await expectAccessible(page);
	expect(await sheetsOf(roundId)).toHaveLength(2);

	await page.getByRole('link', { name: 'Take in another file' }).click();
	await expect(page.getByText('Taken in so far: Members: 2')).toBeVisible();
});

test('the keyboard alone takes in a file of LimeSurvey, and sending it twice changes nothing', async ({
	page
}) => {
	const { organizer, roundId } = await roundOfToday(context);
	const file = limeSurvey([
		['1', 'Harbor', ...codes(0)],
		['2', 'Lighthouse', ...codes(2)]
	]);
	const take = async () => {
		await openImport(page, organizer);
		await page.getByLabel('Or paste its rows').focus();
		await page.keyboard.insertText(file);
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await expect(page.getByRole('heading', { name: /^2\./ })).toBeFocused();
		await page.getByRole('button', { name: 'See what would be taken' }).focus();
		await page.keyboard.press('Enter');
		await expect(page.getByRole('heading', { name: /^3\./ })).toBeFocused();
	};
	await take();
	await page.getByRole('button', { name: 'Take in 2 answer sheets' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: '2 answer sheets are in' })).toBeVisible();

	await take();
	await expect(page.getByText('These very answers are in the round already.')).toBeVisible();
	expect(await sheetsOf(roundId)).toHaveLength(2);
});

test('a thousand bad rows are few lines, and a list to download in which no formula runs', async ({
	page
}) => {
	const { organizer } = await roundOfToday(context);
	const bad = Array.from({ length: 1_000 }, (_, row) => [
		`${row}`,
		'Harbor',
		'=HYPERLINK(A1)',
		...codes(row).slice(1)
	]);
	await openImport(page, organizer);
	await paste(page, limeSurvey(bad));
	await check(page);

	await expect(page.getByRole('heading', { name: '1000 rows cannot be taken' })).toBeVisible();
	await expect(page.getByText(/and 997 more/)).toBeVisible();
	const downloaded = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Download the whole list as CSV' }).click();
	const list = readFileSync(await (await downloaded).path(), 'utf8')
		.trim()
		.split('\r\n');
	expect(list).toHaveLength(1 + 1_000);
	expect(list[1]).toContain(`2,G01Q01[voice1],"'=HYPERLINK(A1)"`);
});

test('what is no text, too large or empty is told, and what was typed stays', async ({ page }) => {
	const { organizer } = await roundOfToday(context);
	await openImport(page, organizer);
	const typed = 'Team,voice1\n"Harbor,4';
	await page.getByLabel('Or paste its rows').fill(typed);
	const choose = (name: string, buffer: Buffer) =>
		page
			.getByLabel('Choose a CSV file')
			.setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

	await choose('answers.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]));
	await expect(page.getByText(/This is no text file/)).toBeVisible();
	await choose('answers.csv', Buffer.alloc(8_000_001, 'a'));
	await expect(page.getByText(/larger than 8 MB/)).toBeVisible();
	await page.getByRole('button', { name: 'Look at the columns' }).click();
	await expect(page.getByText(/A quotation mark in row 2 is never closed/)).toBeVisible();
	await expect(page.getByLabel('Or paste its rows')).toHaveValue(typed);
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('every step works, and the file stays in the form', async ({ page }) => {
		const { organizer, roundId } = await roundOfToday(context);
		await page.goto(`/rounds/${organizer}/import`);
		const buffer = Buffer.from(limeSurvey([['1', 'Harbor', ...codes(0)]]));
		await page
			.getByLabel('Choose a CSV file')
			.setInputFiles({ name: 'answers.csv', mimeType: 'text/csv', buffer });
		await page.getByRole('button', { name: 'Look at the columns' }).click();
		await page.getByRole('button', { name: 'See what would be taken' }).click();
		await page.getByRole('button', { name: 'Take in one answer sheet' }).click();
		await expect(
			page.getByRole('heading', { name: 'One answer sheet is in the round' })
		).toBeVisible();
		expect(await sheetsOf(roundId)).toHaveLength(1);
	});
});

test('each mistake has its own status', async ({ request, baseURL }) => {
	const { organizer, teams } = await roundOfToday(context);
	const statusOf = async (step: string, fields: Record<string, string | object>, key = organizer) =>
		(
			await request.post(`/rounds/${key}/import?/${step}`, {
				multipart: fields as Record<string, string>,
				headers: { origin: baseURL!, accept: 'text/html' }
			})
		).status();
	const file = (name: string, buffer: Buffer) => ({
		file: { name, mimeType: 'text/csv', buffer }
	});
	const good = { text: 'team,voice-1\nHarbor,4', columns: '2', 'column-1': 'item:voice-1' };

	expect(await statusOf('look', { text: '' })).toBe(422);
	expect(await statusOf('look', file('a.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0])))).toBe(415);
	expect(await statusOf('look', file('a.csv', Buffer.alloc(9_500_000, 'a')))).toBe(413);
	expect(await statusOf('check', { ...good, columns: '5' })).toBe(409);
	expect(await statusOf('check', { ...good, 'column-1': '' })).toBe(422);
	expect(await statusOf('import', { ...good, 'column-0': '' })).toBe(422);
	expect(await statusOf('check', { ...good, teamId: teams[0]!.id })).toBe(200);
	expect(await statusOf('check', good, 'x'.repeat(24))).toBe(404);
	await closeRound(context, organizer);
	expect(await statusOf('import', { ...good, teamId: teams[0]!.id })).toBe(409);
});

for (const width of [320, 768, 1280]) {
	test(`nothing scrolls sideways at ${width} pixels`, async ({ page }) => {
		const { organizer } = await roundOfToday(context);
		await page.setViewportSize({ width, height: 800 });
		await openImport(page, organizer);
		await paste(
			page,
			googleForms([['x', 'A-team-with-a-name-that-has-no-space-to-break-at', '9']])
		);
		await check(page);
		await expectNoSidewaysScroll(page);
	});
}

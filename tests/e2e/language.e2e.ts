import { expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expectAccessible } from '../support/axe';

const field = (page: Page) => page.getByLabel('Text', { exact: true });
const found = (page: Page, count: number) =>
	page.getByText(new RegExp(`^${count} places? in [\\d,]+ words$`));

async function write(page: Page, text: string) {
	await page.goto('/language');
	await field(page).fill(text);
}

test('a person reads notes, writes their own version and compares the two', async ({ page }) => {
	await write(page, 'My people met. Finance is our internal customer.');
	await expect(found(page, 2)).toBeVisible();
	await page.getByRole('link', { name: 'My people (note 1)' }).click();
	await expect(page.locator('#note-1')).toBeFocused();

	await page.getByRole('button', { name: 'Write your own version' }).click();
	await page.getByRole('button', { name: 'Use “the people I work with”' }).click();
	await expect(page.getByLabel('Your version').first()).toHaveValue(
		'The people I work with met. Finance is our internal customer.'
	);
	await expect(found(page, 1)).toBeVisible();
	await page.getByRole('button', { name: /^Put the question in: note 1/ }).click();
	await expect(page.getByLabel('Your version').first()).toHaveValue(/together\?\]$/);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByLabel('Your version').first()).toHaveValue(/internal customer\.$/);

	const all = page.getByRole('row', { name: /^All marks/ });
	await expect(all).toHaveText(/2\s*–\s*1\s*–/);
	await expect(field(page)).toHaveValue('My people met. Finance is our internal customer.');
	await expectAccessible(page);
});

test('a rule or one place is left alone, and asked for again', async ({ page }) => {
	await write(page, 'My people met. My people ate. No exceptions.');
	await expect(found(page, 3)).toBeVisible();
	await page.getByRole('button', { name: 'Leave as it is: note 1, My people' }).click();
	await expect(found(page, 2)).toBeVisible();
	await page.getByRole('button', { name: 'Stop looking for this: Closing the talk' }).click();
	await expect(found(page, 1)).toBeVisible();
	await page.getByRole('button', { name: 'Closing the talk', exact: true }).click();
	await page.getByRole('button', { name: '1 single place' }).click();
	await expect(found(page, 3)).toBeVisible();
});

test('the kind of text decides what is looked for', async ({ page }) => {
	await write(page, 'Increase output by 10 percent.');
	await expect(found(page, 0)).toBeVisible();
	await page.getByRole('radio', { name: 'Goals' }).check();
	await expect(found(page, 1)).toBeVisible();
});

test('texts are kept on the device, opened, passed on as files and deleted', async ({ page }) => {
	await write(page, 'My people met.');
	await page.getByLabel('Name').fill('Spring memo');
	await page.getByRole('button', { name: 'Keep on this device' }).click();
	await expect(page.getByText('“Spring memo” is kept on this device.')).toBeVisible();

	await page.reload();
	await expect(field(page)).toHaveValue('My people met.');
	await field(page).fill('Something else.');
	await page.getByRole('button', { name: 'Open Spring memo', exact: true }).click();
	await expect(field(page)).toHaveValue('My people met.');
	await expect(page.getByRole('button', { name: 'Open Before Spring memo' })).toBeVisible();

	await expect(found(page, 1)).toBeVisible();
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'JSON' }).click();
	const file = await readFile(await (await downloading).path(), 'utf8');
	expect(JSON.parse(file).marks[0].words).toBe('My people');

	await page.getByRole('button', { name: 'Delete Spring memo', exact: true }).click();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('button', { name: 'Open Spring memo', exact: true })).toBeVisible();
	await page.getByRole('button', { name: 'Delete all kept texts' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Delete all kept texts' }).click();
	await expect(page.getByText('All kept texts were deleted.')).toBeVisible();
	await expectAccessible(page);
});

test('what was typed is there after a reload, however soon it comes', async ({ page }) => {
	await write(page, 'My people met.');
	await field(page).fill('My people met, again.');
	await page.evaluate(() => location.reload());
	await expect(field(page)).toHaveValue('My people met, again.');
});

test('a text file is taken, and a file that is none leaves what was typed', async ({ page }) => {
	await page.goto('/language');
	const choose = page.locator('input[type=file]');
	await choose.setInputFiles({
		name: 'memo.txt',
		mimeType: 'text/plain',
		buffer: Buffer.from('My people met.')
	});
	await expect(found(page, 1)).toBeVisible();
	await choose.setInputFiles({
		name: 'memo.docx',
		mimeType: 'application/octet-stream',
		buffer: Buffer.from([0x50, 0x4b, 3, 4, 0])
	});
	await expect(page.getByText('This file holds no plain text.')).toBeVisible();
	await expect(field(page)).toHaveValue('My people met.');
});

test('nothing is sent once the page is there, and it works without a connection', async ({
	page,
	context
}) => {
	await page.goto('/language');
	await page.evaluate(() => navigator.serviceWorker.ready);
	await page.waitForFunction(() => navigator.serviceWorker.controller);
	await page.waitForLoadState('networkidle');
	const asked: string[] = [];
	context.on('request', (request) => asked.push(request.url()));

	await field(page).fill('My people met.');
	await expect(found(page, 1)).toBeVisible();
	await page.getByRole('button', { name: 'Write your own version' }).click();
	await page.getByRole('button', { name: 'Use “the people I work with”' }).click();
	await page.getByRole('button', { name: 'Keep on this device' }).click();
	await expect(page.getByRole('button', { name: /^Open / })).toBeVisible();
	expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([]);

	await context.setOffline(true);
	await page.reload();
	await expect(field(page)).toHaveValue('My people met.');
	await expect(found(page, 1)).toBeVisible();
});

test('50,000 words are read while the person types on', async ({ page }) => {
	await write(page, 'My people met the other teams and asked them what they need. '.repeat(4_200));
	await field(page).press('End');
	await expect(found(page, 4200)).toBeVisible();
	const began = Date.now();
	await field(page).press('!');
	expect(Date.now() - began).toBeLessThan(2_000);
});

test('the keyboard alone is enough, from the text to a note and back', async ({ page }) => {
	await page.goto('/language');
	const tabTo = async (name: string) => {
		for (let presses = 0; presses < 40; presses++) {
			await page.keyboard.press('Tab');
			const text = await page.evaluate(() => document.activeElement!.textContent.trim());
			if (text.startsWith(name)) return;
		}
		throw new Error(`The keyboard does not reach “${name}”.`);
	};
	await page.getByRole('radio', { name: 'Memo' }).focus();
	await page.keyboard.press('Tab');
	await expect(field(page)).toBeFocused();
	await page.keyboard.type('My people met.');
	await expect(found(page, 1)).toBeVisible();
	await tabTo('My people');
	await page.keyboard.press('Enter');
	await expect(page.locator('#note-1')).toBeFocused();
	await tabTo('Show in the text');
	await page.keyboard.press('Enter');
	await expect(page.locator('#mark-1')).toBeFocused();
	await tabTo('Leave as it is');
	await page.keyboard.press('Enter');
	await expect(found(page, 0)).toBeVisible();
	await tabTo('Undo');
});

for (const colorScheme of ['light', 'dark'] as const) {
	for (const width of [320, 768, 1280]) {
		test(`nothing scrolls sideways at ${width} px, ${colorScheme}, and axe finds nothing`, async ({
			page
		}) => {
			await page.emulateMedia({ colorScheme });
			await page.setViewportSize({ width, height: 800 });
			await page.goto('/language');
			await page.getByRole('button', { name: 'Try an example' }).click();
			await expect(found(page, 10)).toBeVisible();
			await page.getByRole('button', { name: 'Write your own version' }).click();
			await expect(page.getByRole('row', { name: /^All marks/ })).toBeVisible();

			const overflow = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth
			);
			expect(overflow).toBe(0);
			await expectAccessible(page);
		});
	}
}

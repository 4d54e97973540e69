import { expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expectAccessible } from '../support/axe';

async function addParty(page: Page, name: string, kind = 'Person') {
	await page.getByLabel('Kind').selectOption(kind);
	await page.getByLabel('Name').fill(name);
	await page.getByLabel('Name').press('Enter');
	await expect(page.getByText(`${name} is on the picture.`)).toBeVisible();
}

async function write(page: Page, who: string, side: string, whom: string, what: string) {
	await page.getByLabel('Who', { exact: true }).selectOption(who);
	await page.getByLabel('Needs or gives', { exact: true }).selectOption(side);
	await page.getByLabel('Whom', { exact: true }).selectOption(whom);
	await page.getByLabel('What', { exact: true }).fill(what);
	await page.getByLabel('What', { exact: true }).press('Enter');
}

async function writeStory(page: Page) {
	await page.goto('/give-get');
	await addParty(page, 'Ana');
	await addParty(page, 'Ben');
	await addParty(page, 'Fabric mill', 'Partner');
	await write(page, 'Ben', 'needs to get from', 'Ana', 'Price list by Tuesday');
	await write(page, 'Ana', 'aims to give to', 'Ben', 'The new price list');
	await write(page, 'Ben', 'aims to give to', 'Ana', 'Open questions');
	await write(page, 'Ana', 'needs to get from', 'Fabric mill', 'Samples');
}

test('needs and gives meet when a person says so, and a chain without a customer is named', async ({
	page
}) => {
	const requests: string[] = [];
	await writeStory(page);
	page.on('request', (request) => requests.push(request.url()));

	await expect(page.getByRole('heading', { name: '0 of 2 needs are met' })).toBeVisible();
	await expect(page.getByText('Ana → Ben → Ana: it goes round in a circle.')).toBeVisible();
	await page.getByRole('button', { name: 'The same', exact: true }).click();
	await expect(page.getByRole('heading', { name: '1 of 2 needs are met' })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Is this the same?' })).toBeFocused();

	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('heading', { name: '0 of 2 needs are met' })).toBeVisible();
	await page.getByRole('button', { name: 'Not the same', exact: true }).click();
	await expect(page.getByText('Nothing else looks alike.')).toBeVisible();
	await page.getByLabel(/^Which give meets this: Ben needs from Ana/).selectOption({ index: 1 });
	await page.getByRole('button', { name: 'Put together' }).click();
	await expect(page.getByRole('heading', { name: '1 of 2 needs are met' })).toBeVisible();

	await write(page, 'Ben', 'aims to give to', 'Our customers', 'An offer');
	await expect(page.getByText('Every chain of gives comes to a customer.')).toBeVisible();
	await expect(page.getByRole('row', { name: /^Ana/ })).toContainText('1 met, 0 unmet');
	expect(requests).toEqual([]);
	await expectAccessible(page);
});

test('everything is there after a reload, goes along as a file and comes back from it', async ({
	page
}) => {
	await writeStory(page);
	await page.evaluate(() => location.reload());
	await expect(page.getByText('Ana needs from Fabric mill: Samples').first()).toBeVisible();

	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'File to open again (JSON)' }).click();
	const file = await (await downloading).path();
	expect(JSON.parse(await readFile(file, 'utf8')).entries).toHaveLength(4);

	await page.getByRole('button', { name: 'Delete everything here' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Delete everything here' }).click();
	await expect(page.getByText('Everything was deleted.')).toBeVisible();
	await page.reload();
	await expect(page.getByText('Add at least one person, team or partner first.')).toBeVisible();

	await page.getByLabel('Open a file').setInputFiles({
		name: 'notes.json',
		mimeType: 'application/json',
		buffer: Buffer.from('{}')
	});
	await expect(page.getByText('This is no file of give and get. Nothing changed.')).toBeVisible();
	await page.getByLabel('Open a file').setInputFiles({
		name: 'team.json',
		mimeType: 'application/json',
		buffer: await readFile(file)
	});
	await expect(page.getByText('team.json is open.')).toBeVisible();
	await expect(page.getByRole('heading', { name: '0 of 2 needs are met' })).toBeVisible();
});

test('entries are changed and removed, and who leaves takes theirs along', async ({ page }) => {
	await writeStory(page);
	await page.getByRole('button', { name: 'Change: Ana needs from Fabric mill: Samples' }).click();
	await expect(page.getByLabel('What', { exact: true })).toBeFocused();
	await page.getByLabel('What', { exact: true }).fill('Red samples');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByText('Changed: Ana needs from Fabric mill: Red samples')).toBeVisible();

	await page.getByRole('button', { name: 'Take Fabric mill off the picture' }).click();
	await expect(page.getByText('3 entries')).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByText('4 entries')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Take Our customers off' })).toHaveCount(0);
});

test('thirty parties fit on a phone without sideways scrolling', async ({ page }) => {
	const parties = Array.from({ length: 30 }, (_, at) => ({
		id: `p${at}`,
		name: `Party number ${at}`,
		kind: at === 0 ? 'customer' : 'team'
	}));
	const entries = parties.slice(1).map(({ id }, at) => ({
		id: `e${at}`,
		side: 'give',
		from: id,
		to: `p${Math.floor(at / 2)}`,
		text: 'Figures by Monday'
	}));
	const file = JSON.stringify({
		kind: 'holoscope-give-and-get',
		parties,
		entries,
		same: [],
		different: []
	});
	await page.addInitScript((kept) => localStorage.setItem('holoscope-give-get', kept), file);
	await page.setViewportSize({ width: 320, height: 640 });
	await page.goto('/give-get');
	await expect(page.getByText('29 entries')).toBeVisible();
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
	await expectAccessible(page);
});

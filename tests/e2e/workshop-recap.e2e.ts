import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { heldWorkshop } from '../support/held-workshop';

async function expectNoSidewaysScroll(page: Page) {
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(overflow).toBe(0);
}

test('after a workshop, everyone with the link reads the same recap and takes it along', async ({
	page,
	baseURL
}) => {
	const before = await heldWorkshop(baseURL!, { people: 12, votes: [[2, 2, 3, 1]] });
	const { recap } = await heldWorkshop(baseURL!, {
		people: 12,
		votes: [
			[3, 4, 4, 5],
			[1, 5]
		],
		previous: before.facilitate
	});
	await page.goto(`/recap/${recap}`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Harbor made one promise');
	await expect(page.getByText('Ask a customer every Monday').first()).toBeVisible();
	await expect(page.getByRole('heading', { name: 'After the talk' })).toHaveCount(1);
	await expect(page.getByText(/Nearer to the hologram/)).toBeVisible();
	await expectAccessible(page);
	for (const width of [320, 768, 1280]) {
		await page.setViewportSize({ width, height: 800 });
		await expectNoSidewaysScroll(page);
	}
	await page.emulateMedia({ colorScheme: 'dark' });
	await expectAccessible(page);

	for (const paper of ['a4', 'letter']) {
		const file = await page.request.get(`/recap/${recap}/report.pdf?paper=${paper}`);
		expect(file.headers()['content-type']).toBe('application/pdf');
	}
	const json = await (await page.request.get(`/recap/${recap}/recap.json`)).json();
	expect(json.recap.people).toBe(12);
});

test('on its day a promise asks with two taps, and remembers what this device said', async ({
	page,
	baseURL
}) => {
	const { recap, promise } = await heldWorkshop(baseURL!, { people: 6 });
	await page.goto(`/recap/${recap}`);
	await page.getByRole('link', { name: /^Is it done\? Did it help\?/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Did we keep our promise?');
	await expectAccessible(page);

	const kept = () => page.waitForResponse((answer) => answer.request().method() === 'POST');
	const ask = (question: string) => page.getByRole('group', { name: question });
	await ask('Is it done?').getByText('Partly').click();
	await expect(page.getByRole('status').first()).toHaveText(/One more tap/, { timeout: 20_000 });
	await Promise.all([kept(), ask('Did it help?').getByText('A little').click()]);
	await expect(page.getByText('Your answer is saved. You can change it.')).toBeVisible();

	await page.reload();
	await expect(ask('Is it done?').getByLabel('Partly')).toBeChecked();
	await Promise.all([kept(), ask('Is it done?').getByText('Yes').click()]);
	await page.reload();
	await expect(ask('Is it done?').getByLabel('Yes')).toBeChecked();

	const entry = await page.request.get(`/recap/${recap}/promises/${promise}/promise.ics`);
	expect(await entry.text()).toContain('BEGIN:VEVENT');
	await page.setViewportSize({ width: 320, height: 700 });
	await expectNoSidewaysScroll(page);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a promise is answered all the same', async ({ page, baseURL }) => {
		const { recap, promise } = await heldWorkshop(baseURL!, { people: 6 });
		await page.goto(`/recap/${recap}/promises/${promise}`);
		await page.getByRole('group', { name: 'Is it done?' }).getByLabel('Not yet').check();
		await page.getByRole('group', { name: 'Did it help?' }).getByLabel('Too early to say').check();
		await page.getByRole('button', { name: 'Save' }).click();
		await expect(page.getByText('Your answer is saved. You can change it.')).toBeVisible();
	});
});

test('before the end the link says so, and opens the recap by itself when the room is done', async ({
	page,
	baseURL
}) => {
	const room = await heldWorkshop(baseURL!, { people: 6, isRunning: true });
	await page.clock.install();
	await page.goto(`/recap/${room.recap}`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'The workshop is still going on'
	);
	await expectAccessible(page);
	await room.steer({ kind: 'end' });
	// As often as it takes the page to wake up and look.
	await expect(async () => {
		await page.clock.fastForward(16_000);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Harbor made one promise', {
			timeout: 1_000
		});
	}).toPass({ timeout: 30_000 });
});

test('whoever took part reads the recap on their device, and nobody else does', async ({
	context,
	page,
	baseURL
}) => {
	const { workshopId, seats } = await heldWorkshop(baseURL!, { people: 6 });
	const refused = await page.goto(`/workshops/${workshopId}/recap`);
	expect(refused!.status()).toBe(403);
	const [name, value] = seats[0]!.split('=') as [string, string];
	await context.addCookies([{ name, value, url: `${baseURL}/workshops/${workshopId}` }]);
	await page.goto(`/workshops/${workshopId}/recap`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Harbor made one promise');
	await page.getByRole('link', { name: /^Is it done\? Did it help\?/ }).click();
	await expect(page.getByRole('group', { name: 'Is it done?' })).toBeVisible();
});

import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';

let token: string;
let code: string;
let revision = 1;

/** Drives the room as the facilitator's page does. */
async function steer(page: Page, command: object): Promise<void> {
	const answer = await page.request.post(`/workshops/facilitate/${token}/steer`, {
		data: { revision, command },
		headers: { origin: new URL(page.url()).origin }
	});
	const said = await answer.json();
	expect(said.refusal).toBeNull();
	revision = said.revision;
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
	const size = page.viewportSize()!;
	await page.setViewportSize({ width: 320, height: 640 });
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
	await page.setViewportSize(size);
}

async function look(page: Page): Promise<void> {
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
}

async function newPhone(browser: Browser): Promise<{ context: BrowserContext; page: Page }> {
	const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
	return { context, page: await context.newPage() };
}

async function join(page: Page): Promise<void> {
	await page.goto(`/j/${code}`);
	await page.getByRole('button', { name: 'Join', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are in.');
}

test('a workshop is created, three phones take part, and nothing of a vote is lost or doubled', async ({
	browser,
	page
}) => {
	test.slow();
	await test.step('a facilitator plans it, and is told when the team is too small for numbers', async () => {
		await page.goto('/');
		await page.getByRole('link', { name: 'Hold a workshop' }).click();
		await page.waitForLoadState('networkidle');
		await page.getByLabel('Organization', { exact: true }).fill('Lumen');
		await page.getByLabel('Team', { exact: true }).fill('Harbor');
		await page.getByLabel('How many people are in it?').fill('3');
		await look(page);
		await page.getByRole('button', { name: 'Choose the open contract' }).click();
		await expect(page.getByRole('radio', { name: /^Open/ })).toBeChecked();
		await page.getByRole('radio', { name: /^60 minutes/ }).check();
		await page.getByRole('button', { name: 'Create the workshop' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your workshop is ready');
		await look(page);
		token = page.url().split('/').at(-1)!;
		code = (await page.getByText(/^[A-Z]{4}-\d{4}$/).textContent())!;
	});

	const first = await newPhone(browser);
	await test.step('one types the code, wrong at first, reads the contract and gives a name', async () => {
		await first.page.goto('/join');
		await first.page.getByLabel('Code').fill('CCCC-2222');
		await first.page.getByRole('button', { name: 'Go on' }).click();
		await expect(first.page.getByText(/No open workshop has this code/)).toBeVisible();
		await expect(first.page.getByLabel('Code')).toHaveValue('CCCC-2222');
		await look(first.page);
		await first.page.getByLabel('Code').fill(code.toLowerCase().replace('-', ' '));
		await first.page.getByRole('button', { name: 'Go on' }).click();
		await expect(first.page.getByText(/everyone in the room sees who chose what/)).toBeVisible();
		await look(first.page);
		await first.page.getByLabel('Your name in this room').fill('Mira');
		await first.page.getByRole('button', { name: 'Join', exact: true }).click();
		await expect(first.page.getByText('You are here as Mira.')).toBeVisible();
		await look(first.page);
	});

	const [second, third] = [await newPhone(browser), await newPhone(browser)];
	await test.step('two scan it, and one of them twice without taking a second seat', async () => {
		await join(second.page);
		await join(third.page);
		await third.page.goto(`/j/${code}`);
		await expect(third.page.getByText('3 people are here so far.')).toBeVisible();
		await expect(first.page.getByText('3 people are here so far.')).toBeVisible();
	});

	await test.step('everyone follows the room by itself, to a vote', async () => {
		await steer(page, { kind: 'start' });
		await expect(first.page.getByRole('heading', { name: 'Monolith or hologram?' })).toBeVisible();
		await look(first.page);
		await steer(page, { kind: 'next' });
		await expect(first.page.getByRole('heading', { level: 1 })).toHaveText('Voice');
		await look(first.page);
		await steer(page, { kind: 'open-vote' });
		for (const { page: phone } of [first, second, third])
			await expect(phone.getByRole('radio')).toHaveCount(5);
		await look(first.page);
	});

	await test.step('a vote without a connection waits through a change of mind, and arrives once', async () => {
		await third.context.setOffline(true);
		await third.page.getByRole('radio').nth(1).click();
		await third.page.getByRole('radio').nth(4).click();
		await expect(third.page.getByRole('radio').nth(4)).toBeChecked();
		await look(third.page);
		await first.page.getByRole('radio').nth(3).click();
		await second.page.getByRole('radio').nth(3).click();
		await expect(first.page.getByText(/Saved\./)).toBeVisible();
		await third.context.setOffline(false);
		await expect(third.page.getByText(/Saved\./)).toBeVisible({ timeout: 15_000 });
	});

	const other = await newPhone(browser);
	await test.step('one comes back on another device with the own code, at the same place with the same vote', async () => {
		await first.page.getByText('Your place here').click();
		const own = await first.page.getByLabel('Your own code', { exact: true }).inputValue();
		await look(first.page);
		await other.page.goto(`/j/${code}`);
		await other.page.getByText('I was here before, on another device').click();
		await other.page.getByLabel('Your own code', { exact: true }).fill('0000-0000-0000-0000');
		await other.page.getByRole('button', { name: 'Back to my place' }).click();
		await expect(
			other.page.getByText(/Nobody in this workshop has this recovery code/)
		).toBeVisible();
		await expect(other.page.getByLabel('Your own code', { exact: true })).toHaveValue(
			'0000-0000-0000-0000'
		);
		await look(other.page);
		await other.page.getByLabel('Your own code', { exact: true }).fill(own.toLowerCase());
		await other.page.getByRole('button', { name: 'Back to my place' }).click();
		await expect(other.page.getByRole('radio').nth(3)).toBeChecked();
	});

	await test.step('the reveal shows three people and no more', async () => {
		await steer(page, { kind: 'reveal' });
		for (const { page: phone } of [first, second, third, other])
			await expect(phone.getByText('Voice: what the room chose')).toBeVisible();
		await first.page.waitForTimeout(1_600);
		await first.page.getByText('Show as a table').click();
		await expect(first.page.getByRole('row', { name: /^4\./ })).toContainText('2');
		await expect(first.page.getByRole('row', { name: /^5\./ })).toContainText('1');
		await look(first.page);
	});

	await test.step('two tabs of one person show the same dots', async () => {
		await steer(page, { kind: 'go-to', step: 2 });
		await steer(page, { kind: 'open-focus' });
		const tab = await second.context.newPage();
		await tab.goto(second.page.url());
		await second.page.getByRole('button', { name: 'Place a dot on Voice' }).click();
		await expect(second.page.getByText('2 dots left')).toBeVisible();
		await expect(tab.getByText('2 dots left')).toBeVisible();
		await look(second.page);
		await tab.close();
	});

	await test.step('promises, two taps, and the way to the recap', async () => {
		await steer(page, { kind: 'next' });
		await second.page.getByText('Propose something').click();
		await second.page.getByLabel('What will we do?').fill('Call two customers');
		await second.page.getByLabel('How will this serve the customer?').fill('They are heard');
		await second.page.getByRole('button', { name: 'Propose it' }).click();
		await expect(first.page.getByText('Call two customers')).toBeVisible();
		await steer(page, { kind: 'open-weighing' });
		await first.page.getByRole('button', { name: 'For', exact: true }).click();
		await look(second.page);
		await steer(page, { kind: 'close-weighing' });
		await steer(page, { kind: 'next' });
		await first.page.getByRole('radio', { name: /4/ }).first().check({ force: true });
		await first.page.getByRole('radio', { name: /5/ }).last().check({ force: true });
		await expect(first.page.getByText('Thank you. You can still change it.')).toBeVisible();
		await look(first.page);
		await steer(page, { kind: 'end' });
		await expect(first.page.getByRole('link', { name: 'Open the recap' })).toBeVisible();
		await look(first.page);
	});
});

test('joining works without JavaScript', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto('/workshops/new');
	await page.getByLabel('Organization', { exact: true }).fill('Lumen');
	await page.getByLabel('Team', { exact: true }).fill('Dock');
	await page.getByLabel('How many people are in it?').fill('12');
	await page.getByRole('button', { name: 'Create the workshop' }).click();
	const typed = (await page.getByText(/^[A-Z]{4}-\d{4}$/).textContent())!;
	await page.goto('/join');
	await page.getByLabel('Code').fill(typed);
	await page.getByRole('button', { name: 'Go on' }).click();
	await page.getByRole('button', { name: 'Join', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are in.');
});

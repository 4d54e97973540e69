import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';

const laptop = { viewport: { width: 1280, height: 800 } };
const twelve = [
	['Harbor', 12],
	['Lighthouse', 7],
	['Workshop', 25],
	['Kitchen', 3],
	['Sales North', 30],
	['Sales South', 28],
	['Logistics', 40],
	['People and Culture', 6],
	['Finance', 9],
	['Product', 22],
	['Support', 31],
	['Night Shift', 17]
] as const;
const pasted = twelve.map(([name, headcount]) => `${name}, ${headcount}`).join('\n');

const organization = (page: Page) =>
	page.getByRole('textbox', { name: 'Organization', exact: true });
const row = (page: Page, number: number) => ({
	name: page.getByRole('textbox', { name: `Name of team ${number}`, exact: true }),
	people: page.getByRole('textbox', { name: `People in team ${number}`, exact: true })
});

/** A plan with two teams, taken to its own page; gives back that page's address. */
async function create(page: Page, name = 'Lumen'): Promise<string> {
	await page.goto('/rounds/new');
	await organization(page).fill(name);
	await row(page, 1).name.fill('Harbor');
	await row(page, 1).people.fill('12');
	await row(page, 2).name.fill('Lighthouse');
	await row(page, 2).people.fill('7');
	await page.getByRole('checkbox', { name: /^Leaders/ }).check();
	await page.getByRole('button', { name: 'Create the round' }).click();
	await page.waitForURL(/\/rounds\/[\w-]{24}$/);
	return page.url();
}

async function open(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Open the round' }).click();
	await expect(page.getByRole('heading', { name: 'Give each team its link' })).toBeVisible();
}

/** Opens the explanation, then does it. */
async function confirm(page: Page, summary: string, button: string): Promise<void> {
	await page.locator('summary').filter({ hasText: summary }).click();
	await page.getByRole('button', { name: button, exact: true }).click();
}

async function expectNoSidewaysScroll(page: Page) {
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(overflow).toBe(0);
}

test.describe('an organizer on a laptop', () => {
	test.use(laptop);

	test('plans a round of twelve pasted teams by keyboard alone', async ({ page }) => {
		await page.goto('/rounds/new');
		await organization(page).focus();
		await page.keyboard.type('Lumen Energy');

		await page.getByText('Paste many teams, or take them from a file').focus();
		await page.keyboard.press('Enter');
		await page.keyboard.press('Tab');
		await page.keyboard.insertText(pasted);
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await expect(page.getByRole('heading', { name: 'What would be taken over' })).toBeFocused();
		await expect(page.getByText('12 teams can be taken over.')).toBeVisible();
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');

		await expect(page.getByText('12 teams, 230 people')).toBeVisible();
		await expect(row(page, 12).name).toHaveValue('Night Shift');
		await expect(page.getByText(/One team has fewer than 5 people.*Kitchen/)).toBeVisible();
		await page.getByRole('checkbox', { name: /^Customers/ }).focus();
		await page.keyboard.press('Space');
		await page.getByLabel('Smallest group with numbers').focus();
		await page.keyboard.press('ControlOrMeta+a');
		await page.keyboard.type('6');
		await expect(page.getByText('no numbers are shown for fewer than 6 people')).toBeVisible();
		await page.keyboard.press('Enter');

		await page.waitForURL(/\/rounds\/[\w-]{24}$/);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lumen Energy');
		await expect(
			page.getByRole('heading', { name: 'This address is the key. Keep it.' })
		).toBeVisible();
		await expect(page.getByRole('textbox', { name: 'Your address of this round' })).toHaveValue(
			page.url()
		);
		await expect(
			page.getByRole('button', { name: 'Copy the link for Members, Kitchen' })
		).toBeVisible();
		await expect(page.getByRole('button', { name: 'Copy the link for Customers' })).toBeVisible();
	});

	test('loses nothing to mistakes: each is named at its place, the first has the focus', async ({
		page
	}) => {
		await page.goto('/rounds/new');
		await row(page, 1).name.fill('Harbor');
		await row(page, 2).name.fill('harbor');
		await row(page, 2).people.fill('7');
		await page.getByLabel('Smallest group with numbers').fill('3');
		await page.getByLabel('Last day to answer').fill('2020-01-01');
		await page.getByRole('checkbox', { name: /^Partners/ }).check();
		await page.getByRole('button', { name: 'Create the round' }).click();

		await expect(
			page.getByText('Not created yet. Everything you typed is still here.')
		).toBeVisible();
		await expect(organization(page)).toBeFocused();
		await expect(organization(page)).toHaveAccessibleDescription(/Write the organization’s name/);
		await expect(row(page, 1).people).toHaveAccessibleDescription(
			/how many people are in “Harbor”/
		);
		await expect(row(page, 2).name).toHaveAccessibleDescription(/is there twice/);
		await expect(page.getByLabel('Smallest group with numbers')).toHaveValue('3');
		await expect(page.getByRole('checkbox', { name: /^Partners/ })).toBeChecked();
		await expectAccessible(page);

		await organization(page).fill('Lumen');
		await row(page, 1).people.fill('12');
		await row(page, 2).name.fill('Lighthouse');
		await page.getByLabel('Smallest group with numbers').fill('5');
		await page.getByRole('button', { name: 'Create the round' }).click();
		await expect(
			page.getByText('The closing day is over. Choose a day to come.').first()
		).toBeVisible();
		await expect(page.getByLabel('Last day to answer')).toBeFocused();
	});

	test('is told that a list is too long for the form, and still has it', async ({ page }) => {
		await page.goto('/rounds/new');
		await organization(page).fill('Lumen');
		await page.getByText('Paste many teams, or take them from a file').click();
		const pasted = page.getByLabel(/One team a line/);
		const lines = `${'Harbor '.repeat(14)}, 12\n`.repeat(45_000);
		await pasted.evaluate((field: HTMLTextAreaElement, text) => {
			field.value = text;
			field.dispatchEvent(new Event('input', { bubbles: true }));
		}, lines);
		await page.getByRole('button', { name: 'Create the round' }).click();

		await expect(page.getByText(/Nothing was saved.*Make what you typed shorter/)).toBeVisible();
		await expect(organization(page)).toHaveValue('Lumen');
		expect(await pasted.inputValue()).toHaveLength(lines.length);
	});

	test('loses nothing when the server cannot be reached', async ({ page, context }) => {
		await page.goto('/rounds/new');
		await organization(page).fill('Lumen');
		await row(page, 1).name.fill('Harbor');
		await row(page, 1).people.fill('12');
		await context.setOffline(true);
		await page.getByRole('button', { name: 'Create the round' }).click();
		await expect(page.getByText('The server could not be reached')).toBeVisible();
		await expect(organization(page)).toHaveValue('Lumen');

		await context.setOffline(false);
		await page.getByRole('button', { name: 'Create the round' }).click();
		await page.waitForURL(/\/rounds\/[\w-]{24}$/);
	});

	test('opens, hands out links, closes early, follows with a next round, deletes everything', async ({
		page,
		context
	}) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		const address = await create(page);
		await open(page);
		await expect(page.getByText('fewer than 5 of 19 members')).toBeVisible();

		await page.getByRole('button', { name: 'Copy the link for Members, Harbor' }).click();
		await expect(
			page.getByRole('button', { name: 'Copy the link for Members, Harbor' })
		).toHaveText('Copied');
		const link = await page.evaluate(() => navigator.clipboard.readText());
		expect(link).toMatch(/\/answer\/[\w-]{24}$/);

		await page.getByRole('link', { name: 'Print sheets with QR codes' }).click();
		await expect(page.getByRole('img', { name: /^QR code with the link for/ })).toHaveCount(4);
		await expect(page.getByText(link)).toBeVisible();
		await page.getByRole('link', { name: 'Back to the round' }).click();

		await confirm(page, 'Close the round early', 'Close it now');
		await expect(page.getByRole('heading', { name: 'See the results together' })).toBeVisible();
		await expect(page.getByRole('link', { name: 'See the results' })).toHaveAttribute(
			'href',
			/\/results\/[\w-]{24}$/
		);
		await page.getByRole('link', { name: 'Plan the next round' }).click();
		await page.getByRole('button', { name: 'Create the next round' }).click();
		await page.waitForURL(
			(url) => /\/rounds\/[\w-]{24}$/.test(url.pathname) && url.href !== address
		);
		await expect(page.getByRole('button', { name: 'Open the round' })).toBeVisible();

		await page.goto(address);
		await expect(page.getByText('Another round follows this one.')).toBeVisible();
		await confirm(page, 'Delete the answers', 'Delete all answers now');
		await expect(page.getByText(/^The answers were deleted on/)).toBeVisible();

		await page.getByText('Delete everything', { exact: true }).click();
		await page.getByLabel(/type the organization’s name/).fill('Lumos');
		await page.getByRole('button', { name: 'Delete everything now' }).click();
		await expect(page.getByText('This is not the organization’s name.')).toBeVisible();
		await expect(page.getByLabel(/type the organization’s name/)).toBeFocused();
		await page.getByLabel(/type the organization’s name/).fill('Lumen');
		await page.getByRole('button', { name: 'Delete everything now' }).click();
		await expect(page.getByRole('heading', { name: 'Everything is deleted' })).toBeVisible();

		const gone = await page.goto(address);
		expect(gone?.status()).toBe(404);
		await expect(page.getByText('This link opens nothing here.')).toBeVisible();
		await expectAccessible(page);
	});

	test('replaces, takes back and multiplies the link of one team', async ({ page }) => {
		await create(page);
		await page.getByRole('link', { name: 'More about the link for Members, Harbor' }).click();
		const shared = page.getByRole('textbox', { name: 'Link', exact: true });
		const first = await shared.inputValue();

		await confirm(page, 'Replace this link', 'Replace it now');
		await expect(shared).not.toHaveValue(first);
		await page.getByText('Take this link back', { exact: true }).click();
		await page.getByRole('button', { name: 'Take it back now' }).click();
		await expect(page.getByText('This link was taken back. It opens nothing.')).toBeVisible();
		await confirm(page, 'Make a new link', 'Make a new link');
		await expect(shared).toBeVisible();

		await page.getByLabel('How many?').fill('0');
		await page.getByRole('button', { name: 'Make single-use links' }).click();
		await expect(page.getByLabel('How many?')).toBeFocused();
		await expect(page.getByText('Choose a whole number from 1 to 1000.')).toBeVisible();
		await page.getByLabel('How many?').fill('3');
		await page.getByRole('button', { name: 'Make single-use links' }).click();
		await expect(page.getByText('3 single-use links.')).toBeVisible();
		await expectAccessible(page);

		const downloading = page.waitForEvent('download');
		await page.getByRole('link', { name: 'Download all as CSV' }).click();
		const stream = await (await downloading).createReadStream();
		const csv = Buffer.concat(await stream.toArray()).toString();
		// The mark that tells spreadsheets how to read it, which trimming takes away.
		expect(csv.charCodeAt(0)).toBe(0xfeff);
		expect(csv.trim().split('\r\n')).toEqual([
			'team,who,number,address',
			...[1, 2, 3].map((number) =>
				expect.stringMatching(new RegExp(`^Harbor,Members,${number},http.*/answer/[\\w-]{24}$`))
			)
		]);
	});

	test('shares organizing; an address that was taken back or replaced opens nothing', async ({
		page
	}) => {
		const address = await create(page);
		await page.getByRole('button', { name: 'Make an address for a second organizer' }).click();
		const second = await page.getByRole('textbox', { name: 'The new address' }).inputValue();
		expect((await page.goto(second))?.status()).toBe(200);
		await expect(page.getByText('There are 2 addresses that organize this round.')).toBeVisible();

		await page.goto(address);
		await confirm(page, 'Take back address 2', 'Take it back now');
		await expect(page.getByText('Yours is the only address')).toBeVisible();
		expect((await page.goto(second))?.status()).toBe(410);
		await expect(page.getByText('This link was taken back.')).toBeVisible();

		await page.goto(address);
		await confirm(page, 'Replace my own address', 'Replace it now');
		await expect(page.getByText('This is your new address.')).toBeVisible();
		expect((await page.goto(address))?.status()).toBe(410);
	});

	test('is told when somebody else edited meanwhile, and loses nothing', async ({
		page,
		context
	}) => {
		const address = await create(page);
		const other = await context.newPage();
		for (const editor of [page, other]) {
			await editor.goto(`${address}/edit`);
			await expect(row(editor, 2).name).toHaveValue('Lighthouse');
		}
		await row(other, 1).people.fill('14');
		await other.getByRole('button', { name: 'Remove Lighthouse' }).click();
		await other.getByRole('button', { name: 'Save' }).click();
		await other.waitForURL(address);

		await row(page, 2).people.fill('8');
		await page.getByRole('button', { name: 'Save' }).click();
		const alert = page.getByRole('alert');
		await expect(alert).toContainText('Somebody else changed this round');
		await expect(alert).toContainText('Harbor: 14');
		await expect(row(page, 2).people).toHaveValue('8');
		await expectAccessible(page);

		await page.getByRole('button', { name: 'Save' }).click();
		await page.waitForURL(address);
		await expect(page.getByText('12 people', { exact: true })).toBeVisible();
		await expect(page.getByText('8 people', { exact: true })).toBeVisible();
	});

	test('sees progress again when coming back to the page', async ({ page }) => {
		await create(page);
		await open(page);
		const asked = page.waitForRequest(/__data\.json/);
		await page.evaluate(() => window.dispatchEvent(new Event('focus')));

		expect((await (await asked).response())?.status()).toBe(200);
		await expect(page.getByText('fewer than 5 of 19 members')).toBeVisible();
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a round is planned with typed and pasted teams, and mistakes lose nothing', async ({
		page
	}) => {
		await page.goto('/rounds/new');
		await expect(page.getByRole('button', { name: 'Add a team' })).toBeHidden();
		await row(page, 1).name.fill('Harbor');
		await row(page, 1).people.fill('12');
		await page.getByText('Paste many teams, or take them from a file').click();
		await page.getByLabel(/One team a line/).fill('Dock, 8\nPier');
		const answered = page.waitForResponse((response) => response.request().method() === 'POST');
		await page.getByRole('button', { name: 'Create the round' }).click();

		expect((await answered).status()).toBe(422);
		await expect(page.getByText('Write the organization’s name.').first()).toBeVisible();
		await expect(page.getByText('Line 2: write the headcount').first()).toBeVisible();
		await expect(row(page, 1).name).toHaveValue('Harbor');
		await organization(page).fill('Lumen');
		await page.getByLabel(/One team a line/).fill('Dock, 8\nPier, 9');
		await page.getByRole('button', { name: 'Create the round' }).click();

		await page.waitForURL(/\/rounds\/[\w-]{24}$/);
		const opening = page.waitForRequest((request) => request.method() === 'POST');
		await page.getByRole('button', { name: 'Open the round' }).click();
		await expect(page.getByText('fewer than 5 of 29 members')).toBeVisible();
		// The site's name and no key.
		expect((await (await opening).allHeaders()).referer).toBe(`${new URL(page.url()).origin}/`);
	});
});

for (const colorScheme of ['light', 'dark'] as const) {
	/** On a small phone. Colors must have settled before they are compared. */
	const begin = async (page: Page) => {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await page.setViewportSize({ width: 320, height: 640 });
		return async () => {
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
		};
	};

	test(`planning is accessible and fits 320 px in the ${colorScheme} theme`, async ({ page }) => {
		const check = await begin(page);
		await page.goto('/rounds/new');
		await check();
		await page.getByText('Paste many teams, or take them from a file').click();
		await page.getByLabel(/One team a line/).fill(`${'Donaudampfschifffahrt'.repeat(5)}, 3\nPier`);
		await page.getByRole('button', { name: 'Check the list' }).click();
		await expect(page.getByText('One line cannot be used as it is')).toBeVisible();
		await check();
		await page.getByRole('button', { name: 'Take over one team' }).click();
		await page.getByRole('button', { name: 'Create the round' }).click();
		await expect(page.getByText('Not created yet.')).toBeVisible();
		await check();
	});

	test(`a round is accessible and fits 320 px in the ${colorScheme} theme`, async ({ page }) => {
		const check = await begin(page);
		const address = await create(page, 'Elektrizitätenhauptbetriebswerk'.repeat(3));
		await check();
		await page.goto(`${address}/edit`);
		await check();
		await page.goto(address);
		await open(page);
		for (const summary of ['Replace my own address', 'Close the round early', 'Delete everything'])
			await page.getByText(summary, { exact: true }).click();
		await check();
		await page.goto(`${address}/sheets`);
		await check();
		await page.goto(address);
		await page.getByRole('link', { name: 'More about the link for Leaders, Harbor' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Leaders, Harbor');
		await check();
		await page.goto(address);
		await confirm(page, 'Close the round early', 'Close it now');
		await expect(page.getByRole('link', { name: 'Plan the next round' })).toBeVisible();
		await check();
		await page.getByRole('link', { name: 'Plan the next round' }).click();
		await expect(page.getByRole('button', { name: 'Create the next round' })).toBeVisible();
		await check();
	});
}

test('who is turned away reads why, in the look of the app', async ({ page, request, baseURL }) => {
	const tooMany = await page.goto('/turned-away/too-many-links');
	expect(tooMany!.status()).toBe(429);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Please wait a moment');
	await expectAccessible(page);

	const tooLarge = await request.post('/workshops/new', {
		form: { organization: 'x'.repeat(70_000) },
		headers: { origin: baseURL!, accept: 'text/html' }
	});
	expect(tooLarge.status()).toBe(413);
	expect(await tooLarge.text()).toContain('This is more than the form takes');
});

test('a key is never kept by caches or sent on', async ({ page }) => {
	const address = await create(page);
	const response = await page.request.get(address);

	expect(response.headers()).toMatchObject({
		'cache-control': 'private, no-store',
		'referrer-policy': 'no-referrer'
	});
});

test('links that lead nowhere say so', async ({ page }) => {
	expect((await page.goto('/rounds/no-such-key'))?.status()).toBe(404);
	await expect(page.getByText('This link opens nothing here.')).toBeVisible();

	const address = await create(page);
	expect((await page.goto(`${address}/links/member.nobody`))?.status()).toBe(404);
	expect((await page.request.get(`${address}/links/customer/single-use.csv`)).status()).toBe(404);
});

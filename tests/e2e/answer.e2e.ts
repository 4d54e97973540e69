import { expect, test, type Page } from '@playwright/test';
import type { Context } from '../../src/lib/server/context';
import { closeRound } from '../../src/lib/server/use-cases/close-round';
import { createSingleUseLinks } from '../../src/lib/server/use-cases/create-single-use-links';
import { revokeLink } from '../../src/lib/server/use-cases/revoke-link';
import { gatherSheets } from '../../src/lib/server/use-cases/gather-sheets';
import { expectAccessible } from '../support/axe';
import { daysAhead } from '../support/days';
import { openServerData, roundOfToday } from '../support/e2e-rounds';
import { draftRound, planned, tokenFor } from '../support/rounds';

let data: Context;
test.beforeAll(async () => void (data = await openServerData()));
test.afterAll(() => data.close());

test.use({
	viewport: { width: 390, height: 844 },
	hasTouch: true,
	// Without motion there is nothing to wait for before a tap.
	contextOptions: { reducedMotion: 'reduce' }
});

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const position = (page: Page, number: number, total = 8) =>
	page.getByText(`Question ${number} of ${total}`, { exact: true });
const saved = (page: Page) => page.getByText('Saved', { exact: true });

async function begin(page: Page, token: string) {
	await page.goto(`/answer/${token}`);
	const sheet = page.waitForResponse((response) => response.url().endsWith('/sheet'));
	await page.getByRole('button', { name: 'Start' }).click();
	await sheet;
	await expect(page.getByRole('progressbar')).toBeVisible();
}

async function choose(page: Page, name: string) {
	await page.getByRole('radio', { name, exact: true }).click();
}

async function answer(page: Page, name: string) {
	await choose(page, name);
	await page.getByRole('button', { name: /Next|Check/ }).click();
}

async function answerRest(page: Page, from: number, name: string, total = 8) {
	for (let number = from; number <= total; number++) {
		await expect(position(page, number, total)).toBeVisible();
		await answer(page, name);
	}
	await expect(heading(page)).toHaveText('You are through');
}

async function handIn(page: Page) {
	await page.getByRole('button', { name: 'Hand in' }).click();
	await expect(heading(page)).toHaveText('Thank you');
	await expect(page.getByText('Your answers are in.')).toBeVisible();
}

/** What counts of a round, once it is closed. */
async function sheetsOf(round: { roundId: string; organizer: string }) {
	const refusal = await closeRound(data, round.organizer);
	if (refusal) throw new Error(refusal);
	const gathered = await gatherSheets(data, round.roundId);
	if (gathered.refusal !== null) throw new Error(gathered.refusal);
	return gathered.sheets;
}

test('a member answers on a phone whose connection is cut in the middle', async ({
	page,
	context
}) => {
	const round = await roundOfToday(data);
	await page.goto(`/answer/${tokenFor(round, 'member')}`);
	await expect(heading(page)).toHaveText('How do you see your team?');
	await expect(page.getByText('no numbers are shown for fewer than 5 people')).toBeVisible();
	await expect(page.getByText('no name, no time and no address')).toBeVisible();
	await page.getByRole('button', { name: 'Start' }).click();
	await answer(page, 'Often');
	await expect(position(page, 2)).toBeVisible();
	await expect(saved(page)).toBeVisible();

	await context.setOffline(true);
	await answer(page, 'Seldom');
	await expect(page.getByText('Go on all the same.')).toBeVisible();
	await expect(page.getByText('Saved on this device', { exact: true })).toBeVisible();
	await answer(page, 'Almost always');
	await page.getByRole('link', { name: 'Back' }).click();
	await answer(page, 'About half the time');
	await answerRest(page, 4, 'Often');
	await page.getByRole('button', { name: 'Hand in' }).click();
	await expect(page.getByText('not sent yet')).toBeVisible();

	await context.setOffline(false);
	await expect(page.getByText('Your answers are in.')).toBeVisible();
	expect((await sheetsOf(round)).map(({ answers }) => answers)).toEqual([
		expect.objectContaining({ 'voice-1': 4, 'regard-2': 2, 'rules-1': 3, 'roles-3': 4 })
	]);
});

test('answers typed without a connection are sent when the page is opened again', async ({
	page,
	context
}) => {
	const round = await roundOfToday(data);
	const address = `/answer/${tokenFor(round, 'member')}`;
	await begin(page, tokenFor(round, 'member'));
	await context.setOffline(true);
	await answer(page, 'Often');
	await expect(page.getByText('Saved on this device', { exact: true })).toBeVisible();
	await page.close();
	await context.setOffline(false);

	const again = await context.newPage();
	await again.goto(address);
	await expect(again.getByText('You have answered 1 of 8 questions.')).toBeVisible();
	await again.getByRole('link', { name: 'Go on' }).click();
	await expect(position(again, 2)).toBeVisible();
	await expect(saved(again)).toBeVisible();
	const rows = await data.db.read.selectFrom('answers').select('sheet_id').execute();
	expect(rows.length).toBeGreaterThan(0);
	await answerRest(again, 2, 'Often');
	await handIn(again);
	expect((await sheetsOf(round))[0]!.answers).toMatchObject({ 'voice-1': 4 });
});

test('a leader answers the full form about the team they lead', async ({ page }) => {
	const round = await roundOfToday(data, { form: 'full' });
	await page.goto(`/answer/${tokenFor(round, 'leader')}`);
	await expect(heading(page)).toHaveText('How do you see the team you lead?');
	await page.getByRole('button', { name: 'Start' }).click();
	await expect(position(page, 1, 36)).toBeVisible();
	await expect(heading(page)).toContainText('in the team I lead');
	await answerRest(page, 1, 'Often', 36);
	await handIn(page);
	expect(await sheetsOf(round)).toHaveLength(1);
});

test('a customer answers the quick form with the organization’s name, and sees their own result', async ({
	page
}) => {
	const round = await roundOfToday(data, { form: 'full' });
	await begin(page, tokenFor(round, 'customer'));
	await expect(heading(page)).toContainText('People at Lumen');
	await answerRest(page, 1, 'Almost always');
	await handIn(page);

	const result = page.getByRole('link', { name: 'See my own result' });
	await expect(result).toHaveAttribute('href', /^\/assess\/result#s1-/);
	await result.click();
	await page.waitForURL(/\/assess\/result#s1-/);
	await expect(page.getByText('seen by a customer').first()).toBeVisible();
});

test('a round that asks for the price of control says so first, and asks it last', async ({
	page
}) => {
	const { contract } = planned();
	const round = await roundOfToday(data, {
		contract: { ...contract, outcomes: true, keptUntil: daysAhead(200) }
	});
	const token = tokenFor(round, 'customer');
	await page.goto(`/answer/${token}`);
	await expect(page.getByText(/The last three questions ask what may follow/)).toBeVisible();
	await begin(page, token);
	for (let number = 1; number <= 8; number++) {
		await expect(position(page, number, 11)).toBeVisible();
		await answer(page, 'Often');
	}
	await expect(heading(page)).toHaveText(/at Lumen cared how their work turned out/);
	await answerRest(page, 9, 'Seldom', 11);
	await handIn(page);

	const result = page.getByRole('link', { name: 'See my own result' });
	await result.click();
	await page.waitForURL(/\/assess\/result#s1-/);
	await expect(page.getByText('seen by a customer').first()).toBeVisible();
	const [sheet] = await sheetsOf(round);
	expect(sheet!.answers).toMatchObject({ 'voice-1': 4, 'outcome-care': 2, 'outcome-stay': 2 });
});

test('two devices get two sheets, and each comes back to its own', async ({ page, browser }) => {
	const round = await roundOfToday(data);
	const token = tokenFor(round, 'partner');
	const other = await (await browser.newContext()).newPage();
	for (const [device, name] of [
		[page, 'Often'],
		[other, 'Seldom']
	] as const) {
		await begin(device, token);
		await answer(device, name);
		await expect(saved(device)).toBeVisible();
	}
	for (const [device, name] of [
		[page, 'Often'],
		[other, 'Seldom']
	] as const) {
		await device.goto(`/answer/${token}?item=1`);
		await expect(device.getByRole('radio', { name, exact: true })).toBeChecked();
	}
	await other.context().close();
});

test('two tabs share one sheet', async ({ page, context }) => {
	const round = await roundOfToday(data);
	await begin(page, tokenFor(round, 'member'));
	const second = await context.newPage();
	await second.goto(`/answer/${tokenFor(round, 'member')}?item=1`);
	await expect(position(second, 1)).toBeVisible();
	await answer(page, 'Often');
	await expect(second.getByRole('radio', { name: 'Often', exact: true })).toBeChecked();
	await answerRest(page, 2, 'Often');
	await second.getByRole('radio', { name: 'Seldom', exact: true }).click();
	await expect(saved(second)).toBeVisible();
	await handIn(page);
	const sheets = await sheetsOf(round);
	expect(sheets).toHaveLength(1);
	expect(sheets[0]!.answers).toMatchObject({ 'voice-1': 2, 'regard-2': 4 });
});

test('answers can be changed after handing in, and a comment left and taken back', async ({
	page
}) => {
	const round = await roundOfToday(data);
	await begin(page, tokenFor(round, 'member'));
	await answerRest(page, 1, 'Often');
	await handIn(page);
	await expect(page.getByText('Leave out names, roles and dates')).toBeVisible();
	await page.getByLabel('Your comment').fill('We ask each other.');
	await page.getByRole('button', { name: 'Send the comment' }).click();
	await expect(page.getByText('Your comment is kept')).toBeVisible();

	await page.reload();
	await expect(page.getByLabel('Your comment')).toHaveValue('We ask each other.');
	await page.getByRole('link', { name: 'Change my answers' }).click();
	await answer(page, 'Almost never');
	await expect(position(page, 2)).toBeVisible();
	await expect(saved(page)).toBeVisible();
	await page.goto(`/answer/${tokenFor(round, 'member')}`);
	await page.getByRole('button', { name: 'Take it back' }).click();
	await expect(page.getByText('Your comment is taken back.')).toBeVisible();

	expect((await sheetsOf(round))[0]!.answers).toMatchObject({ 'voice-1': 1, 'regard-2': 4 });
});

test('a round that closes while somebody answers loses nothing that was typed', async ({
	page
}) => {
	const round = await roundOfToday(data);
	await begin(page, tokenFor(round, 'member'));
	await answer(page, 'Often');
	await expect(saved(page)).toBeVisible();
	await closeRound(data, round.organizer);
	await choose(page, 'Seldom');

	await expect(heading(page)).toHaveText('This round is closed');
	await expect(page.getByText('was not handed in')).toBeVisible();
	await expect(page.getByText('What you typed is still on this device')).toBeVisible();
	await expectAccessible(page);

	const response = await page.reload();
	expect(response!.status()).toBe(410);
	await expect(page.getByText('Lumen closed it on')).toBeVisible();
	await page.getByRole('button', { name: 'Delete it from this device' }).click();
	await page.reload();
	await expect(heading(page)).toHaveText('This round is closed');
	await expect(page.getByText('What you typed')).toHaveCount(0);
});

test('whoever had handed in is told that it counts when the round closes', async ({ page }) => {
	const round = await roundOfToday(data);
	await begin(page, tokenFor(round, 'member'));
	await answerRest(page, 1, 'Often');
	await handIn(page);
	await page.getByRole('link', { name: 'Change my answers' }).click();
	await expect(position(page, 1)).toBeVisible();
	await closeRound(data, round.organizer);
	await choose(page, 'Seldom');
	await expect(page.getByText('One change came too late.')).toBeVisible();
});

test('links that do not go on say so with the right status', async ({ page, request }) => {
	const round = await roundOfToday(data);
	const member = tokenFor(round, 'member');
	const link = round.links.find(({ token }) => token === member)!;
	await begin(page, member);
	await revokeLink(data, round.organizer, link);
	await choose(page, 'Often');
	await expect(heading(page)).toHaveText('This link is no longer in use');
	expect((await request.get(`/answer/${member}`)).status()).toBe(410);

	const draft = await draftRound(data);
	const soon = await page.goto(`/answer/${tokenFor(draft, 'member')}`);
	expect(soon!.status()).toBe(409);
	await expect(heading(page)).toHaveText('This round opens soon');
	await expectAccessible(page);

	const unknown = await page.goto('/answer/nothing-is-here');
	expect(unknown!.status()).toBe(404);
	await expect(heading(page)).toHaveText('This link opens nothing here');
	await expectAccessible(page);
});

test('a link for single use admits one device', async ({ page, browser }) => {
	const round = await roundOfToday(data);
	const made = await createSingleUseLinks(data, round.organizer, {
		teamId: null,
		lens: 'customer',
		count: 1
	});
	if (made.refusal !== null) throw new Error(made.refusal);
	const token = made.tokens[0]!;
	await page.goto(`/answer/${token}`);
	await expect(page.getByText('This link admits one person')).toBeVisible();
	await begin(page, token);
	await answerRest(page, 1, 'Often');
	await handIn(page);
	await expect(page.getByText('I am somebody else')).toHaveCount(0);

	const other = await (await browser.newContext()).newPage();
	expect((await other.goto(`/answer/${token}`))!.status()).toBe(410);
	await expect(heading(other)).toHaveText('This link has been used');
	await other.context().close();
});

test('another person begins on the same device, and an old tab is told', async ({
	page,
	context
}) => {
	const round = await roundOfToday(data);
	const token = tokenFor(round, 'member');
	await begin(page, token);
	await answer(page, 'Often');
	await expect(saved(page)).toBeVisible();
	const old = await context.newPage();
	await old.goto(`/answer/${token}?item=1`);
	await expect(position(old, 1)).toBeVisible();

	await page.goto(`/answer/${token}`);
	await page.getByRole('button', { name: 'I am somebody else' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Begin as somebody else' }).click();
	await page.getByRole('button', { name: 'Start' }).click();
	await answerRest(page, 1, 'Seldom');
	await handIn(page);

	await expect(heading(old)).toHaveText('Somebody else has begun here');
	const sheets = await sheetsOf(round);
	expect(sheets.map(({ answers }) => answers['voice-1'])).toEqual([2]);
});

test('takes over answers from a result on this device', async ({ page }) => {
	const round = await roundOfToday(data);
	await page.goto('/assess');
	await page.getByRole('radio', { name: 'Two minutes' }).check();
	await page.getByRole('button', { name: 'Start' }).click();
	for (let number = 1; number <= 8; number++) {
		await expect(position(page, number)).toBeVisible();
		await answer(page, 'Often');
	}
	await page.getByRole('button', { name: 'See where you stand' }).click();
	await page.waitForURL(/\/assess\/result/);

	await page.goto(`/answer/${tokenFor(round, 'member')}`);
	await page.getByRole('link', { name: 'I have answered on my own already' }).click();
	await expect(page.getByText('8 of 8 questions would be answered.')).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Use these answers' }).click();
	await expect(heading(page)).toHaveText('You are through');
	await page.getByRole('button', { name: 'Hand in' }).click();
	await expect(page.getByText('Your answers are in.')).toBeVisible();
	expect((await sheetsOf(round))[0]!.answers).toMatchObject({ 'voice-1': 4 });
});

test('goes on in memory where storage is forbidden', async ({ page }) => {
	const round = await roundOfToday(data);
	await page.addInitScript(() => {
		Object.defineProperty(window, 'indexedDB', {
			get() {
				throw new DOMException('Not allowed here.', 'SecurityError');
			}
		});
	});
	await begin(page, tokenFor(round, 'member'));
	await answerRest(page, 1, 'Often');
	await handIn(page);
	expect(await sheetsOf(round)).toHaveLength(1);
});

test('says before the first question that a team is too small for numbers', async ({ page }) => {
	const round = await roundOfToday(data, { teams: [{ name: 'Dock', headcount: 4 }] });
	await page.goto(`/answer/${tokenFor(round, 'member')}`);
	await expect(page.getByText('Your team, Dock, has fewer than 5 people.')).toBeVisible();
});

test('keeps one cookie that no script reads, and lets no other site write', async ({
	page,
	context,
	request,
	baseURL
}) => {
	const round = await roundOfToday(data);
	const address = `/answer/${tokenFor(round, 'member')}`;
	const messages: string[] = [];
	page.on('request', (sent) => messages.push(`${sent.method()} ${sent.url()} ${sent.postData()}`));
	const replies: (string | undefined)[] = [];
	page.on('response', (reply) => {
		if (reply.url().includes('/answer/')) replies.push(reply.headers()['cache-control']);
	});
	await begin(page, tokenFor(round, 'member'));
	await answerRest(page, 1, 'Often');
	await handIn(page);

	expect(await context.cookies()).toEqual([
		expect.objectContaining({ name: 'sheet-key', httpOnly: true, sameSite: 'Lax', path: '/answer' })
	]);
	expect(await page.evaluate(() => document.cookie)).toBe('');
	expect(new Set(replies)).toEqual(new Set(['no-store']));
	const posts = messages.filter((message) => message.startsWith('POST'));
	expect(posts.length).toBeGreaterThan(8);
	for (const post of posts) {
		const [, url, body] = post.match(/^POST (\S+) (.*)$/)!;
		expect(new URL(url!).search).toBe('');
		const keys = Object.keys(JSON.parse(body!));
		expect(['sheet', 'answers', 'finish']).toEqual(expect.arrayContaining(keys));
	}

	const foreign = await request.post(`${address}/sheet`, {
		data: { sheet: 'x' },
		headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
	});
	expect(foreign.status()).toBe(403);
	const garbled = await request.post(`${address}/answers`, {
		data: Buffer.from('{"sheet":'),
		headers: { 'content-type': 'application/json', origin: baseURL! }
	});
	expect(garbled.status()).toBe(400);
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`every state is accessible and fits 320 px in the ${colorScheme} theme`, async ({
		page,
		context
	}) => {
		const round = await roundOfToday(data, {
			organization: 'Donaudampfschifffahrtsgesellschaft',
			teams: [{ name: 'Kapitänsmützenabteilung'.repeat(2), headcount: 4 }]
		});
		const token = tokenFor(round, 'member');
		const check = async () => {
			await expectAccessible(page);
			const overflow = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth
			);
			expect(overflow).toBe(0);
		};
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await page.setViewportSize({ width: 320, height: 640 });
		await page.goto(`/answer/${token}`);
		await expect(page.getByRole('button', { name: 'Start' })).toBeEnabled();
		await check();
		await begin(page, token);
		await check();
		await context.setOffline(true);
		await answer(page, 'Often');
		await expect(page.getByText('No connection')).toBeVisible();
		await check();
		await context.setOffline(false);
		await page.goto(`/answer/${token}`);
		await expect(page.getByText('You have answered 1 of 8')).toBeVisible();
		await check();
		await page.getByRole('link', { name: 'Go on' }).click();
		await answerRest(page, 2, 'Seldom');
		await check();
		await handIn(page);
		await expect(page.getByLabel('Your comment')).toBeVisible();
		await check();
		await page.getByRole('button', { name: 'I am somebody else' }).click();
		await expect(page.getByRole('dialog')).toBeVisible();
		await check();
	});
}

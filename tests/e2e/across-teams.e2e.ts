import { expect, test, type Browser, type Page } from '@playwright/test';
import { agendaFrom } from '$lib/domain/workshop/agenda';
import { FOR_ROUND } from '$lib/domain/workshop/texts';
import { createWorkshopInRound } from '$lib/server/use-cases/create-workshop';
import { showRound } from '$lib/server/use-cases/show-round';
import { expectAccessible } from '../support/axe';
import { openServerData, roundOfToday } from '../support/e2e-rounds';
import { post } from '../support/held-workshop';

test.use({ actionTimeout: 20_000 });

const agenda = {
	...agendaFrom('talk-first', ['voice']),
	steps: [
		{ kind: 'who-we-are' as const, minutes: 10 },
		{ kind: 'give-get' as const, minutes: 20 }
	]
};
/** How many join by their phones' requests alone; one more sits before a real page. */
const OTHERS = 8;

interface Team {
	id: string;
	name: string;
}
interface Line {
	side: 'get' | 'give';
	/** The other one: a team's name, or the customers. */
	with: string;
	words: string;
}

test('two workshops of a round become one picture, which its organizer puts together', async ({
	browser,
	page,
	baseURL
}) => {
	test.setTimeout(240_000);
	const context = await openServerData();
	const round = await roundOfToday(context, {
		teams: ['Harbor', 'Lighthouse', 'Depot'].map((name) => ({ name, headcount: 12 }))
	});
	const shown = await showRound(context, round.organizer);
	if (shown.refusal !== null) throw new Error(shown.refusal);
	const made = [];
	for (const { id: teamId } of round.teams.slice(0, 2)) {
		const workshop = await createWorkshopInRound(context, round.organizer, {
			agenda,
			previous: null,
			teamId
		});
		if (workshop.refusal !== null) throw new Error(workshop.refusal);
		made.push(workshop);
	}
	await context.close();

	await walk(browser, baseURL!, made[0]!, round.teams, {
		pictures: ['the calm harbor in every storm', 'a calm harbor', 'whom they call first'],
		own: { side: 'give', with: 'Lighthouse', words: 'Order list, by Tuesday noon' },
		others: [
			{ side: 'give', with: 'customers', words: 'An offer they can read in two minutes' },
			{ side: 'get', with: 'Lighthouse', words: 'Photos of the finished kitchens' },
			{ side: 'get', with: 'Depot', words: 'Stock of red panels' }
		]
	});
	await walk(browser, baseURL!, made[1]!, round.teams, {
		pictures: ['the light they steer by', 'a light to steer by', 'nobody waits for an answer'],
		own: { side: 'get', with: 'Harbor', words: 'The order list by Tuesday' },
		others: [
			{ side: 'give', with: 'Depot', words: 'Weekly figures of all shelves' },
			{ side: 'give', with: 'Depot', words: 'A call before each truck' },
			{ side: 'get', with: 'customers', words: 'A photo of the room' }
		]
	});

	const organizer = `/rounds/${round.organizer}`;
	await page.goto(`${organizer}/give-get`);
	await expect(page.getByText('once the round has closed')).toBeVisible();
	const results = `/results/${shown.resultsToken}`;
	await page.goto(results);
	await expect(page.getByText('Order list')).toHaveCount(0);

	await close(page, organizer);
	await page.goto(results);
	const card = page.getByRole('region', { name: '0 of 4 needs are met' });
	await expect(card).toContainText('Lighthouse → Depot: it stops with Depot.');
	await expect(card).toContainText('Depot has not written here');

	await page.goto(organizer);
	await page.getByRole('link', { name: 'Give and get across the teams' }).click();
	await expectAccessible(page);
	await look(page, 'desk');
	const alike = page.getByRole('region', { name: 'Is this the same?' });
	await alike.getByRole('button', { name: 'The same', exact: true }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Kept.' })).toBeFocused();
	await expect(page.getByRole('heading', { name: '1 of 4 needs are met' })).toBeVisible();

	await page.goto(results);
	await expect(page.getByRole('region', { name: '1 of 4 needs are met' })).toContainText(
		'given as: Order list, by Tuesday noon'
	);
	await expectAccessible(page);
	for (const width of [320, 768, 1280])
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.setViewportSize({ width, height: 900 });
			await page.emulateMedia({ colorScheme });
			const overflow = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth
			);
			expect(overflow).toBe(0);
			await look(
				page,
				`results-${width}-${colorScheme}`,
				'#across-heading, #told-pictures-heading'
			);
		}
	const report = await page.request.get(`${results}/report.pdf`);
	expect(report.headers()['content-type']).toBe('application/pdf');
	await keep(await report.body(), 'report.pdf');
});

/** A room of nine: one writes on a page and reads who will see it, the others send what their phones would. */
async function walk(
	browser: Browser,
	origin: string,
	made: { workshopId: string; code: string; facilitate: string; present: string },
	teams: readonly Team[],
	{ pictures, own, others }: { pictures: string[]; own: Line; others: Line[] }
) {
	const facilitator = await (await browser.newContext()).newPage();
	await facilitator.goto(`/facilitate/${made.facilitate}`);
	const phone = await (
		await browser.newContext({ viewport: { width: 390, height: 800 } })
	).newPage();
	await phone.goto(`/j/${made.code}`);
	await phone.getByRole('button', { name: 'Join', exact: true }).click();
	await expect(phone).toHaveURL(/\/workshops\//);
	const seats: string[] = [];
	while (seats.length < OTHERS) {
		const joined = await fetch(`${origin}/workshops/join`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ code: made.code, alias: '' })
		});
		seats.push(joined.headers.getSetCookie()[0]!.split(';')[0]!);
	}
	const send = (at: number, text: object) => {
		const whole = { key: at.toString(16).padStart(32, '0'), revision: 1, mayKeep: true, ...text };
		return post(origin, `/workshops/${made.workshopId}/texts`, whole, seats[at % seats.length]);
	};
	const press = (name: string) =>
		facilitator
			.getByRole('group', { name: 'What you can do now' })
			.getByRole('button', { name, exact: true })
			.click();

	await press('Start the workshop');
	for (const [at, words] of [...pictures, 'a good neighbor', 'the quickest answer'].entries())
		await send(at, { step: 'who-we-are', told: FOR_ROUND, body: { words } });
	await press('Shuffle the sentences and show them');
	await facilitator
		.getByRole('button', { name: /^Put together/ })
		.first()
		.click();
	await expect(phone.getByText('2 sentences')).toBeVisible();
	await press('Show what our pictures come to');
	await expect(phone.getByRole('heading', { name: /^We have \d pictures/ })).toBeVisible();
	await press('Next: Give and get');

	await expect(phone.getByText(/also stands with the results of the round/)).toBeVisible();
	await expectAccessible(phone);
	await look(phone, `phone-${own.side}`);
	await phone
		.getByLabel('Needs or gives')
		.selectOption(own.side === 'get' ? 'needs to get from' : 'aims to give to');
	await phone.getByLabel('Whom').selectOption(own.with);
	await phone.getByLabel('What', { exact: true }).fill(own.words);
	await phone.getByRole('button', { name: 'Add', exact: true }).click();
	await expect(phone.getByText('Not shown yet')).toBeVisible();
	for (const [at, { side, with: name, words }] of others.entries()) {
		const team = teams.find((each) => each.name === name);
		const other = team ? `team:${team.id}` : 'customers';
		const way = side === 'get' ? { from: other, to: 'team' } : { from: 'team', to: other };
		await send(at, { step: 'give-get', told: FOR_ROUND, body: { side, ...way, words } });
	}
	await press('Show what was written');
	await expect(phone.getByText('with the results of the round', { exact: false })).toHaveCount(2);
	await facilitator.getByRole('button', { name: 'End the workshop', exact: true }).click();
	await facilitator
		.getByRole('dialog')
		.getByRole('button', { name: 'End it for everyone' })
		.click();
	await expect(facilitator.getByRole('link', { name: 'Open the recap' })).toBeVisible();
	for (const each of [facilitator, phone]) await each.context().close();
}

async function close(page: Page, organizer: string) {
	await page.goto(organizer);
	await page.getByText('Close the round early', { exact: true }).click();
	await page.getByRole('button', { name: 'Close it now', exact: true }).click();
	await expect(page.getByRole('link', { name: 'See the results' })).toBeVisible();
}

/** Pictures for a person to look at, when LOOK names a folder; of the sections with these headings. */
async function look(page: Page, name: string, headings?: string) {
	const folder = process.env.LOOK;
	if (!folder) return;
	if (!headings)
		return void (await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true }));
	const sections = await page
		.locator('section')
		.filter({ has: page.locator(headings) })
		.all();
	for (const [at, section] of sections.entries())
		await section.screenshot({ path: `${folder}/${name}-${at}.png` });
}

async function keep(file: Buffer, name: string) {
	const { writeFile } = await import('node:fs/promises');
	if (process.env.LOOK) await writeFile(`${process.env.LOOK}/${name}`, file);
}

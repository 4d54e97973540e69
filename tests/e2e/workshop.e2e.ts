import { test, type BrowserContext, type Page } from '@playwright/test';
import { holoscope } from '../../src/lib/content/instruments';
import { agendaFrom } from '../../src/lib/domain/workshop/agenda';
import { expectAccessible } from '../support/axe';
import {
	endWorkshop,
	expect,
	joinAs,
	openScreen,
	planWorkshop,
	pressing
} from '../support/e2e-workshops';

const agenda = agendaFrom(
	'ninety-minutes',
	holoscope.dimensions.map(({ id }) => id)
);
const clues = agenda.dimensions.map((id) => holoscope.dimensions.find((each) => each.id === id)!);

const phoneOf = (context: BrowserContext) => context.pages()[0]!;

async function vote(page: Page, level: number) {
	await page
		.getByRole('radio')
		.nth(level - 1)
		.check({ force: true });
	await expect(page.getByText('Saved. You can change it until the reveal.')).toBeVisible();
}

async function answerQuickForm(page: Page) {
	await page.getByRole('button', { name: 'Begin' }).click();
	for (let item = 1; item <= 8; item++) {
		await expect(page).toHaveURL(new RegExp(`item=${item}$`));
		await expect(page.getByRole('radio').first()).toBeAttached();
		await page.keyboard.press('4');
		await page.keyboard.press('Enter');
	}
	await page.getByRole('button', { name: 'Hand in' }).click();
	await expect(page.getByText('Thank you. Your answers are in.')).toBeVisible();
}

test('a room of six walks the ninety-minute agenda, each in their own way', async ({
	browser,
	page: facilitator
}) => {
	test.setTimeout(300_000);
	const made = await planWorkshop(facilitator, { agenda, openness: 'open', headcount: 8 });
	const screen = await openScreen(browser, made);
	await facilitator.goto(`/facilitate/${made.facilitate}`);

	const press = pressing(facilitator);
	const headline = (words: string) =>
		expect(screen.getByRole('heading', { level: 1 })).toHaveText(words);
	const bothAccessible = async () => {
		await expectAccessible(screen);
		await expectAccessible(facilitator);
	};

	// Five are here from the beginning; one comes late.
	await expect(screen.getByText(made.code)).toBeVisible();
	const names = ['Mira', 'Jonas', 'Ada', 'Lin', 'Sam'];
	const room: BrowserContext[] = [];
	for (const name of names) room.push((await joinAs(browser, made, name)).context());
	await expect(screen.getByText('5 people are here')).toBeVisible();
	await bothAccessible();
	const [mira, offline, back, twoTabs] = room.map(phoneOf) as [Page, Page, Page, Page];

	await press('Start the workshop');
	await headline('Where are we between monolith and hologram?');
	await bothAccessible();

	await press('Next: Questions');
	await headline('Take your time. Answer for yourself.');
	await answerQuickForm(mira);
	await expect(screen.getByText('Finished: 1 of 5')).toBeVisible();
	// The back button leads to the question before, and nothing is lost.
	await back.getByRole('button', { name: 'Begin' }).click();
	await expect(back).toHaveURL(/item=1$/);
	await expect(back.getByRole('radio').first()).toBeAttached();
	await back.keyboard.press('2');
	await back.keyboard.press('Enter');
	await expect(back).toHaveURL(/item=2$/);
	await back.goBack();
	await expect(back.getByRole('radio', { checked: true })).toHaveCount(1);
	await bothAccessible();

	await press('Next: Clues');
	const late = (await joinAs(browser, made, 'Noor')).context();
	room.push(late);
	await expect(screen.getByText('6 people are here')).toBeVisible();
	await expect(
		phoneOf(late).getByText('Listen, and think of the last four weeks.', { exact: false })
	).toBeVisible();

	// A second tab of the same person is the same person.
	const tab = await twoTabs.context().newPage();
	await tab.goto(twoTabs.url());

	for (const [at, { name }] of clues.entries()) {
		await headline(name);
		if (at === 0) await bothAccessible();
		await press('Open the vote');
		await expect(phoneOf(late).getByRole('radio').first()).toBeAttached();
		if (at === 0) {
			await bothAccessible();
			await expect(offline.getByRole('radio').first()).toBeAttached();
			await offline.context().setOffline(true);
			await offline.getByRole('radio').nth(4).check({ force: true });
			await expect(offline.getByText(/^(Kept on this phone|On its way)/)).toBeVisible();
			await vote(tab, 2);
			await vote(twoTabs, 1);
			for (const context of room.filter((each) => ![offline, twoTabs].includes(phoneOf(each))))
				await vote(phoneOf(context), 5);
			await expect(screen.getByText('Voted: 5 of 6')).toBeVisible();
			expect(await screen.locator('circle').count()).toBe(0);
			await offline.context().setOffline(false);
			await expect(screen.getByText('Voted: 6 of 6')).toBeVisible({ timeout: 20_000 });
		} else {
			for (const [who, context] of room.entries())
				await vote(phoneOf(context), 1 + ((who + at) % 5));
		}
		await press('Reveal');
		await expect(screen.locator('circle')).toHaveCount(6);
		if (at > 0) {
			await press(/^Next/);
			continue;
		}
		await headline('All but one of you see this alike.');
		await facilitator.getByRole('button', { name: '5 minutes' }).click();
		await expect(screen.getByRole('timer')).toContainText('4:5');
		await bothAccessible();
		await press('Vote again');
		await vote(twoTabs, 4);
		await press('Reveal the second vote');
		await expect(screen.getByText('1 of you moved.')).toBeVisible();
		await expect(screen.locator('circle')).toHaveCount(12);
		await bothAccessible();
		await press(/^Next/);
	}

	await headline('Where do we begin?');
	await press('Open the dots');
	for (const context of room) {
		const phone = phoneOf(context);
		for (const dimension of ['Voice', 'Voice', 'Roles'])
			await phone.getByRole('button', { name: `Place a dot on ${dimension}` }).click();
		await expect(phone.getByText('All your dots are placed', { exact: false })).toBeVisible();
	}
	await expect(screen.getByText('Placed a dot: 6 of 6')).toBeVisible();
	await bothAccessible();
	await press('Close and count the dots');
	await headline('Here the dots lie');
	await expect(screen.getByText('12 dots')).toBeVisible();
	await bothAccessible();

	await press('Next: Promises');
	await mira.getByText('Propose something').click();
	await mira.getByLabel('What will we do?').fill('We ask a customer before we fix a plan');
	await mira.getByLabel('How will this serve the customer?').fill('They see what came of it');
	await mira.getByRole('button', { name: 'Propose it' }).click();
	await expect(screen.getByText('We ask a customer before we fix a plan')).toBeVisible();
	await bothAccessible();
	await press('Open weighing');
	for (const context of room)
		await phoneOf(context).getByRole('button', { name: 'For', exact: true }).click();
	await expect(phoneOf(late).getByRole('button', { name: 'For', pressed: true })).toBeVisible();
	await press('Close weighing');
	await facilitator.getByRole('button', { name: /^Accept: / }).click();
	await facilitator.getByLabel('Who takes it on').fill('Mira');
	await facilitator.getByLabel('Until').fill('2099-01-31');
	await facilitator.getByRole('button', { name: 'Accept it' }).click();
	await headline('We promise');
	await expect(screen.getByText('Mira, until January 31, 2099')).toBeVisible();
	await bothAccessible();

	await press('Next: Close');
	await headline('Two last questions');
	for (const context of room) {
		const phone = phoneOf(context);
		for (const question of ['Was this time well spent?', 'How did we talk?'])
			await phone.getByRole('group', { name: question }).getByRole('radio').nth(3).check();
	}
	await expect(screen.getByText('Answered: 6 of 6')).toBeVisible();
	await bothAccessible();

	await endWorkshop(facilitator);
	await headline('Thank you.');
	await expect(screen.getByText(made.code)).toHaveCount(0);
	await bothAccessible();
	for (const context of room) {
		const phone = phoneOf(context);
		await phone.getByRole('link', { name: 'Open the recap' }).click();
		await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Harbor made one promise');
	}
	await screen.getByRole('link', { name: /\/recap\// }).click();
	await expect(screen.getByRole('heading', { level: 1 })).toHaveText('Harbor made one promise');
	for (const context of [...room, screen.context()]) await context.close();
});

import { test, type Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { expectAccessible } from '../support/axe';
import { daysAhead } from '../support/days';
import {
	completeSentence,
	endWorkshop,
	expect,
	look,
	openScreen,
	pressing,
	seatPhones,
	tellStory,
	writeExchange
} from '../support/e2e-workshops';
import { run } from '../support/report-pages';

const names = ['Mira', 'Jonas', 'Ada', 'Lin', 'Sam', 'Noor', 'Ben', 'Eva'];

const sentences = [
	'the calm harbor in every storm',
	'a calm harbor when there is a storm',
	'the first number they call',
	'the number that they call first',
	'people who keep their word',
	'neighbors who know the kitchen by heart',
	'quick, and never in a hurry',
	'better than those clowns next door'
];
const unkind = sentences[7]!;

const stories = [
	'The driver knew why the worktop was late, and said so before the customer asked.',
	'A customer called four of us. Each of us said that it was somebody else’s part.',
	'Two of us drove out on a Sunday, because the baby’s milk had to be warmed somehow.',
	'The form came back for the third time. Nobody could say what it is for.'
];
const untold = 'Told in the room, and to stay there.';
const pointing = 'Somebody in a red jacket slept at the fair.';

const exchanges: [who: string, side: string, whom: string, what: string][] = [
	['Mira', 'I aim to give to', 'Jonas', 'The new price list'],
	['Jonas', 'I need to get from', 'Mira', 'Price list by Tuesday noon'],
	['Jonas', 'I aim to give to', 'Our customers', 'An offer they can read in two minutes'],
	['Ada', 'I need to get from', 'Lin', 'Photos of the finished kitchens'],
	['Lin', 'I aim to give to', 'Ada', 'Weekly figures'],
	['Ben', 'I aim to give to', 'Our customers', 'A call on the day before we come']
];

async function createInOwnWords(page: Page) {
	await page.goto('/workshops/new');
	await page.waitForLoadState('networkidle');
	await page.getByLabel('Organization', { exact: true }).fill('Lumen');
	await page.getByLabel('Team', { exact: true }).fill('Harbor');
	await page.getByLabel('How many people are in it?').fill(String(names.length));
	await page.getByRole('radio', { name: /^In your own words: 90 minutes/ }).check();
	await page.getByRole('radio', { name: /^Open/ }).check();
	await page.getByRole('button', { name: 'Create the workshop' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your workshop is ready');
	const href = await page
		.getByRole('link', { name: 'Open the shared screen' })
		.getAttribute('href');
	const code = await page.getByText(/^[A-Z]{4}-\d{4}$/).textContent();
	return { present: href!.split('/').at(-1)!, code: code! };
}

/** What a reader of the file reads, page by page, as one line. */
async function wordsOf(page: Page, address: string, path: string): Promise<string> {
	await writeFile(path, await (await page.request.get(address)).body());
	return run('pdftotext', path, '-').replaceAll(/\s+/g, ' ');
}

test('a room of eight spends ninety minutes in its own words, and pins the recap to the wall', async ({
	browser,
	page: facilitator
}, info) => {
	test.setTimeout(300_000);
	const made = await createInOwnWords(facilitator);
	await facilitator.getByRole('link', { name: 'Open the facilitator’s page' }).click();
	const screen = await openScreen(browser, made, { width: 1920, height: 1080 });
	const phones = await seatPhones(browser, made, names);
	const phoneOf = (name: string) => phones[names.indexOf(name)]!;
	const [mira] = phones as [Page];
	const press = pressing(facilitator);
	const headline = (words: string | RegExp) =>
		expect(screen.getByRole('heading', { level: 1 })).toHaveText(words);
	await expect(screen.getByText('8 people are here')).toBeVisible();
	await press('Start the workshop');

	await test.step('who we are: eight sentences become pictures of the whole', async () => {
		await press('Next: Who we are');
		await headline('Who do we want to be for our customers?');
		await look({ mira, screen }, 'who-1');
		await Promise.all(phones.map((phone, at) => completeSentence(phone, sentences[at]!)));
		await expect(screen.getByText('harbor')).toHaveCount(0);
		await press('Shuffle the sentences and show them');
		await expect(screen.getByRole('listitem')).toHaveCount(8);
		await facilitator.getByRole('button', { name: `Hide: ${unkind}` }).click();
		await expect(screen.getByRole('listitem')).toHaveCount(7);
		await facilitator.getByRole('button', { name: /^Put together: .*calm harbor/ }).click();
		await expect(screen.getByRole('listitem')).toHaveCount(6);
		await press('Show what our pictures come to');
		await headline('We have 6 pictures of the whole');
		await look({ mira, screen }, 'who-2');
	});

	await test.step('voices: what happened is read out, in no order and under no name', async () => {
		await press('Next: Voices');
		await headline('Tell a short true story');
		await look({ mira, screen }, 'voices-1');
		const told = [...stories, untold, pointing];
		await Promise.all(
			told.map((words, at) => tellStory(phones[at]!, words, { mayKeep: words !== untold }))
		);
		await press('Shuffle the stories and begin');
		await press('Read the first story');
		for (let at = 1; at <= told.length; at++) {
			await expect(screen.getByText(`Story ${at} of ${told.length}`)).toBeVisible();
			if (at < told.length) await press('Read the next story');
		}
		await facilitator.getByRole('button', { name: `Hide: ${pointing}` }).click();
		await expect(facilitator.getByRole('button', { name: /^Bring back: / })).toBeVisible();
		await look({ mira, screen }, 'voices-2');
	});

	await test.step('give and get: what meets, what is missing, and who waits', async () => {
		await press('Next: Give and get');
		await headline('Who needs what from whom this week?');
		await look({ mira, screen }, 'give-get-1');
		for (const [who, ...written] of exchanges) await writeExchange(phoneOf(who), ...written);
		await press('Show what was written');
		await headline('0 of 2 needs are met');
		await facilitator.getByRole('button', { name: 'The same', exact: true }).click();
		await headline('1 of 2 needs are met');
		await look({ mira, screen }, 'give-get-2');
	});

	await test.step('promises: what is missing is promised, and something new', async () => {
		await press('Next: Promises');
		await facilitator.getByRole('button', { name: 'Make it a proposal' }).click();
		await expect(mira.getByText('Lin gives Ada: Photos of the finished kitchens')).toBeVisible();
		await mira.getByText('Propose something').click();
		await mira.getByLabel('What will we do?').fill('Whoever picks up stays with the customer');
		await mira.getByLabel('How will this serve the customer?').fill('They call one of us, once');
		await mira.getByRole('button', { name: 'Propose it' }).click();
		await expect(facilitator.getByRole('button', { name: /^Accept: / })).toHaveCount(2);
		await press('Open weighing');
		await Promise.all(
			phones.map((phone) => phone.getByRole('button', { name: 'For', exact: true }).first().click())
		);
		await press('Close weighing');
		for (const words of ['Lin gives Ada', 'Whoever picks up']) {
			await facilitator.getByRole('button', { name: `Accept: ${words}` }).click();
			await facilitator
				.getByLabel('Who takes it on')
				.fill(words.startsWith('Lin') ? 'Lin' : 'Mira');
			await facilitator.getByLabel('Until').fill(daysAhead(21));
			await facilitator.getByRole('button', { name: 'Accept it' }).click();
		}
		await expect(screen.getByText(/^Mira, until/)).toBeVisible();
	});

	await test.step('close: everybody says how it was', async () => {
		await press('Next: Close');
		await Promise.all(
			phones.map(async (phone) => {
				for (const question of ['Was this time well spent?', 'How did we talk?'])
					await phone.getByRole('group', { name: question }).getByRole('radio').nth(4).check();
			})
		);
		await expect(screen.getByText('Answered: 8 of 8')).toBeVisible();
		await endWorkshop(facilitator);
	});

	await test.step('the recap says the same on a phone and on paper, and no more', async () => {
		await mira.getByRole('link', { name: 'Open the recap' }).click();
		await expect(mira.getByRole('heading', { level: 1 })).toHaveText('Harbor made 2 promises');
		await expectAccessible(mira);
		const recap = new URL(mira.url()).pathname;
		const onPage = (await mira.getByRole('main').innerText()).replaceAll(/\s+/g, ' ');
		const onPaper = await wordsOf(mira, `${recap}/report.pdf`, info.outputPath('recap.pdf'));
		const inOrder = [
			'Harbor made 2 promises',
			'What we promised',
			'Who we want to be for our customers',
			'We have 6 pictures of the whole.',
			'Our stories',
			'1 of 2 needs are met',
			'How the time was',
			'What we were promised'
		];
		for (const words of [onPage, onPaper]) {
			// The dimension of a promise has the name of a part further down: each is looked for behind the one before.
			const places = inOrder.reduce<number[]>(
				(found, part) => [...found, words.indexOf(part, found.at(-1))],
				[]
			);
			expect(places).not.toContain(-1);
			for (const kept of [...sentences.slice(0, 7), ...stories, ...exchanges.map((all) => all[3])])
				expect(words).toContain(kept);
			for (const gone of [unkind, untold, pointing]) expect(words).not.toContain(gone);
			const told = words.slice(places[2], places[5]);
			for (const name of names) expect(told).not.toContain(name);
		}
	});
});

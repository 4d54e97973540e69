import { test, type Browser, type Page } from '@playwright/test';
import type { StepKind } from '../../src/lib/domain/workshop/agenda';
import { expectAccessible } from '../support/axe';
import {
	completeSentence,
	endWorkshop,
	expect,
	openScreen,
	planWorkshop,
	pressing,
	seatPhones,
	tellStory
} from '../support/e2e-workshops';

async function room(browser: Browser, facilitator: Page, step: StepKind) {
	const steps = [step, 'close' as const].map((kind) => ({ kind, minutes: 10 }));
	const made = await planWorkshop(facilitator, { agenda: { steps, dimensions: ['voice'] } });
	const screen = await openScreen(browser, made);
	await facilitator.goto(`/facilitate/${made.facilitate}`);
	const seats = await seatPhones(browser, made, Array<string>(5).fill(''));
	const press = pressing(facilitator);
	await press('Start the workshop');
	return { screen, seats, press };
}

const stories = ['The driver knew.', 'Nobody picked up.', 'One sheet did it.', 'A form came back.'];

test('a room of five tells stories and hears them one by one, without names', async ({
	browser,
	page: facilitator
}) => {
	test.setTimeout(180_000);
	const { screen, seats, press } = await room(browser, facilitator, 'voices');
	await expect(screen.getByRole('heading', { name: 'Tell a short true story' })).toBeVisible();
	const [first, second, third, fourth] = seats as [Page, Page, Page, Page];

	await tellStory(first, stories[0]!);
	await tellStory(second, stories[1]!, { mayKeep: false });
	await expect(facilitator.getByText('as soon as three people have written one')).toBeVisible();
	await expect(
		facilitator.getByRole('button', { name: 'Shuffle the stories and begin' })
	).toBeHidden();
	await tellStory(third, stories[2]!);
	await expectAccessible(third);

	// Offline, it waits on the phone; changed there, the change is what arrives.
	await fourth.context().setOffline(true);
	await tellStory(fourth, 'A form', { isSaid: false });
	await expect(fourth.getByText('A form', { exact: true })).toBeVisible();
	await fourth.getByRole('button', { name: 'Change: A form' }).click();
	await fourth.getByLabel('What happened?').fill(stories[3]!);
	await fourth.getByRole('button', { name: 'Save the change' }).click();
	await fourth.context().setOffline(false);
	await expect(fourth.getByText('Handed in.')).toBeVisible();

	await expectAccessible(facilitator);
	await press('Shuffle the stories and begin');
	await press('Read the first story');
	const read: string[] = [];
	for (let at = 1; at <= 4; at++) {
		await expect(screen.getByText(`Story ${at} of 4`)).toBeVisible();
		const said = (await screen.getByRole('blockquote').textContent())!.trim();
		await expect(first.getByRole('blockquote').first()).toHaveText(said);
		read.push(said);
		if (at === 1) {
			await expectAccessible(screen);
			await facilitator.getByRole('button', { name: `Hide: ${said}` }).click();
			await expect(screen.getByText('We go on in a moment')).toBeVisible();
			await expect(first.getByText('This story was hidden.')).toBeVisible();
			await facilitator.getByRole('button', { name: `Bring back: ${said}` }).click();
			await expect(screen.getByRole('blockquote')).toHaveText(said);
		}
		if (at < 4) await press('Read the next story');
	}
	expect(read.toSorted()).toEqual(stories.toSorted());

	await press('Next: Close');
	await endWorkshop(facilitator);
	await first.getByRole('link', { name: 'Open the recap' }).click();
	const anthology = first.getByRole('region', { name: 'Our stories' });
	await expect(anthology.getByRole('figure')).toHaveCount(3);
	await expect(anthology).not.toContainText(stories[1]!);
	await expectAccessible(first);

	// Taken back weeks later, from the same seat: two writers are too few to be shown.
	await fourth.getByText('Your stories', { exact: true }).click();
	await fourth.getByRole('button', { name: `Take back: ${stories[3]}` }).click();
	await fourth.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
	await expect(fourth.getByText('Your stories', { exact: true })).toBeHidden();
	await first.reload();
	await expect(anthology).toContainText('Fewer than three people let their stories stay');
});

const sentences = [
	'the calm harbor in every storm',
	'a calm harbor when there is a storm',
	'the first number they call',
	'the number that they call first',
	'quick'
];

test('a room of five puts together who it wants to be, with keyboard and pointer', async ({
	browser,
	page: facilitator
}) => {
	test.setTimeout(180_000);
	const { screen, seats, press } = await room(browser, facilitator, 'who-we-are');
	await expect(
		screen.getByRole('heading', { name: 'Who do we want to be for our customers?' })
	).toBeVisible();
	for (const [at, phone] of seats.entries()) await completeSentence(phone, sentences[at]!);
	await expectAccessible(seats[0]!);
	await press('Shuffle the sentences and show them');
	await expect(screen.getByRole('listitem')).toHaveCount(5);
	await expect(seats[0]!.getByText('(yours)')).toBeVisible();

	// With the keyboard alone: the list beside a sentence says where it belongs, and keeps the focus.
	const place = facilitator.getByLabel(`Where it belongs: ${sentences[4]}`);
	await place.focus();
	await place.selectOption({ label: `With: ${sentences[0]}` });
	await expect(screen.getByRole('listitem')).toHaveCount(4);
	await expect(place).toBeFocused();
	await place.selectOption({ label: 'On its own' });
	await expect(screen.getByRole('listitem')).toHaveCount(5);

	// By a suggestion, and by dragging.
	const suggested = facilitator.getByRole('button', {
		name: /^Put together: .*calm harbor.*calm harbor/
	});
	await suggested.click();
	await expect(suggested).toBeHidden();
	await expect(screen.getByRole('listitem')).toHaveCount(4);
	const card = (words: string) =>
		facilitator.locator('[draggable=true]').getByText(words, { exact: true });
	await expect(async () => {
		await card(sentences[2]!).hover();
		await facilitator.mouse.down();
		await card(sentences[3]!).hover();
		// A browser takes the second movement over a place for a wish to drop there.
		await card(sentences[3]!).hover();
		await facilitator.mouse.up();
		await expect(screen.getByRole('listitem')).toHaveCount(3, { timeout: 3_000 });
	}).toPass();
	await expectAccessible(facilitator);
	await expectAccessible(screen);

	await press('Show what our pictures come to');
	await expect(
		screen.getByRole('heading', { name: 'We have 3 pictures of the whole' })
	).toBeVisible();
	await expect(seats[1]!.getByText('About 40 of 100 of us share the largest one.')).toBeVisible();
	await press('Next: Close');
	await expect(facilitator.getByText('Close · 2 of 2')).toBeVisible();
	await endWorkshop(facilitator);
	await seats[0]!.getByRole('link', { name: 'Open the recap' }).click();
	const pictures = seats[0]!.getByRole('region', { name: 'Who we want to be for our customers' });
	await expect(pictures).toContainText('We have 3 pictures of the whole.');
	await expectAccessible(seats[0]!);
});

test('stories and sentences written alone stay on the device', async ({ page }) => {
	const sent: string[] = [];
	page.on('request', (request) => {
		if (request.method() !== 'GET') sent.push(request.url());
	});
	await page.goto('/voices');
	await page.getByLabel('What happened?').fill(stories[0]!);
	await page.getByRole('button', { name: 'Keep this story' }).click();
	await expect(page.getByText('Kept on this device.')).toBeVisible();
	await page.reload();
	await expect(page.getByRole('blockquote')).toHaveText(stories[0]!);
	await expectAccessible(page);

	await page.goto('/who-we-are');
	await page.getByLabel('The sentences, one on a line').fill(sentences.join('\n'));
	await page.getByRole('button', { name: 'Put them on the table' }).click();
	await page.getByRole('button', { name: /^Put together: .*calm harbor/ }).click();
	await page.reload();
	await expect(
		page.getByRole('heading', { name: 'We have 4 pictures of the whole' })
	).toBeVisible();
	await expectAccessible(page);
	await page.setViewportSize({ width: 320, height: 700 });
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(overflow).toBe(0);
	expect(sent).toEqual([]);
});

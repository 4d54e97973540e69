import { expect, test, type Page } from '@playwright/test';
import type { Context } from '../../src/lib/server/context';
import { closeRound } from '../../src/lib/server/use-cases/close-round';
import { openGuess } from '../../src/lib/server/use-cases/open-guess';
import { saveGuess } from '../../src/lib/server/use-cases/save-guess';
import { expectAccessible } from '../support/axe';
import { daysAhead } from '../support/days';
import { openServerData, roundOfToday } from '../support/e2e-rounds';
import { answerAll, planned, quickAnswers, tokenFor } from '../support/rounds';

let data: Context;
test.beforeAll(async () => void (data = await openServerData()));
test.afterAll(() => data.close());

test.use({
	viewport: { width: 390, height: 844 },
	contextOptions: { reducedMotion: 'reduce' }
});

const { contract } = planned();
const mirrorRound = () =>
	roundOfToday(data, {
		contract: {
			...contract,
			keptUntil: daysAhead(200),
			lenses: ['member', 'customer'],
			cuts: ['whole', 'team', 'lens', 'guess']
		}
	});

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

async function answerFrom(page: Page, first: number, name: string) {
	for (let number = first; number <= 8; number++) {
		await expect(page.getByText(`Question ${number} of 8`, { exact: true })).toBeVisible();
		await page.getByRole('radio', { name, exact: true }).click();
		await page.getByRole('button', { name: /Next|Check/ }).click();
	}
	await expect(heading(page)).toHaveText('You are through');
}

test('a member answers once more as customers would, stops in the middle and goes on', async ({
	page
}) => {
	const round = await mirrorRound();
	await page.goto(`/answer/${tokenFor(round, 'member')}`);
	await expect(page.getByText('Members may also guess how customers would answer')).toBeVisible();
	await page.getByRole('button', { name: 'Start' }).click();
	await answerFrom(page, 1, 'Often');
	await page.getByRole('button', { name: 'Hand in' }).click();
	await expect(page.getByText('Your answers are in.')).toBeVisible();
	await expectAccessible(page);

	await page.getByRole('link', { name: 'Make my guess' }).click();
	await expect(heading(page)).toHaveText('What would customers say?');
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Make my guess' }).click();
	await expect(heading(page)).toHaveText(
		'“People at Lumen asked me questions to check what I meant.”'
	);
	await expectAccessible(page);
	await page.getByRole('radio', { name: 'Seldom', exact: true }).click();
	await page.getByRole('button', { name: 'Next' }).click();
	await expect(page.getByText('Question 2 of 8', { exact: true })).toBeVisible();
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();

	await page.goto(`/answer/${tokenFor(round, 'member')}`);
	await page.getByRole('link', { name: 'Go on with my guess' }).click();
	await expect(page.getByText('1 of 8')).toBeVisible();
	await page.getByRole('link', { name: 'Go on with my guess' }).click();
	await answerFrom(page, 2, 'Seldom');
	await page.getByRole('button', { name: 'Hand in my guess' }).click();
	await expect(heading(page)).toHaveText('Your guess is in');
	await page.getByRole('link', { name: 'Back to my own answers' }).click();
	await expect(heading(page)).toHaveText('Thank you');
	await expect(page.getByRole('link', { name: 'Change my guess' })).toBeVisible();
});

test('whoever has not handed in their own answers is led to them, and nobody has to guess', async ({
	page
}) => {
	const round = await mirrorRound();
	const token = tokenFor(round, 'member');
	await page.goto(`/answer/${token}`);
	await page.goto(`/answer/${token}/guess`);
	await expect(page).toHaveURL(new RegExp(`/answer/${token}$`));
});

test('the results say where members and customers agree, and where customers would surprise them', async ({
	page
}) => {
	const round = await mirrorRound();
	// What one question says rests on its answers: the others move none of them.
	const differing = (value: number, voice: number) =>
		quickAnswers(value).map((each) => (each.item === 'voice-1' ? { ...each, value: voice } : each));
	for (let person = 0; person < 12; person++) {
		const member = await answerAll(data, tokenFor(round, 'member'), 2 + (person % 2));
		await openGuess(data, member);
		await saveGuess(data, member, { answers: differing(3, 4 + (person % 2)), finish: true });
		await answerAll(data, tokenFor(round, 'customer'), 2 + (person % 2));
	}
	await closeRound(data, round.organizer);
	const results = round.links.find(({ kind }) => kind === 'results')!.token;
	await page.goto(`/results/${results}`);

	const card = page.getByRole('region', { name: /Customers answer/ });
	await expect(card.getByText('Overestimate').first()).toBeVisible();
	await expect(card.getByText(/^Voice/).first()).toBeVisible();
	await card.getByText('The three views with all numbers').click();
	await expect(card.getByRole('rowheader', { name: /Voice: Checks what was meant/ })).toBeVisible();
	await expectAccessible(page);

	await page.goto(`/results/${results}/ledger`);
	await expect(page.getByRole('rowheader', { name: 'Members’ guesses' })).toBeVisible();
});

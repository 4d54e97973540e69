import { test, type Page } from '@playwright/test';
import type { Agenda } from '../../src/lib/domain/workshop/agenda';
import { expectAccessible } from '../support/axe';
import {
	endWorkshop,
	expect,
	joinAs,
	look,
	openScreen,
	planWorkshop,
	pressing,
	writeExchange
} from '../support/e2e-workshops';

test.use({ actionTimeout: 20_000 });

const agenda: Agenda = {
	steps: [
		{ kind: 'give-get', minutes: 20 },
		{ kind: 'promises', minutes: 20 }
	],
	dimensions: ['voice', 'rules']
};

test('a room of four writes, confirms what meets, and promises what is missing', async ({
	browser,
	page: facilitator
}) => {
	test.setTimeout(240_000);
	const made = await planWorkshop(facilitator, { agenda, openness: 'open' });
	const screen = await openScreen(browser, made, { width: 1920, height: 1080 });
	await facilitator.goto(`/facilitate/${made.facilitate}`);
	const names = ['Mira', 'Jonas', 'Ada', 'Lin'];
	const phones: Page[] = [];
	for (const name of names) phones.push(await joinAs(browser, made, name));
	const [mira, jonas, ada, lin] = phones as [Page, Page, Page, Page];
	const press = pressing(facilitator);

	await press('Start the workshop');
	await expect(screen.getByRole('heading', { level: 1 })).toHaveText(
		'Who needs what from whom this week?'
	);
	await facilitator.getByLabel('Kind').selectOption('Partner');
	await facilitator.getByLabel('Name').fill('Fabric mill');
	await facilitator.getByRole('button', { name: 'Add', exact: true }).click();
	await expect(
		jonas.getByLabel('Whom').locator('option', { hasText: 'Fabric mill' })
	).toBeAttached();

	await writeExchange(mira, 'I aim to give to', 'Jonas', 'The new price list');
	await writeExchange(jonas, 'I need to get from', 'Mira', 'Price list by Tuesday noon');
	await writeExchange(
		jonas,
		'I aim to give to',
		'Our customers',
		'An offer they can read in two minutes'
	);
	await writeExchange(ada, 'I need to get from', 'Lin', 'Photos of the finished kitchens');
	await writeExchange(ada, 'I need to get from', 'Fabric mill', 'Samples in red');
	await writeExchange(lin, 'I aim to give to', 'Ada', 'Weekly figures');
	await expectAccessible(mira);
	// Half a sentence stays where it is when the phone reloads.
	await lin.getByLabel('What', { exact: true }).fill('A call when');
	await lin.reload();
	await expect(lin.getByLabel('What', { exact: true })).toHaveValue('A call when');
	await expect(screen.getByText('price list')).toHaveCount(0);

	await press('Show what was written');
	await expect(screen.getByRole('heading', { level: 1 })).toHaveText('0 of 3 needs are met');
	await facilitator.getByRole('button', { name: 'The same', exact: true }).click();
	await expect(screen.getByRole('heading', { level: 1 })).toHaveText('1 of 3 needs are met');
	await expect(screen.getByText('Lin → Ada: it stops with Ada.')).toBeVisible();
	await expect(mira.getByRole('heading', { name: '1 of 3 needs are met' })).toBeVisible();
	await expectAccessible(screen);
	await expectAccessible(facilitator);
	await expectAccessible(jonas);
	await look({ screen, facilitator, jonas }, 'shown');

	await press('Next: Promises');
	await facilitator.getByRole('button', { name: 'Make them 2 proposals' }).click();
	await expect(jonas.getByText('Lin gives Ada: Photos of the finished kitchens')).toBeVisible();
	await expect(facilitator.getByText('2 needs from give and get are unmet.')).toHaveCount(0);
	await look({ facilitator }, 'promises');

	await endWorkshop(facilitator);
	await facilitator.getByRole('link', { name: 'Open the recap' }).click();
	await expect(facilitator.getByRole('heading', { name: '1 of 3 needs are met' })).toBeVisible();
	await expectAccessible(facilitator);
	await look({ facilitator }, 'recap');

	await ada.getByText('Your needs and gives').click();
	await ada.getByRole('button', { name: 'Take back: Samples in red' }).click();
	await expect(ada.getByRole('button', { name: 'Take back: Samples in red' })).toHaveCount(0);
	await facilitator.reload();
	await expect(facilitator.getByRole('heading', { name: '1 of 2 needs are met' })).toBeVisible();
});

test('in an anonymous room teams, partners and customers give and get, and no person does', async ({
	browser,
	page: facilitator
}) => {
	test.setTimeout(120_000);
	const made = await planWorkshop(facilitator, { agenda });
	await facilitator.goto(`/facilitate/${made.facilitate}`);
	const phones = [];
	for (let at = 0; at < 3; at++) phones.push(await joinAs(browser, made, ''));
	await facilitator.getByRole('button', { name: 'Start the workshop' }).click();
	for (const [at, phone] of phones.entries()) {
		await expect(phone.getByLabel('Who', { exact: true })).toHaveValue('team');
		await writeExchange(
			phone,
			'aims to give to',
			'Our customers',
			`An answer within ${at + 1} days`
		);
	}
	await facilitator.getByRole('button', { name: 'Show what was written' }).click();
	await expect(phones[0]!.getByText('3 gives were not asked for.')).toBeVisible();
	await expect(facilitator.getByText('Every chain of gives comes to a customer.')).toBeVisible();
});

import { expect, test, type Page } from '@playwright/test';
import { holoscope } from '../../src/lib/content/instruments';
import { sheetFile } from '../../src/lib/domain/sheet-file';
import { typicalSheet } from '../support/person-sheets';

type Form = 'quick' | 'full';
const NAMES = { quick: 'Two minutes', full: 'Six minutes' };
const sentence = (page: Page) => page.getByRole('heading', { level: 1 });

async function start(page: Page, form: Form, organization = '') {
	await page.goto('/assess');
	await page.getByRole('radio', { name: NAMES[form] }).check();
	await page.getByLabel(/organization/).fill(organization);
	await page.getByRole('button', { name: 'Start' }).click();
	await expect(page.getByText(/^Question 1 of \d+$/)).toBeVisible();
}

/** Answers by keys, each question as soon as it is there. */
async function answerByKeys(page: Page, form: Form, key: string) {
	const total = holoscope.forms[form]!.length;
	for (let number = 1; number <= total; number++) {
		await expect(page.getByText(`Question ${number} of ${total}`, { exact: true })).toBeVisible();
		await page.keyboard.press(key);
		await page.keyboard.press('Enter');
	}
	await expect(sentence(page)).toHaveText('You are through');
}

async function finish(page: Page) {
	await page.getByRole('button', { name: 'See where you stand' }).click();
	await expect(sentence(page)).toContainText('You see');
}

/** The answers of the result that is shown. */
async function answersShown(page: Page): Promise<Record<string, number | null>> {
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'JSON', exact: true }).click();
	const parts = await (await (await downloading).createReadStream()).toArray();
	return JSON.parse(Buffer.concat(parts).toString('utf8')).sheets[0].answers;
}

/** Notes for each question the last key that was pressed while a person saw it. */
async function noteKeys(page: Page) {
	await page.evaluate(() => {
		const pressed: Record<string, string> = {};
		Object.assign(window, { pressed });
		const note = ({ key }: KeyboardEvent) => {
			const number = /Question (\d+)/.exec(document.querySelector('main')!.textContent)?.[1];
			if (number && /\d/.test(key)) pressed[number] = key;
		};
		addEventListener('keydown', note, true);
	});
	return () => page.evaluate(() => (window as any).pressed as Record<string, string>);
}

/** Comes back when everything that was written so far is on the disk. */
function written(page: Page) {
	return page.evaluate(
		() =>
			new Promise<void>((resolve, reject) => {
				const opening = indexedDB.open('holoscope');
				opening.onerror = reject;
				opening.onsuccess = () => {
					// Transactions that write take turns, so this one waits for all that began before.
					const turn = opening.result.transaction(['draft', 'answers'], 'readwrite');
					turn.oncomplete = () => {
						opening.result.close();
						resolve();
					};
				};
			})
	);
}

for (const form of ['quick', 'full'] as const) {
	test(`keys without a pause answer the question that is seen, in the ${form} form`, async ({
		page
	}) => {
		const said: string[] = [];
		page.on('console', (message) => {
			if (['error', 'warning'].includes(message.type())) said.push(message.text());
		});
		const order = holoscope.forms[form]!;
		await start(page, form);
		const pressed = await noteKeys(page);
		for (let index = 0; index < order.length; index++) {
			await page.keyboard.press(String((index * 7 + 3) % 6));
			await page.keyboard.press('Enter');
		}
		const keys = await pressed();
		await written(page);
		await page.goto('/assess?item=check');
		await finish(page);

		const answers = await answersShown(page);
		const expected = order.map((id, index) => [id, Number(keys[index + 1]) || null]);
		const given = order.map((id) => [id, answers[id] ?? null]);
		expect(given).toEqual(expected);
		expect(said).toEqual([]);
	});
}

test('the result that was just finished is shown, whatever else is kept', async ({ page }) => {
	await page.goto('/assess/result');
	await page.getByLabel('Choose a JSON file').setInputFiles({
		name: 'later.json',
		mimeType: 'application/json',
		buffer: Buffer.from(sheetFile([typicalSheet({ day: '2031-01-01', organization: 'Later' })]))
	});
	await expect(page.getByText('January 1, 2031').first()).toBeVisible();

	await start(page, 'quick', 'Just now');
	await answerByKeys(page, 'quick', '4');
	await finish(page);
	await expect(page.getByRole('main').getByText('Just now').first()).toBeVisible();
	await page.reload();
	await expect(page.getByRole('main').getByText('Just now').first()).toBeVisible();
});

test('from the first question to the result without a connection', async ({ page, context }) => {
	await page.goto('/assess');
	await page.evaluate(() => navigator.serviceWorker.ready);
	await page.waitForFunction(() => navigator.serviceWorker.controller);
	await context.setOffline(true);

	await start(page, 'quick', 'Nordlicht');
	await answerByKeys(page, 'quick', '4');
	await finish(page);
	await page.reload();
	await expect(sentence(page)).toContainText('You see');
	await page.goto('/assess/result');
	await expect(sentence(page)).toContainText('You see');
});

test('where storage is forbidden, the result still comes', async ({ page }) => {
	await page.addInitScript(() => {
		Object.defineProperty(window, 'indexedDB', {
			get() {
				throw new DOMException('Not allowed here.', 'SecurityError');
			}
		});
	});
	page.on('dialog', (dialog) => dialog.accept());
	await start(page, 'quick');
	await answerByKeys(page, 'quick', '2');
	await finish(page);
	await expect(page.getByText('This browser does not let us keep anything')).toBeVisible();
});

for (const [kind, name] of [
	['of a thousand letters', 'Organization'.repeat(90)],
	['of emoji', '👩🏽‍🚀'.repeat(60)],
	['in Arabic', 'التعاونية الدولية '.repeat(20)]
] as const) {
	test(`a pasted name ${kind} neither breaks a page nor tears a letter`, async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 640 });
		await page.goto('/assess');
		await page.getByLabel(/organization/).focus();
		await page.keyboard.insertText(name);
		const kept = await page.getByLabel(/organization/).inputValue();
		expect(kept.isWellFormed()).toBe(true);
		await page.getByRole('radio', { name: 'Two minutes' }).check();
		await page.getByRole('button', { name: 'Start' }).click();
		await answerByKeys(page, 'quick', '5');
		await finish(page);
		const overflow = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(overflow).toBe(0);

		const downloading = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Download PDF' }).click();
		await expect.poll(async () => (await downloading).suggestedFilename()).toMatch(/\.pdf$/);
	});
}

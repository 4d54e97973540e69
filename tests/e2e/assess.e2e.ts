import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';

const phone = {
	viewport: { width: 390, height: 844 },
	hasTouch: true,
	// Without motion there is nothing to wait for before a tap.
	contextOptions: { reducedMotion: 'reduce' as const }
};
const laptop = { viewport: { width: 1280, height: 800 } };

const question = (page: Page) => page.getByRole('heading', { level: 1 });
const position = (page: Page, number: number, total: number) =>
	page.getByText(`Question ${number} of ${total}`, { exact: true });

async function start(page: Page, form: 'Two minutes' | 'Six minutes' = 'Two minutes') {
	await page.goto('/assess');
	await page.getByRole('radio', { name: form }).check();
	await page.getByRole('button', { name: 'Start' }).click();
	await expect(position(page, 1, form === 'Two minutes' ? 8 : 36)).toBeVisible();
}

async function answer(page: Page, name: string) {
	await page.getByRole('radio', { name }).click();
	await page.getByRole('button', { name: /Next|Check/ }).click();
}

/** What the browser's storage holds. */
function kept(page: Page): Promise<{ drafts: any[]; answers: any[]; history: any[] }> {
	return page.evaluate(
		() =>
			new Promise((resolve, reject) => {
				const opening = indexedDB.open('holoscope');
				opening.onerror = reject;
				opening.onsuccess = () => {
					const database = opening.result;
					const reading = database.transaction(['draft', 'answers', 'history']);
					const all = ['draft', 'answers', 'history'].map((shelf) =>
						reading.objectStore(shelf).getAll()
					);
					reading.oncomplete = () => {
						database.close();
						const [drafts, answers, history] = all.map(({ result }) => result);
						resolve({ drafts: drafts!, answers: answers!, history: history! });
					};
				};
			})
	);
}

async function expectNoSidewaysScroll(page: Page) {
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(overflow).toBe(0);
}

test.describe('on a laptop', () => {
	test.use(laptop);

	test('the quick form works by keyboard alone', async ({ page }) => {
		await page.goto('/assess');
		await page.getByRole('radio', { name: 'Six minutes' }).focus();
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('Tab');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Tab');
		await page.keyboard.type('Nordlicht');
		await page.keyboard.press('Enter');

		await expect(question(page)).toBeFocused();
		await expect(question(page)).toContainText('in the team I lead');
		for (const [index, key] of ['1', '2', '3', '4', '5', '0', '1'].entries()) {
			await expect(position(page, index + 1, 8)).toBeVisible();
			await expect(page).toHaveTitle(`Question ${index + 1} of 8 – Holoscope`);
			await page.keyboard.press(key);
			await page.keyboard.press('Enter');
		}
		await expect(position(page, 8, 8)).toBeVisible();
		await page.keyboard.press('Enter');
		await expect(page.getByText('Choose an answer first')).toBeVisible();
		await page.keyboard.press('Tab');
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('ArrowUp');
		await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
		await page.keyboard.press('Enter');
		await page.keyboard.press('Enter');

		await expect(question(page)).toHaveText('You are through');
		await expect(page.getByText('Once you were not sure')).toBeVisible();
		await page.keyboard.press('Tab');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await page.waitForURL(/\/assess\/result#kept-/);

		const { drafts, answers, history } = await kept(page);
		const day = await page.evaluate(() => new Date().toLocaleDateString('sv'));
		expect({ drafts, answers }).toEqual({ drafts: [], answers: [] });
		expect(history).toEqual([
			{
				id: expect.any(String),
				instrument: 'holoscope',
				edition: '2026.1',
				form: 'quick',
				lens: 'leader',
				organization: 'Nordlicht',
				day,
				answers: {
					'voice-1': 1,
					'regard-2': 2,
					'rules-1': 3,
					'roles-3': 4,
					'power-1': 5,
					'whole-2': null,
					'stories-1': 1,
					'outside-in-4': 5
				}
			}
		]);
	});

	test('two tabs answer one sheet without loss', async ({ page, context }) => {
		await start(page);
		await answer(page, 'Often');

		const other = await context.newPage();
		await other.goto('/assess?item=2');
		await answer(other, 'Seldom');
		await answer(other, 'Not sure');
		await expect(position(other, 4, 8)).toBeVisible();

		// The first tab heard of it: it may go on over what the other answered.
		await expect(page.getByRole('radio', { name: 'Seldom' })).toBeChecked();
		await page.getByRole('button', { name: 'Next' }).click();
		await expect(page.getByRole('radio', { name: 'Not sure' })).toBeChecked();
		await answer(page, 'Almost always');
		await answer(page, 'Almost never');
		await expect(position(page, 5, 8)).toBeVisible();

		const given = (await kept(page)).answers.map(({ item, value }) => [item, value]);
		expect(Object.fromEntries(given)).toEqual({
			'voice-1': 4,
			'regard-2': 2,
			'rules-1': 5,
			'roles-3': 1
		});
	});

	test('a tab says when its sheet was started again elsewhere', async ({ page, context }) => {
		await start(page);
		await answer(page, 'Often');

		const other = await context.newPage();
		await other.goto('/assess');
		await other.getByRole('button', { name: 'Start again' }).click();
		await other.getByRole('button', { name: 'Delete' }).click();
		await expect(other.getByRole('button', { name: 'Start' })).toBeEnabled();

		await expect(page.getByText('started again in another tab')).toBeVisible();
		await expect(page).toHaveURL('/assess');
		await expectAccessible(page);
	});
});

test.describe('on a phone', () => {
	test.use(phone);

	test('the full form works by touch', async ({ page }) => {
		await start(page, 'Six minutes');
		const names = ['Almost never', 'Seldom', 'About half', 'Often', 'Almost always', 'Not sure'];
		for (let number = 1; number <= 36; number++) {
			await expect(position(page, number, 36)).toBeVisible();
			await answer(page, names[number % 6]!);
		}

		await expect(page.getByText('You answered all 36 questions. 6 times')).toBeVisible();
		await page.getByRole('button', { name: 'See where you stand' }).click();
		await page.waitForURL(/\/assess\/result#kept-/);
		const { history } = await kept(page);
		expect(history).toHaveLength(1);
		expect(Object.keys(history[0].answers)).toHaveLength(36);
	});

	test('closing the tab loses nothing, and going back is always possible', async ({ page }) => {
		await start(page);
		for (const name of ['Often', 'Seldom', 'Not sure']) await answer(page, name);
		await expect(position(page, 4, 8)).toBeVisible();

		await page.reload();
		await expect(position(page, 4, 8)).toBeVisible();
		await page.goBack();
		await expect(page.getByRole('radio', { name: 'Not sure' })).toBeChecked();
		await page.getByRole('link', { name: 'Back' }).click();
		await expect(page.getByRole('radio', { name: 'Seldom' })).toBeChecked();
		await page.goto('/assess?item=7');
		await expect(page).toHaveURL('/assess?item=4');

		await page.goto('/assess');
		await expect(page.getByText('You have answered 3 of 8 questions.')).toBeVisible();
		await page.getByRole('link', { name: 'Go on' }).click();
		await expect(position(page, 4, 8)).toBeVisible();
	});

	test('starting again asks first, and only then deletes', async ({ page }) => {
		await start(page);
		await answer(page, 'Often');
		await expect(position(page, 2, 8)).toBeVisible();
		await page.goto('/assess');

		await page.getByRole('button', { name: 'Start again' }).click();
		await expect(page.getByRole('button', { name: 'Keep my answers' })).toBeFocused();
		await page.keyboard.press('Escape');
		expect((await kept(page)).answers).toHaveLength(1);

		await page.getByRole('button', { name: 'Start again' }).click();
		await page.getByRole('button', { name: 'Delete' }).click();
		await expect(page.getByRole('button', { name: 'Start' })).toBeEnabled();
		await expect(question(page)).toHaveText('See where you stand');
		await expect(question(page)).toBeFocused();
		expect((await kept(page)).answers).toEqual([]);
	});

	test('goes on in memory where storage is forbidden, and says so', async ({ page }) => {
		await page.addInitScript(() => {
			Object.defineProperty(window, 'indexedDB', {
				get() {
					throw new DOMException('Not allowed here.', 'SecurityError');
				}
			});
		});
		await start(page);
		await expect(page.getByText('Your answers live in this tab only')).toBeVisible();
		await expect(page.getByText('Kept in this tab only')).toBeVisible();
		await expectAccessible(page);

		await answer(page, 'Often');
		await page.goBack();
		await expect(page.getByRole('radio', { name: 'Often' })).toBeChecked();

		const question = page.waitForEvent('dialog');
		await page.close({ runBeforeUnload: true });
		expect((await question).type()).toBe('beforeunload');
		await (await question).accept();
	});
});

test('works offline after the first visit', async ({ page, context }) => {
	// An earlier version left something behind.
	await page.goto('/nowhere');
	await page.evaluate(() => caches.open('holoscope-1'));
	await page.goto('/assess');
	await page.evaluate(() => navigator.serviceWorker.ready);
	await page.waitForFunction(() => navigator.serviceWorker.controller);

	await context.setOffline(true);
	await start(page);
	await answer(page, 'Often');
	await expect(position(page, 2, 8)).toBeVisible();
	await page.reload();
	await expect(position(page, 2, 8)).toBeVisible();
	await answer(page, 'Often');
	await expect(position(page, 3, 8)).toBeVisible();

	await page.goto('/');
	await page.getByRole('link', { name: 'See where you stand' }).click();
	await expect(page.getByText('You have answered 2 of 8 questions.')).toBeVisible();

	expect(await page.evaluate(() => caches.has('holoscope-1'))).toBe(false);
	await expect(page.goto('/nowhere')).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`every state is accessible and fits 320 px in the ${colorScheme} theme`, async ({
		page
	}) => {
		const check = async () => {
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
		};
		// Colors must have settled before they are compared.
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await page.setViewportSize({ width: 320, height: 640 });
		await page.goto('/assess');
		await expect(page.getByRole('button', { name: 'Start' })).toBeEnabled();
		await check();

		await page.getByLabel(/organization/).fill('Donaudampfschifffahrts'.repeat(5));
		await page.getByRole('button', { name: 'Start' }).click();
		await page.getByRole('button', { name: 'Next' }).click();
		await expect(page.getByText('Choose an answer first')).toBeVisible();
		await check();
		await page.getByRole('radio', { name: 'Not sure' }).click();
		await check();

		await page.goto('/assess?item=check');
		await expect(question(page)).toHaveText('Almost through');
		await check();

		await page.goto('/assess');
		await expect(page.getByText('You have answered 1 of 36')).toBeVisible();
		await check();
		await page.getByRole('button', { name: 'Start again' }).click();
		await expect(page.getByRole('dialog')).toBeVisible();
		await check();
	});
}

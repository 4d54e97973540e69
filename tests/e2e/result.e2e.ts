import { expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { holoscope } from '../../src/lib/content/instruments';
import type { Item } from '../../src/lib/domain/instrument/instrument';
import type { Sheet } from '../../src/lib/domain/sheet';
import { sheetFile } from '../../src/lib/domain/sheet-file';
import { sheetLink } from '../../src/lib/domain/sheet-link';
import { expectAccessible } from '../support/axe';

const RESULT = '/assess/result';
const linkTo = (sheet: Sheet) => `${RESULT}#${sheetLink(holoscope, sheet)}`;
const sentence = (page: Page) => page.getByRole('heading', { level: 1 });

/** A sheet that puts dimensions at a place from 1 (monolith) to 5 (hologram); null is not sure. */
function sheetAt(
	places: Record<string, number | null>,
	differences: Partial<Sheet> = {},
	otherwise: number | null = 3
): Sheet {
	const form = differences.form ?? 'full';
	const answer = ({ dimension, key }: Item) => {
		const place = dimension in places ? places[dimension]! : otherwise;
		return place === null ? null : key === 1 ? place : 6 - place;
	};
	const items = holoscope.forms[form]!.map((id) => holoscope.items.find((item) => item.id === id)!);
	return {
		instrument: holoscope.id,
		edition: holoscope.edition,
		form,
		lens: 'member',
		organization: 'Northwind Foods',
		day: '2026-11-22',
		answers: Object.fromEntries(items.map((item) => [item.id, answer(item)])),
		...differences
	};
}

const typical = sheetAt({ voice: 5, regard: 4, rules: 1, 'outside-in': 2, 'give-and-get': 5 });
const earlier = sheetAt({ voice: 1, rules: 1 }, { day: '2026-05-01' });
const quick = sheetAt({ voice: 5 }, { form: 'quick' });
const longName =
	'Internationale Genossenschaft für Landmaschinen und Dorfentwicklung der Nordprovinzen';

/** Puts sheets on the device, the way a person does. */
async function readIn(page: Page, sheets: readonly Sheet[]) {
	await page.goto(RESULT);
	await page.getByLabel('Choose a JSON file').setInputFiles({
		name: 'results.json',
		mimeType: 'application/json',
		buffer: Buffer.from(sheetFile(sheets))
	});
	await expect(page.getByText(/results? (was|were) read in/).first()).toBeVisible();
}

test('a link opens the same result on another device, without a word to the server', async ({
	page,
	browser,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await readIn(page, [typical]);
	const told = await sentence(page).textContent();
	await page.getByRole('button', { name: 'Copy link' }).click();
	await expect(page.getByText('The link is copied.')).toBeVisible();
	const link = await page.evaluate(() => navigator.clipboard.readText());

	const elsewhere = await (await browser.newContext()).newPage();
	const asked: string[] = [];
	elsewhere.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
	await elsewhere.goto(link);
	await expect(sentence(elsewhere)).toHaveText(told!);
	expect(asked.filter((url) => url.includes('s1-') && !url.startsWith('blob:'))).toEqual(
		// The browser's own note of the page's address; the fragment is cut off before it is sent.
		asked.filter((url) => url === link)
	);

	await expect(elsewhere.getByText('It is not kept on this device.')).toBeVisible();
	await elsewhere.getByRole('button', { name: 'Keep it on this device' }).click();
	await expect(elsewhere.getByText('Kept on this device.')).toBeVisible();
	await elsewhere.goto(RESULT);
	await elsewhere.reload();
	await expect(sentence(elsewhere)).toHaveText(told!);
	await elsewhere.context().close();
});

for (const [name, fragment, heading] of [
	['cut off', sheetLink(holoscope, typical).slice(0, 60), 'This link is damaged'],
	['from a newer version', 's2-abcdef', 'This link is newer than this page'],
	[
		'with other questions',
		sheetLink(holoscope, { ...typical, edition: '2031.1' }),
		'This link holds other questions'
	],
	['to something removed', 'kept-0123456789abcdef', 'This result is no longer here']
] as const) {
	test(`a link ${name} is explained, and leads on`, async ({ page }) => {
		await page.goto(`${RESULT}#${fragment}`);
		await expect(sentence(page)).toHaveText(heading);
		await expectAccessible(page);
		await expect(page.getByRole('link', { name: 'Answer the questions yourself' })).toBeVisible();
	});
}

test('with nothing kept, the page points to the questions', async ({ page }) => {
	await page.goto(RESULT);
	await expect(sentence(page)).toHaveText('No result on this device yet');
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Start answering' }).click();
	await page.waitForURL('/assess');
});

test('results go out as JSON and come back in the same', async ({ page, browser }) => {
	await readIn(page, [earlier, typical]);
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'All results as JSON' }).click();
	const download = await downloading;
	expect(download.suggestedFilename()).toBe('Holoscope results 2026-11-22.json');
	const text = await readFile(await download.path(), 'utf8');
	expect(JSON.parse(text).sheets).toEqual([earlier, typical]);

	const elsewhere = await (await browser.newContext()).newPage();
	await readIn(elsewhere, JSON.parse(text).sheets);
	await expect(sentence(elsewhere)).toHaveText((await sentence(page).textContent())!);
	await expect(
		elsewhere.getByRole('link', { name: 'Open the result of May 1, 2026' })
	).toBeVisible();
	await elsewhere.context().close();
});

test('a result goes out as CSV, one row for each question', async ({ page }) => {
	await page.goto(linkTo(typical));
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'CSV' }).click();
	const download = await downloading;
	expect(download.suggestedFilename()).toBe('Holoscope Northwind Foods 2026-11-22.csv');
	const rows = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
	expect(rows).toHaveLength(37);
	expect(rows[1]).toContain('Almost always');
});

test('a broken file is told with its place, and what is kept stays', async ({ page }) => {
	await readIn(page, [typical]);
	const broken = { sheets: [{ ...typical, answers: { 'voice-1': 9 } }] };
	await page.getByLabel('Choose a JSON file').setInputFiles({
		name: 'broken.json',
		mimeType: 'application/json',
		buffer: Buffer.from(JSON.stringify(broken))
	});
	await expect(page.getByText('sheets[0].answers.voice-1')).toBeVisible();
	await expect(page.getByText('An answer is a whole number from 1 to 5')).toBeVisible();
	await expect(sentence(page)).toContainText('You see your team');
});

test('deleting everything asks first, and then leaves nothing', async ({ page }) => {
	await readIn(page, [earlier, typical]);
	await page.getByRole('button', { name: 'Delete everything on this device' }).click();
	const dialog = page.getByRole('dialog');
	await expect(dialog).toContainText('2 results');
	await expectAccessible(page);
	await dialog.getByRole('button', { name: 'Keep everything' }).click();
	await expect(sentence(page)).toContainText('You see your team');

	await page.getByRole('button', { name: 'Delete everything on this device' }).click();
	await dialog.getByRole('button', { name: 'Delete everything on this device' }).click();
	await expect(page.getByText('Everything on this device was deleted.')).toBeVisible();
	await expect(sentence(page)).toHaveText('No result on this device yet');
	await page.reload();
	await expect(sentence(page)).toHaveText('No result on this device yet');
});

test('the history opens earlier results, tells the change, and undoes a removal', async ({
	page
}) => {
	await readIn(page, [earlier, typical]);
	await expect(
		page.getByRole('heading', { name: 'Nearer to the hologram than last time' })
	).toBeVisible();

	const open = page.getByRole('link', { name: 'Open the result of May 1, 2026' });
	await open.focus();
	await page.keyboard.press('Enter');
	await expect(sentence(page)).toBeFocused();
	await expect(page.getByText('May 1, 2026').first()).toBeVisible();
	await page.goBack();
	await expect(open).toBeVisible();

	await page.getByRole('button', { name: 'Remove the result of May 1, 2026' }).press('Enter');
	await expect(open).toBeHidden();
	await page.keyboard.press('Enter');
	await expect(open).toBeVisible();
});

test('Chart.js comes only when somebody opens a chart', async ({ page }) => {
	const scripts: string[] = [];
	page.on('response', async (response) => {
		if (response.request().resourceType() !== 'script') return;
		const text = await response.text().catch(() => '');
		if (text.includes('RadialLinear') || text.includes('radialLinear'))
			scripts.push(response.url());
	});
	await page.goto(linkTo(typical));
	await expect(sentence(page)).toBeVisible();
	await page.waitForLoadState('networkidle');
	expect(scripts).toEqual([]);

	await page.getByText('See it as one shape').click();
	await expect(page.getByRole('img', { name: /Radar chart/ })).toBeVisible();
	await expect.poll(() => scripts.length).toBeGreaterThan(0);
	await expect(page.getByRole('cell', { name: '± 20' }).first()).toBeVisible();
});

test('the report is asked for once, with the answers and nothing else', async ({ page }) => {
	await readIn(page, [earlier, typical]);
	let sent: any;
	await page.route('/api/v1/report.pdf', async (route) => {
		sent = route.request().postDataJSON();
		await route.fulfill({ contentType: 'application/pdf', body: '%PDF-1.7' });
	});
	await page.getByRole('radio', { name: 'A4' }).check();
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Download PDF' }).click();
	expect((await downloading).suggestedFilename()).toBe('Holoscope Northwind Foods 2026-11-22.pdf');
	expect(sent).toEqual({ sheet: typical, paper: 'a4', earlier: [earlier] });

	await page.route('/api/v1/report.pdf', (route) =>
		route.fulfill({ status: 503, headers: { 'retry-after': '4' }, json: { error: {} } })
	);
	await page.getByRole('button', { name: 'Download PDF' }).click();
	await expect(page.getByText('please try again in 4 seconds')).toBeVisible();
});

test('no policy is broken, and nothing is logged', async ({ page }) => {
	const said: string[] = [];
	page.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) said.push(message.text());
	});
	page.on('pageerror', (error) => said.push(error.message));
	await readIn(page, [earlier, typical]);
	await page.getByText('See it as one shape').click();
	await page.getByRole('heading', { name: 'Kept on this device' }).scrollIntoViewIfNeeded();
	await page.goto(linkTo(quick));
	await expect(sentence(page)).toBeVisible();
	expect(said).toEqual([]);
});

test('a result and its chart open without a connection', async ({ page, context }) => {
	await readIn(page, [earlier, typical]);
	await page.evaluate(async () => void (await navigator.serviceWorker.ready));
	await context.setOffline(true);

	await page.goto(RESULT);
	await expect(sentence(page)).toContainText('You see your team');
	const shape = page.getByRole('group').filter({ hasText: 'See it as one shape' });
	await shape.getByText('See it as one shape').click();
	await expect(shape.getByRole('img', { name: /Radar chart/ })).toBeVisible();
	await expect(shape.getByText('Drawing the chart …')).toBeHidden();
	await page.goto(linkTo(quick));
	await expect(page.getByText('This result came with a link')).toBeVisible();
	await page.getByRole('button', { name: 'Download PDF' }).click();
	await expect(page.getByText('There is no connection to the server.')).toBeVisible();
});

const states: [string, Sheet][] = [
	['a typical result', { ...typical, organization: longName }],
	['all hologram', sheetAt({}, {}, 5)],
	['all monolith', sheetAt({}, {}, 1)],
	['all not sure', sheetAt({}, {}, null)],
	['a missing dimension', sheetAt({ power: null, voice: 5 })],
	['a quick form', quick],
	['a leader’s even picture', sheetAt({}, { lens: 'leader', organization: '' })]
];

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(`in the ${colorScheme} theme`, () => {
		test.use({ colorScheme, viewport: { width: 320, height: 700 } });

		for (const [name, sheet] of states) {
			test(`${name} is accessible and fits 320 px`, async ({ page }) => {
				await page.goto(linkTo(sheet));
				await expect(sentence(page)).not.toHaveText('Your result');
				await expectAccessible(page);
				await expectNoSidewaysScroll(page);
			});
		}

		test('twelve results, with every chart and table open, are accessible and fit', async ({
			page
		}) => {
			const year = Array.from({ length: 11 }, (_, month) =>
				sheetAt(
					{ voice: 1 + (month % 5) },
					{
						day: `2026-${String(month + 1).padStart(2, '0')}-09`,
						form: month % 3 ? 'full' : 'quick'
					}
				)
			);
			await readIn(page, [...year, typical]);
			for (const summary of await page.locator('summary').all()) await summary.click();
			await expect(page.locator('canvas')).toHaveCount(2);
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
		});
	});
}

async function expectNoSidewaysScroll(page: Page) {
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(overflow).toBe(0);
}

import { expect, test, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createDemo, type Demo } from '../../src/cli/demo/create-demo';
import { ZipFileCounter } from '../../src/lib/components/results/zip-files';
import { newRoundSchema } from '../../src/lib/domain/round/new-round';
import { resultsSchema } from '../../src/lib/domain/results/results-schema';
import { createContext, type Context } from '../../src/lib/server/context';
import { readSettings } from '../../src/lib/server/settings';
import { createRound } from '../../src/lib/server/use-cases/create-round';
import { deleteAnswers } from '../../src/lib/server/use-cases/delete-answers';
import { openRound } from '../../src/lib/server/use-cases/open-round';
import { showLinks } from '../../src/lib/server/use-cases/show-links';
import { expectAccessible } from '../support/axe';
import { daysAhead } from '../support/days';

// One organization, made once: making it takes longer than looking at it.
test.describe.configure({ mode: 'default' });

let context: Context;
let demo: Demo;
/** Addresses of the results: of the demo's second round, and of one that is open. */
let second: string;
let open: string;

test.beforeAll(async () => {
	test.setTimeout(120_000);
	context = await createContext(readSettings(process.env));
	demo = await createDemo(context);
	second = `/results/${demo.rounds[1].results}`;
	open = `/results/${await openResultsKey()}`;
});
test.afterAll(() => context.close());

const sentence = (page: Page) => page.getByRole('heading', { level: 1 });

async function openResultsKey(): Promise<string> {
	const closesOn = daysAhead(30);
	const created = await createRound(
		context,
		newRoundSchema.parse({
			organization: 'Lumen',
			form: 'quick',
			contract: {
				version: 1,
				lenses: ['member'],
				cuts: ['whole', 'team'],
				keptUntil: '2099-12-31'
			},
			closesOn,
			teams: [{ name: 'Harbor', headcount: 12 }]
		})
	);
	if (created.refusal !== null) throw new Error(created.refusal);
	await openRound(context, created.organizerToken);
	const shown = await showLinks(context, created.organizerToken);
	if (shown.refusal !== null) throw new Error(shown.refusal);
	return shown.links.find(({ kind }) => kind === 'results')!.token;
}

test('a reader goes from the whole to a team and back to the same place', async ({ page }) => {
	await page.goto(second);
	await expect(sentence(page)).toContainText('People see Northwind Foods');
	await page.getByText('All 12 teams in numbers').click();
	await expect(page).toHaveURL(/\?open=teams$/);
	await page.getByRole('link', { name: 'Finance' }).first().click();
	await expect(sentence(page)).toContainText('Finance sees itself');

	await page.goBack();
	await expect(page.getByRole('table')).toBeVisible();
	await page.reload();
	await expect(page.getByRole('table')).toBeVisible();
});

test('without a mouse, everything opens and leads on', async ({ page }) => {
	await page.goto(second);
	await page.locator('summary').filter({ hasText: 'All 12 teams' }).focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('region', { name: 'All 12 teams in numbers' })).toBeFocused();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(sentence(page)).toContainText('sees itself');
});

test('a hidden team says so, with its rule and a way to talk', async ({ page }) => {
	await page.goto(second);
	await page.getByRole('link', { name: /Legal/ }).last().click();
	await expect(sentence(page)).toHaveText('Legal: talk first, without numbers');
	await expect(page.getByText(/Fewer than 5 answered here/)).toBeVisible();
	expect(await page.locator('main').textContent()).not.toMatch(/±|\d of 100/);
});

test('the ledger lists what was published, and nothing of a hidden team', async ({ page }) => {
	await page.goto(second);
	await page.getByRole('link', { name: 'Read the ledger' }).click();
	await expect(sentence(page)).toHaveText('The ledger');
	await expect(page.getByRole('rowheader', { name: 'Customer support' })).toBeVisible();
	await expect(page.getByRole('rowheader', { name: 'Legal' })).toHaveCount(0);
});

test('the page of one team carries no other team’s numbers', async ({ page }) => {
	await page.goto(second);
	await page.getByRole('link', { name: 'Finance' }).last().click();
	await expect(sentence(page)).toContainText('Finance');
	const html = await (await page.request.get(page.url())).text();
	expect(html).not.toContain('Purchasing');
});

test('comments are on the page of the whole, and do not come with the ledger', async ({
	page: { request }
}) => {
	const some = /\bcomments:\[\{/;
	const read = async (path: string) => (await request.get(path)).text();
	expect(await read(second)).toMatch(some);
	expect(await read(`${second}/ledger`)).not.toMatch(some);
});

test('what workshops told is on the page of the whole, and comes with no other', async ({
	page: { request }
}) => {
	const told = /\btold:\{/;
	const read = async (path: string) => (await request.get(path)).text();
	const whole = await read(second);
	expect(whole).toMatch(told);
	const [team] = /\/results\/[\w-]+\/teams\/[\w-]+/.exec(whole)!;
	for (const path of [team, `${second}/ledger`]) expect(await read(path)).not.toMatch(told);
});

test('comments stand apart: of all teams together, of customers, and of teams where many wrote', async ({
	page
}) => {
	await page.goto(second);
	const card = page.getByRole('region', { name: 'What people added in their own words' });
	await expect(card.getByRole('heading', { name: 'Customers' })).toBeVisible();
	const leaders = card.getByText(/^Fewer than 8 people wrote a comment here/).first();
	await expect(leaders).toBeVisible();
	await expect(card).not.toContainText('More decisions could be made without me');
	const first = await card.getByRole('listitem').allTextContents();
	await page.reload();
	expect(await card.getByRole('listitem').allTextContents()).toEqual(first);

	const csv = await (await page.request.get(`${second}/comments.csv`)).text();
	expect(csv).toContain('I feel trusted. A year ago I did not.');
	expect(csv).not.toContain('More decisions could be made without me');

	await page.getByRole('link', { name: 'Customer support' }).last().click();
	await expect(card).toContainText('I feel trusted. A year ago I did not.');
	await expect(card).not.toContainText('Discounts need four people.');
	await page.goBack();
	await page.waitForURL((url) => !url.pathname.includes('/teams/'));
	await page.getByRole('link', { name: 'Logistics' }).last().click();
	// The page of the whole says the same of its leaders.
	await page.waitForURL(/\/teams\//);
	await expect(card).toContainText('Fewer than 8 people wrote a comment here');
	const html = await (await page.request.get(page.url())).text();
	expect(html).not.toContain('Two systems for one pallet');
});

test('a team that serves itself ever better, and not its customers, is warned', async ({
	page
}) => {
	await page.goto(second);
	await page.getByRole('link', { name: 'Field operations' }).last().click();
	await expect(page.getByRole('heading', { name: /inward/i, level: 3 })).toBeVisible();
});

test('the files carry the same publication, and say what is hidden', async ({ page }) => {
	await page.goto(second);
	const downloading = page.waitForEvent('download');
	await page.getByRole('link', { name: 'CSV for a spreadsheet' }).click();
	const download = await downloading;
	expect(download.suggestedFilename()).toBe('holoscope-results.csv');
	const rows = (await readFile(await download.path(), 'utf8')).split('\r\n');
	expect(rows.find((row) => row.startsWith('Legal,'))).toContain('hidden');

	const file = await (await page.request.get(`${second}/results.json`)).json();
	expect(resultsSchema.safeParse(file).success).toBe(true);
	const report = await page.request.get(`${second}/report.pdf?paper=letter`);
	expect(report.headers()['content-type']).toBe('application/pdf');
	expect(report.headers()['content-disposition']).toContain('Holoscope Northwind Foods');
	expect((await report.body()).subarray(0, 5).toString()).toBe('%PDF-');
	const again = await page.request.get(`${second}/report.pdf?paper=letter`);
	expect((await again.body()).equals(await report.body())).toBe(true);

	const early = await page.request.get(`${open}/results.csv`, { maxRedirects: 0 });
	expect(early.headers()['location']).toBe(open);
});

test('each team has its report, under a name that says whose it is', async ({ page }, info) => {
	await page.goto(second);
	await page.getByRole('link', { name: 'Finance' }).last().click();
	await expect(sentence(page)).toContainText('Finance');
	const downloading = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Report as PDF, US Letter' }).click();
	const download = await downloading;
	expect(download.suggestedFilename()).toMatch(
		/^Holoscope Northwind Foods Finance \d{4}-\d\d-\d\d\.pdf$/
	);
	const path = info.outputPath('team.pdf');
	await download.saveAs(path);
	const run = (tool: string, ...options: string[]) =>
		execFileSync(tool, options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
	expect(run('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found');
	expect(run('pdfinfo', path)).toContain('(letter)');
	const tags = [...run('pdfinfo', '-struct-text', path).matchAll(/^\s*(H\d|TH)\b/gm)];
	expect(tags.filter(([, tag]) => tag === 'H1')).toHaveLength(1);
	expect(tags.some(([, tag]) => tag === 'TH')).toBe(true);
	const text = run('pdftotext', path, '-').replaceAll(/\s+/g, ' ');
	expect(text).toContain('Finance sees itself');
	expect(text).not.toContain('Purchasing');

	const none = await page.request.get(`${second}/teams/none/report.pdf`);
	expect(none.status()).toBe(404);
});

test('all team reports come as one ZIP, and the making can be stopped', async ({ page }) => {
	await page.goto(second);
	const start = page.getByRole('link', { name: 'All team reports as ZIP' });
	await start.click();
	await page.getByRole('button', { name: 'Stop' }).click();
	await expect(page.getByText('Stopped. Nothing was saved.')).toBeVisible();
	await expect(start).toBeFocused();

	const downloading = page.waitForEvent('download');
	await start.click();
	const download = await downloading;
	expect(download.suggestedFilename()).toMatch(/^Holoscope Northwind Foods teams .*\.zip$/);
	await expect(page.getByText('All 12 team reports are in your downloads.')).toBeVisible();
	const bytes = await readFile(await download.path());
	const counter = new ZipFileCounter();
	counter.add(bytes);
	expect(counter.files).toBe(13);
	const again = await page.request.get(`${second}/reports.zip`);
	expect((await again.body()).equals(bytes)).toBe(true);
});

test('the price of control and the shape of answers stand on the page, and in every file', async ({
	page
}) => {
	await page.goto(second);
	const card = page.getByRole('region', { name: 'What may follow from how people work together' });
	await expect(card.getByRole('heading', { name: 'Customers who stay' })).toBeVisible();
	await expect(card).toContainText('One round cannot tell what causes what');
	await card.getByText('All answers in numbers and words').click();
	await expect(card.getByRole('row', { name: /Customers who stay: Customers/ })).toBeVisible();
	await page.getByText('The shapes in numbers and words').click();
	await expect(page.getByRole('row', { name: /Give and get/ }).first()).toBeVisible();
	await expectAccessible(page);

	const csv = await (await page.request.get(`${second}/results.csv`)).text();
	expect(csv).toContain('outcome-stay');
	const file = await (await page.request.get(`${second}/results.json`)).json();
	expect(resultsSchema.parse(file).whole.outcomes).toHaveLength(3);
	expect((await page.request.get(`${second}/report.pdf`)).status()).toBe(200);
});

test('before closing, the page says when results come and how many have finished', async ({
	page
}) => {
	const response = await page.goto(open);
	expect(response!.headers()['cache-control']).toBe('private, no-store');
	await expect(sentence(page)).toHaveText('Results come when this has closed');
	await expect(page.getByText(/fewer than 5 of 12/).first()).toBeVisible();
	await expectAccessible(page);
	await page.goto(`${open}/ledger`);
	await expect(page).toHaveURL(open);
});

test('a link nobody knows, and a team that is not there, are explained', async ({ page }) => {
	expect((await page.goto('/results/nobody-has-made-this-key'))!.status()).toBe(404);
	await expect(sentence(page)).toBeVisible();
	expect((await page.goto(`${second}/teams/none`))!.status()).toBe(404);
});

test('results stay when the answers are deleted', async ({ page }) => {
	const first = `/results/${demo.rounds[0].results}`;
	await page.goto(first);
	const told = await sentence(page).textContent();
	expect(await deleteAnswers(context, demo.rounds[0].organizer)).toBeNull();
	await page.reload();
	await expect(sentence(page)).toHaveText(told!);
	await expect(page.getByText(/The answers were deleted on/)).toBeVisible();
});

test('the map is drawn when it comes near, and its numbers stand in a table', async ({ page }) => {
	await page.goto(second);
	await page.getByRole('heading', { name: /how alike the parts are/ }).scrollIntoViewIfNeeded();
	await expect(page.getByRole('img', { name: /Map of \d+ points/ })).toBeVisible();
	await page.getByText('The map in numbers').click();
	await expect(page.getByRole('region', { name: 'The map in numbers' })).toContainText('Finance');
});

for (const colorScheme of ['light', 'dark'] as const) {
	for (const width of [320, 768, 1280]) {
		test(`reads well at ${width} px, ${colorScheme}`, async ({ browser }) => {
			const visit = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
			const page = await visit.newPage();
			const said: string[] = [];
			page.on('console', (message) => {
				if (['error', 'warning'].includes(message.type())) said.push(message.text());
			});
			const unfolded = '?open=teams&open=profiles&open=map';
			const finance = await page.request
				.get(second)
				.then((response) => response.text())
				.then((html) => /\/teams\/[\w-]+(?="[^>]*><bdi[^>]*>Finance)/.exec(html)![0]);
			for (const address of [second + unfolded, second + finance, `${second}/ledger`]) {
				await page.goto(address);
				await expect(sentence(page)).toBeVisible();
				await expectAccessible(page);
				const over = await page.evaluate(
					() => document.documentElement.scrollWidth - document.documentElement.clientWidth
				);
				expect(over).toBe(0);
			}
			expect(said).toEqual([]);
			await visit.close();
		});
	}
}

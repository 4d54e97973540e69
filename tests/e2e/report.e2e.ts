import { expect, test, type APIRequestContext } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { personReport } from '../../src/lib/domain/report/person-report.ts';
import { holoscope } from '../../src/lib/content/instruments.ts';
import type { Sheet } from '../../src/lib/domain/sheet.ts';
import { typicalSheet } from '../support/person-sheets.ts';
import { differentShares, run } from '../support/report-pages.ts';

const ADDRESS = '/api/v1/report.pdf';

interface Wish {
	sheet: Sheet;
	paper?: 'a4' | 'letter';
	earlier?: Sheet[];
}

async function download(request: APIRequestContext, data: Wish): Promise<Buffer> {
	const response = await request.post(ADDRESS, { data });
	expect(response.status(), await response.text().catch(() => '')).toBe(200);
	expect(response.headers()['content-type']).toBe('application/pdf');
	expect(response.headers()['cache-control']).toBe('no-store');
	return response.body();
}

/** Saves the file for the tools that read it. */
async function saved(request: APIRequestContext, data: Wish): Promise<string> {
	const path = test.info().outputPath('report.pdf');
	writeFileSync(path, await download(request, data));
	return path;
}

test('the report is a sound, tagged file with a title, a language and its own fonts', async ({
	request
}) => {
	const path = await saved(request, { sheet: typicalSheet() });

	expect(run('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found');
	const info = run('pdfinfo', path);
	expect(info).toMatch(/Title:\s+How you see your team: Northwind Foods/);
	expect(info).toMatch(/Tagged:\s+yes/);
	expect(info).toMatch(/Pages:\s+3\n/);
	expect(info).toMatch(/CreationDate:.*Nov 22 00:00:00 2026/);
	expect(info).toContain('(A4)');
	expect(run('qpdf', '--json', path)).toContain('"/Lang": "u:en"');
	expect(run('pdfinfo', '-meta', path)).toContain('<pdfuaid:part>1</pdfuaid:part>');

	const fonts = run('pdffonts', path).trimEnd().split('\n').slice(2);
	expect(fonts).toHaveLength(3);
	// Columns from the right: object ID (two numbers), unicode map, subset, embedded.
	expect(fonts.map((line) => line.trim().split(/\s+/).at(-5))).toEqual(fonts.map(() => 'yes'));
});

test('a screen reader hears one title, sections below it, tables with headers, and what pictures show', async ({
	request
}) => {
	const path = await saved(request, { sheet: typicalSheet() });
	const structure = run('pdfinfo', '-struct-text', path);
	const tags = [...structure.matchAll(/^\s*(H\d|Table|TH|Figure|L)\b/gm)].map(([, tag]) => tag!);

	expect(tags.filter((tag) => tag === 'H1')).toHaveLength(1);
	expect(tags.find((tag) => tag.startsWith('H'))).toBe('H1');
	expect(tags.filter((tag) => tag === 'H3')).toHaveLength(3);
	expect(tags.filter((tag) => tag === 'Table')).toHaveLength(2);
	expect(tags).toContain('TH');
	expect(run('pdfinfo', '-struct', path)).toMatch(/Figure/);
	expect(run('qpdf', '--json', path)).toContain('A marker stands at');
});

test('the text comes in the order it is meant to be read', async ({ request }) => {
	const path = await saved(request, {
		sheet: typicalSheet(),
		earlier: [typicalSheet({ day: '2026-05-01' }, 4)]
	});
	const text = run('pdftotext', path, '-').replaceAll(/\s+/g, ' ');
	const inOrder = [
		'Northwind Foods',
		'You see your team',
		'of 100, give or take',
		'One thing to try this week',
		'Rules above relationships',
		'What stands out, and what to try',
		'Since last time',
		'Inward and outward',
		'What this is, and what it is not',
		'Your answers',
		'Earlier results',
		'Method'
	];
	const places = inOrder.map((words) => text.indexOf(words));
	expect(places).toEqual(places.toSorted((a, b) => a - b));
	expect(places[0]).toBeGreaterThanOrEqual(0);
});

test('the attached numbers are those of the page, and recompute the report', async ({
	request
}) => {
	const sheet = typicalSheet();
	const path = await saved(request, { sheet });
	const attached = run('qpdf', '--show-attachment=holoscope-2026-11-22.json', path);

	expect(JSON.parse(attached)).toMatchObject({
		sheet,
		scores: personReport(holoscope, sheet).score
	});
});

test('the same answers give the same bytes', async ({ request }) => {
	const wish: Wish = { sheet: typicalSheet(), paper: 'letter' };
	const first = await download(request, wish);
	await download(request, { sheet: typicalSheet({ organization: 'Another' }) });

	expect((await download(request, wish)).equals(first)).toBe(true);
});

test('US Letter fits on as many pages', async ({ request }) => {
	const info = run('pdfinfo', await saved(request, { sheet: typicalSheet(), paper: 'letter' }));
	expect(info).toContain('(letter)');
	expect(info).toMatch(/Pages:\s+3\n/);
});

test('every page looks as approved', async ({ request }) => {
	const path = await saved(request, { sheet: typicalSheet() });
	const shares = await differentShares(path, {
		approved: join(import.meta.dirname, 'report-approved'),
		scratch: test.info().outputPath('pages')
	});
	expect(Object.keys(shares)).toHaveLength(3);
	// Another version of the drawing tool smooths edges differently; a moved line is more than this.
	for (const [page, share] of Object.entries(shares)) expect(share, page).toBeLessThan(0.004);
});

test('names in other scripts print in our own fonts', async ({ request }) => {
	const names = [
		'北風食品株式会社 ノースウィンド',
		'شركة الشمال',
		'מזון הצפון',
		'북풍 식품',
		'Öl & Söhne 🌱'
	];
	for (const organization of names) {
		const path = await saved(request, { sheet: typicalSheet({ organization }) });
		const fonts = run('pdffonts', path);
		const strangers = fonts
			.split('\n')
			.slice(2)
			.filter((line) => line && !/Source|Holoscope/.test(line));
		expect(strangers).toEqual([]);
	}
});

test('what people write is printed, never run', async ({ request }) => {
	const organization = '#import "x" $ \\ *b* _i_ \u202e\u0007 end';
	const path = await saved(request, { sheet: typicalSheet({ organization }) });
	expect(run('pdftotext', path, '-')).toContain('#import "x" $ \\ *b* _i_ end');
});

test.describe('what cannot be a report is refused', () => {
	test('with the path and the reason', async ({ request }) => {
		const sheet = { ...typicalSheet(), answers: { 'voice-1': 9 } };
		const response = await request.post(ADDRESS, { data: { sheet } });
		expect(response.status()).toBe(422);
		expect((await response.json()).error).toMatchObject({
			code: 'invalid',
			problems: [{ path: 'sheet.answers.voice-1' }]
		});
	});

	test('when it is a megabyte', async ({ request }) => {
		const sheet = typicalSheet({ organization: 'x'.repeat(1_000_000) });
		expect((await request.post(ADDRESS, { data: { sheet } })).status()).toBe(413);
	});

	test('when it is not JSON', async ({ request }) => {
		const broken = await request.post(ADDRESS, {
			headers: { 'content-type': 'application/json' },
			data: Buffer.from('{"sheet":')
		});
		expect(broken.status()).toBe(400);
		const text = await request.post(ADDRESS, {
			headers: { 'content-type': 'text/csv' },
			data: 'a,b'
		});
		expect(text.status()).toBe(415);
	});
});

test('other pages are served while reports are made', async ({ request }) => {
	const reports = Array.from({ length: 6 }, (_, at) =>
		download(request, { sheet: typicalSheet({ organization: `Team ${at}` }) })
	);
	const start = performance.now();
	expect((await request.get('/manifest.webmanifest')).ok()).toBe(true);
	expect(performance.now() - start).toBeLessThan(1_000);
	await Promise.all(reports);
});

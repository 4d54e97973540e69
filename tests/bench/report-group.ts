import { chromium, type Page } from '@playwright/test';
import { existsSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { holoscope } from '../../src/lib/content/instruments.ts';
import type { ReportDocument } from '../../src/lib/content/report/document.ts';
import { groupDocument } from '../../src/lib/content/report/group-document.ts';
import { reportOfTeam } from '../../src/lib/domain/report/report-of-results.ts';
import { createReportRenderer } from '../../src/lib/server/report/renderer.ts';
import { manyTeams } from '../support/results.ts';
import { htmlOf, shellHtml } from './report/html.ts';
import { pdfmakePrinter } from './report/pdfmake.ts';
import { picturesOf, type Pictures } from './report/pictures.ts';
import { processorTime } from './report/processor-time.ts';
import { reactPdfPrinter } from './report/react-pdf.ts';

/**
 * The report of a team beside Chromium, pdfmake and @react-pdf/renderer printing the same words and pictures: all warm,
 * new content each time, one after the other in each round. The pictures are drawn for the others beforehand and by
 * ours within its time; ours alone and Chromium write tags.
 *
 *     npm install --prefix tests/bench
 *     node tests/bench/report-group.ts [rounds] [folder for one file of each]
 */
const rounds = Number(process.argv[2] ?? 30);
const folder = process.argv[3];
const WARM_UP = 5;
const SETTLE_MS = 100;

type Print = (report: ReportDocument, pictures: Pictures) => Promise<Uint8Array>;

const renderer = createReportRenderer({ workers: 1 });
const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM ?? ['/usr/bin/chromium'].find(existsSync),
	args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
});
const printers: Record<string, Print> = {
	ours: async (report) => {
		const made = await renderer.render(report);
		if (!made.ok) throw new Error(made.refusal);
		return made.pdf;
	},
	chromium: chromiumPrinter(await shellPage()),
	...(await installed('pdfmake', pdfmakePrinter)),
	...(await installed('@react-pdf/renderer', reactPdfPrinter))
};

const times = new Map(Object.keys(printers).map((name) => [name, [] as number[]]));
const processor = new Map(Object.keys(printers).map((name) => [name, [] as number[]]));
const files = new Map<string, Uint8Array>();
for (let round = 0; round < rounds + WARM_UP; round++) {
	const report = reportOf(round);
	const pictures = picturesOf(report);
	for (const [name, print] of Object.entries(printers)) {
		// What one leaves to tidy up (pdfmake and react-pdf leave much) is not charged to the next.
		await pause(SETTLE_MS);
		const used = processorTime();
		const start = performance.now();
		files.set(name, await print(report, pictures));
		const time = performance.now() - start;
		const busy = processorTime() - used;
		if (round < WARM_UP) continue;
		times.get(name)!.push(time);
		processor.get(name)!.push(busy);
	}
}
await browser.close();
await renderer.close();

const ours = median(times.get('ours')!);
const oursBusy = mean(processor.get('ours')!);
console.log(`report of a team, warm, new content each time, median of ${rounds}; processor: mean`);
for (const [name, durations] of times) {
	const time = median(durations);
	const busy = mean(processor.get(name)!);
	const busyRatio = (busy / oursBusy).toFixed(2);
	const size = (files.get(name)!.length / 1000).toFixed(0);
	console.log(
		`  ${name.padEnd(20)} ${time.toFixed(1).padStart(7)} ms (${(time / ours).toFixed(2)} times ours), ` +
			`processor ${busy.toFixed(1).padStart(7)} ms (${busyRatio}), ${size} kB`
	);
	if (folder) writeFileSync(`${folder}/${name.replaceAll(/\W/g, '')}.pdf`, files.get(name)!);
}

function reportOf(round: number): ReportDocument {
	const results = manyTeams(60);
	const shown = results.teams.filter(({ overall }) => overall.mean.as !== 'hidden');
	const team = { ...shown[round % shown.length]!, name: `Branch ${round} of ${rounds}` };
	const promises = [1, 2, 3].map((number) => ({
		team: team.id,
		words: `Ask customer ${round * number} every Monday`,
		serves: 'They hear from us before they complain',
		dimension: 'voice',
		dueOn: '2026-12-20'
	}));
	const report = reportOfTeam({ ...results, promises }, team, '2026-11-20');
	return groupDocument({ instrument: holoscope, report, paper: 'a4' });
}

async function shellPage(): Promise<Page> {
	const page = await browser.newPage();
	// The fonts are loaded once, as in a browser that stays open; only the content is new each time.
	await page.setContent(shellHtml(), { waitUntil: 'load' });
	await page.evaluate(() => document.fonts.ready);
	return page;
}

function chromiumPrinter(page: Page): Print {
	return async (report, pictures) => {
		const html = htmlOf(report, pictures);
		await page.evaluate((body) => void (document.body.innerHTML = body), html);
		return page.pdf({ format: 'A4', tagged: true, outline: true, printBackground: true });
	};
}

async function installed(
	name: string,
	makePrinter: () => Promise<Print>
): Promise<Record<string, Print>> {
	try {
		return { [name]: await makePrinter() };
	} catch (problem) {
		if ((problem as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw problem;
		console.log(`Without ${name}: npm install --prefix tests/bench`);
		return {};
	}
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

import { chromium } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { holoscope } from '../../src/lib/content/instruments.ts';
import type { ReportDocument } from '../../src/lib/content/report/document.ts';
import { personDocument } from '../../src/lib/content/report/person-document.ts';
import { personReport } from '../../src/lib/domain/report/person-report.ts';
import { createReportRenderer } from '../../src/lib/server/report/renderer.ts';
import { typicalSheet } from '../support/person-sheets.ts';
import { htmlOf, shellHtml } from './report/html.ts';
import { picturesOf } from './report/pictures.ts';

/**
 * Personal reports beside Chromium printing the same content, both warm, new content each time; then five
 * hundred reports through the built server with one worker, watching its memory.
 *
 *     node tests/bench/report-pdf.ts [rounds] [reports]      (after npm run build)
 */
const [rounds = 40, reports = 500] = process.argv.slice(2).map(Number);
const WARM_UP = 8;

await sideBySide();
if (reports > 0) await memoryOfTheServer();

async function sideBySide(): Promise<void> {
	const renderer = createReportRenderer({ workers: 1 });
	const browser = await chromium.launch({
		executablePath: process.env.CHROMIUM ?? ['/usr/bin/chromium'].find(existsSync),
		args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
	});
	const page = await browser.newPage();
	// The fonts are loaded once, as in a browser that stays open; only the content is new each time.
	await page.setContent(shellHtml(), { waitUntil: 'load' });
	await page.evaluate(() => document.fonts.ready);
	const ours: number[] = [];
	const chromiums: number[] = [];
	for (let round = 0; round < rounds + WARM_UP; round++) {
		const report = reportOf(round);
		const mine = await timed(async () => {
			const made = await renderer.render(reportOf(round));
			if (!made.ok) throw new Error(made.refusal);
		});
		const html = htmlOf(report, picturesOf(report));
		const theirs = await timed(async () => {
			await page.evaluate((body) => void (document.body.innerHTML = body), html);
			await page.pdf({ format: 'A4', tagged: true, outline: true, printBackground: true });
		});
		if (round < WARM_UP) continue;
		ours.push(mine);
		chromiums.push(theirs);
	}
	await browser.close();
	await renderer.close();
	console.log(`personal report, median of ${rounds}, words and charts included:`);
	console.log(`  ours      ${median(ours).toFixed(1)} ms`);
	console.log(`  Chromium  ${median(chromiums).toFixed(1)} ms (charts drawn for it beforehand)`);
	console.log(`  ratio     ${(median(chromiums) / median(ours)).toFixed(2)}`);
}

async function memoryOfTheServer(): Promise<void> {
	const port = process.env.TEST_PORT ?? '4174';
	const server = spawn(process.execPath, ['src/cli/start.ts'], {
		env: { ...process.env, PORT: port, REPORT_WORKERS: '1' },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	await once(server.stdout, 'data');
	const address = `http://127.0.0.1:${port}/api/v1/report.pdf`;
	await fetch(`http://127.0.0.1:${port}/`);
	console.log(`the server with one worker, over ${reports} reports:`);
	console.log(`  before    ${residentMegabytes(server.pid!)} MB`);
	const durations: number[] = [];
	for (let at = 0; at < reports; at++) {
		const sheet = typicalSheet({ organization: `Organization ${at}` }, at);
		durations.push(
			await timed(async () => {
				const response = await fetch(address, {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify({ sheet })
				});
				await response.arrayBuffer();
				if (!response.ok) throw new Error(String(response.status));
			})
		);
		if ([1, 50, 100, 200, 300, 400, reports].includes(at + 1)) {
			console.log(`  after ${String(at + 1).padStart(4)} ${residentMegabytes(server.pid!)} MB`);
		}
	}
	console.log(`  median    ${median(durations).toFixed(1)} ms from request to the last byte`);
	server.kill('SIGTERM');
	await once(server, 'exit');
}

function reportOf(seed: number): ReportDocument {
	const sheet = typicalSheet({ organization: `Organization ${seed}` }, seed);
	const report = personReport(holoscope, sheet);
	return personDocument({ instrument: holoscope, report, earlier: [], paper: 'a4' });
}

async function timed(work: () => Promise<void>): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}

function median(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** Linux tells it of other processes. */
function residentMegabytes(pid: number): string {
	const kibibytes = readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)![1];
	return ((Number(kibibytes) * 1024) / 1e6).toFixed(0);
}

import { chromium } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { holoscope } from '../../src/lib/content/instruments.ts';
import type { ReportBlock, ReportDocument } from '../../src/lib/content/report/document.ts';
import { personDocument } from '../../src/lib/content/report/person-document.ts';
import { personReport } from '../../src/lib/domain/report/person-report.ts';
import { createReportRenderer } from '../../src/lib/server/report/renderer.ts';
import { radarDrawing, spectrumDrawing } from '../../src/lib/server/report/drawings.ts';
import { typicalSheet } from '../support/person-sheets.ts';

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
		const html = htmlOf(report);
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

/** The same fonts as ours, and a page that looks about the same. */
function shellHtml(): string {
	const require = createRequire(import.meta.url);
	const face = (family: string, weight: number, file: string) => {
		const font = readFileSync(require.resolve(`@expo-google-fonts/${file}`)).toString('base64');
		return `@font-face{font-family:${family};font-weight:${weight};src:url(data:font/ttf;base64,${font})}`;
	};
	return `<!doctype html><html lang="en"><meta charset="utf-8"><title>How you see your team</title><style>
${face('Sans', 400, 'source-sans-3/400Regular/SourceSans3_400Regular.ttf')}
${face('Sans', 600, 'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf')}
${face('Serif', 600, 'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf')}
@page{margin:20mm}body{font:9.5pt Sans}b,th{font-weight:600}h1,h2,h3{font:600 15pt Serif}h1{font-size:26pt}
table{width:100%;border-collapse:collapse;font-size:8pt}td,th{text-align:left;border-bottom:.4pt solid #ddd}
.row{display:grid;grid-template-columns:1fr 1fr;gap:8mm}section.page{break-before:page}svg{width:100%}
</style><body></body></html>`;
}

function htmlOf(report: ReportDocument): string {
	return `<p><b>${escaped(report.name)}</b></p><p>${report.facts.map(escaped).join(' · ')}</p>
<h1>${escaped(report.heading)}</h1><p>${report.lead.map(escaped).join(' ')}</p>
${report.blocks.map((block) => blockHtml(block)).join('')}`;
}

function blockHtml(block: ReportBlock, level = 2): string {
	const all = (blocks: ReportBlock[], deeper = level) =>
		blocks.map((one) => blockHtml(one, deeper)).join('');
	switch (block.kind) {
		case 'text':
			return `<p>${escaped(block.text)}</p>`;
		case 'list':
			return `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
		case 'act':
			return `<p><b>${escaped(block.title)}</b></p><p>${escaped(block.text)}</p>`;
		case 'spectrum':
			return spectrumDrawing({ width: 960, height: 110 });
		case 'radar':
			return radarDrawing(block, { width: 310, height: 260 });
		case 'rails':
			return tableHtml(
				Object.values(block.columns),
				block.lines.map(({ name, score, label, marginLabel, answered }) => [
					name,
					String(score ?? ''),
					label,
					marginLabel,
					answered
				])
			);
		case 'quotes':
			return block.items.map((words) => `<blockquote>${escaped(words)}</blockquote>`).join('');
		case 'map':
		case 'index':
		case 'change':
		case 'plates':
		case 'votes':
			return '';
		case 'scores':
			return tableHtml(
				Object.values(block.columns),
				block.lines.map(({ name, low, high, label, marginLabel, answered, score }) => [
					name,
					low,
					String(score ?? ''),
					high,
					label,
					marginLabel,
					answered
				])
			);
		case 'poles':
			return block.entries
				.map(
					({ name, place, low, high, practices }) =>
						`<h3>${escaped(name)}</h3><p>${escaped(place)}</p><div class="row"><p><b>${escaped(low.label)}</b> ${escaped(low.text)}</p><p><b>${escaped(high.label)}</b> ${escaped(high.text)}</p></div><div class="row">${practices.map(({ title, text, sign }) => `<p><b>${escaped(title)}</b> ${escaped(text)} <i>${escaped(sign)}</i></p>`).join('')}</div>`
				)
				.join('');
		case 'table':
			return tableHtml(
				block.columns.map(({ label }) => label),
				block.rows
			);
		case 'section':
			return `<section class="${block.startsPage ? 'page' : ''}"><h${level}>${escaped(block.heading)}</h${level}>${all(block.blocks, level + 1)}</section>`;
		case 'beside':
			return `<div class="row"><div>${all(block.left)}</div><div>${all(block.right)}</div></div>`;
		case 'columns':
			return `<div class="row">${block.columns.map((column) => `<div>${all(column)}</div>`).join('')}</div>`;
	}
}

function tableHtml(head: string[], rows: string[][]): string {
	const cells = (row: string[], tag: string) =>
		`<tr>${row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
	return `<table><thead>${cells(head, 'th')}</thead>${rows.map((row) => cells(row, 'td')).join('')}</table>`;
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

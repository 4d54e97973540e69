import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ReportBlock, ReportDocument } from '../../../src/lib/content/report/document.ts';
import { tableOf, type Pictures } from './pictures.ts';

const require = createRequire(import.meta.url);

/** The same fonts as ours, and a page that looks about the same. */
export function shellHtml(): string {
	const face = (family: string, weight: number, file: string) => {
		const font = readFileSync(require.resolve(`@expo-google-fonts/${file}`)).toString('base64');
		return `@font-face{font-family:${family};font-weight:${weight};src:url(data:font/ttf;base64,${font})}`;
	};
	return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Report</title><style>
${face('Sans', 400, 'source-sans-3/400Regular/SourceSans3_400Regular.ttf')}
${face('Sans', 600, 'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf')}
${face('Serif', 600, 'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf')}
@page{margin:20mm}body{font:9.5pt Sans}b,th{font-weight:600}h1,h2,h3{font:600 15pt Serif}h1{font-size:26pt}
table{width:100%;border-collapse:collapse;font-size:8pt}td,th{text-align:left;border-bottom:.4pt solid #ddd}
.row{display:grid;grid-template-columns:1fr 1fr;gap:8mm}section.page{break-before:page}svg{width:100%}
.plates{display:grid;grid-template-columns:repeat(4,1fr)}
</style><body></body></html>`;
}

export function htmlOf(report: ReportDocument, pictures: Pictures): string {
	return `<p><b>${escaped(report.name)}</b></p><p>${report.facts.map(escaped).join(' · ')}</p>
<h1>${escaped(report.heading)}</h1><p>${report.lead.map(escaped).join(' ')}</p>
${report.blocks.map((block) => blockHtml(block, pictures)).join('')}`;
}

function blockHtml(block: ReportBlock, pictures: Pictures, level = 2): string {
	const all = (blocks: ReportBlock[], deeper = level) =>
		blocks.map((one) => blockHtml(one, pictures, deeper)).join('');
	const table = tableOf(block);
	if (table) return tableHtml(table.head, table.rows);
	switch (block.kind) {
		case 'text':
			return `<p>${escaped(block.text)}</p>`;
		case 'list':
			return `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
		case 'quotes':
			return block.items.map((words) => `<blockquote>${escaped(words)}</blockquote>`).join('');
		case 'act':
			return `<p><b>${escaped(block.title)}</b></p><p>${escaped(block.text)}</p>`;
		case 'poles':
			return block.entries
				.map(
					({ name, place, low, high, practices }) =>
						`<h3>${escaped(name)}</h3><p>${escaped(place)}</p><div class="row"><p><b>${escaped(low.label)}</b> ${escaped(low.text)}</p><p><b>${escaped(high.label)}</b> ${escaped(high.text)}</p></div><div class="row">${practices.map(({ title, text, sign }) => `<p><b>${escaped(title)}</b> ${escaped(text)} <i>${escaped(sign)}</i></p>`).join('')}</div>`
				)
				.join('');
		case 'section':
			return `<section class="${block.startsPage ? 'page' : ''}"><h${level}>${escaped(block.heading)}</h${level}>${all(block.blocks, level + 1)}</section>`;
		case 'beside':
			return `<div class="row"><div>${all(block.left)}</div><div>${all(block.right)}</div></div>`;
		case 'columns':
			return `<div class="row">${block.columns.map((column) => `<div>${all(column)}</div>`).join('')}</div>`;
		default:
			return `<div class="${block.kind}">${(pictures.get(block) ?? []).join('')}</div>`;
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

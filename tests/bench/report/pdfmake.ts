import { createRequire } from 'node:module';
import type { ReportBlock, ReportDocument } from '../../../src/lib/content/report/document.ts';
import { tableOf, type Pictures } from './pictures.ts';

type Content = object | string;

const require = createRequire(import.meta.url);
const font = (file: string) => require.resolve(`@expo-google-fonts/${file}`);

/** What pdfmake can do of a report: words, lists, tables, columns and drawings; no tags. */
export async function pdfmakePrinter() {
	// Its package is there only for whoever has installed it.
	const name = 'pdfmake';
	const { default: pdfmake } = await import(name);
	pdfmake.setUrlAccessPolicy(() => false);
	pdfmake.setLocalAccessPolicy(() => true);
	pdfmake.setFonts({
		Sans: {
			normal: font('source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
			bold: font('source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf')
		},
		Serif: { normal: font('source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf') }
	});
	return (report: ReportDocument, pictures: Pictures): Promise<Buffer> =>
		pdfmake.createPdf(definitionOf(report, pictures)).getBuffer();
}

function definitionOf(report: ReportDocument, pictures: Pictures) {
	return {
		info: { title: report.title },
		pageSize: 'A4',
		pageMargins: [57, 57, 57, 57],
		defaultStyle: { font: 'Sans', fontSize: 9.5 },
		styles: {
			h1: { font: 'Serif', fontSize: 26, margin: [0, 6, 0, 10] },
			h2: { font: 'Serif', fontSize: 15.5, margin: [0, 16, 0, 8] },
			h3: { font: 'Serif', fontSize: 12, margin: [0, 10, 0, 6] },
			h4: { font: 'Serif', fontSize: 10, margin: [0, 8, 0, 5] }
		},
		footer: (page: number, pages: number) => ({
			text: `${report.footer} ${page} / ${pages}`,
			margin: [57, 20]
		}),
		content: [
			{ text: report.name, bold: true },
			report.facts.join(' · '),
			{ text: report.heading, style: 'h1' },
			...report.lead,
			...report.blocks.map((block) => contentOf(block, pictures))
		]
	};
}

function contentOf(block: ReportBlock, pictures: Pictures, level = 2): Content {
	const all = (blocks: readonly ReportBlock[], deeper = level) =>
		blocks.map((one) => contentOf(one, pictures, deeper));
	const table = tableOf(block);
	if (table) return tableContent(table.head, table.rows);
	switch (block.kind) {
		case 'text':
			return { text: block.text, margin: [0, 0, 0, 5] };
		case 'list':
		case 'quotes':
			return { ul: block.items };
		case 'act':
			return [{ text: block.title, style: 'h3' }, block.text];
		case 'poles':
			return block.entries.map(({ name, place, low, high, practices }) => [
				{ text: name, style: 'h3' },
				place,
				{ columns: [low, high].map(({ label, text }) => [{ text: label, bold: true }, text]) },
				{
					columns: practices.map(({ title, text, sign }) => [
						{ text: title, bold: true },
						text,
						sign
					])
				}
			]);
		case 'section':
			return [
				{
					text: block.heading,
					style: `h${level}`,
					...(block.startsPage ? { pageBreak: 'before' } : {})
				},
				...all(block.blocks, level + 1)
			];
		case 'beside':
			return { columns: [all(block.left), { width: 190, stack: all(block.right) }] };
		case 'columns':
			return { columns: block.columns.map((column) => all(column)), columnGap: 22 };
		default: {
			const width = block.kind === 'spectrum' ? 480 : block.kind === 'plates' ? 85 : 185;
			return (pictures.get(block) ?? []).map((svg) => ({ svg, width }));
		}
	}
}

function tableContent(head: string[], rows: string[][]): Content {
	return {
		fontSize: 8,
		layout: 'lightHorizontalLines',
		table: {
			headerRows: 1,
			widths: head.map(() => '*'),
			// It writes into the rows that it is given.
			body: [head.map((text) => ({ text, bold: true })), ...rows.map((row) => [...row])]
		}
	};
}

import { createRequire } from 'node:module';
import type { ReportBlock, ReportDocument } from '../../../src/lib/content/report/document.ts';
import { tableOf, type Pictures } from './pictures.ts';

const require = createRequire(import.meta.url);
const font = (file: string) => require.resolve(`@expo-google-fonts/${file}`);

type Element = object;
type Make = (type: unknown, props: object | null, ...children: unknown[]) => Element;

const TAGS: Record<string, string> = {
	circle: 'Circle',
	clipPath: 'ClipPath',
	defs: 'Defs',
	g: 'G',
	line: 'Line',
	linearGradient: 'LinearGradient',
	path: 'Path',
	rect: 'Rect',
	stop: 'Stop',
	svg: 'Svg',
	text: 'Text'
};

/** What @react-pdf/renderer can do of a report: words, tables of boxes, and drawings; no tags. */
export async function reactPdfPrinter() {
	// Their packages are there only for whoever has installed them.
	const [rendererName, reactName] = ['@react-pdf/renderer', 'react'];
	const kit = await import(rendererName);
	const { createElement } = (await import(reactName)).default as { createElement: Make };
	const fonts = [
		['Sans', 400, 'source-sans-3/400Regular/SourceSans3_400Regular.ttf'],
		['Sans', 600, 'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'],
		// As the drawings name them.
		['Source Sans 3', 400, 'source-sans-3/400Regular/SourceSans3_400Regular.ttf'],
		['Source Sans 3', 600, 'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'],
		['Serif', 600, 'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf']
	] as const;
	for (const [family, fontWeight, file] of fonts)
		kit.Font.register({ family, fontWeight, src: font(file) });

	const view = (style: object, ...children: unknown[]) =>
		createElement(kit.View, { style }, ...children);
	const say = (words: string, style: object = {}) =>
		createElement(kit.Text, { style: { marginBottom: 4, ...style } }, words);
	const heading = (words: string, fontSize: number) =>
		say(words, { fontFamily: 'Serif', fontWeight: 600, fontSize, marginTop: 10, marginBottom: 6 });
	const row = (style: object, ...children: unknown[]) =>
		view({ flexDirection: 'row', ...style }, ...children);

	function tableBox(head: string[], rows: string[][]): Element {
		const line = (cells: string[], style: object) =>
			row(
				{ borderBottom: 0.4, borderColor: '#ddd', ...style },
				...cells.map((cell) => say(cell, { flex: 1, fontSize: 8, marginBottom: 0 }))
			);
		return view({}, line(head, { fontWeight: 600 }), ...rows.map((cells) => line(cells, {})));
	}

	function boxOf(block: ReportBlock, pictures: Pictures, level = 2): Element {
		const all = (blocks: readonly ReportBlock[], deeper = level) =>
			blocks.map((one) => boxOf(one, pictures, deeper));
		const table = tableOf(block);
		if (table) return tableBox(table.head, table.rows);
		switch (block.kind) {
			case 'text':
				return say(block.text);
			case 'list':
			case 'quotes':
				return view({}, ...block.items.map((item) => say(`– ${item}`)));
			case 'act':
				return view({}, heading(block.title, 12), say(block.text));
			case 'poles':
				return view(
					{},
					...block.entries.map(({ name, place, low, high, practices }) =>
						view(
							{},
							heading(name, 12),
							say(place),
							row(
								{},
								...[low, high].map(({ label, text }) =>
									view({ flex: 1 }, say(label, { fontWeight: 600 }), say(text))
								)
							),
							row(
								{},
								...practices.map(({ title, text, sign }) =>
									view({ flex: 1 }, say(title, { fontWeight: 600 }), say(text), say(sign))
								)
							)
						)
					)
				);
			case 'section':
				return createElement(
					kit.View,
					{ break: block.startsPage ?? false },
					heading(block.heading, level === 2 ? 15.5 : 12),
					...all(block.blocks, level + 1)
				);
			case 'beside':
				return row(
					{},
					view({ flex: 1 }, ...all(block.left)),
					view({ width: 190 }, ...all(block.right))
				);
			case 'columns':
				return row({}, ...block.columns.map((column) => view({ flex: 1 }, ...all(column))));
			default: {
				const width = block.kind === 'spectrum' ? 480 : block.kind === 'plates' ? 85 : 185;
				const drawings = (pictures.get(block) ?? []).map((svg) => drawing(svg, width));
				return row({ flexWrap: 'wrap' }, ...drawings);
			}
		}
	}

	/** Drawings come as text; here they are elements. */
	function drawing(svg: string, width: number): Element {
		const open: { type: unknown; props: Record<string, unknown>; children: unknown[] }[] = [];
		for (const [, close, tag, attributes, isEmpty, words] of svg.matchAll(
			/<(\/?)(\w+)([^>]*?)(\/?)>([^<]*)/g
		)) {
			const type = kit[TAGS[tag!] ?? 'G'];
			if (!close)
				open.push({
					type,
					props: propsOf(attributes!, tag!, width),
					children: words ? [words] : []
				});
			if (!close && !isEmpty) continue;
			const { type: done, props, children } = open.pop()!;
			const element = createElement(done, props, ...children);
			const parent = open.at(-1);
			if (!parent) return element;
			parent.children.push(element);
		}
		throw new Error('The drawing does not end.');
	}

	return async (report: ReportDocument, pictures: Pictures): Promise<Buffer> => {
		const page = createElement(
			kit.Page,
			{ size: 'A4', style: { padding: 57, fontFamily: 'Sans', fontSize: 9.5 } },
			say(report.name, { fontWeight: 600 }),
			say(report.facts.join(' · ')),
			heading(report.heading, 26),
			...report.lead.map((words) => say(words)),
			...report.blocks.map((block) => boxOf(block, pictures)),
			createElement(kit.Text, {
				fixed: true,
				style: { position: 'absolute', bottom: 25, left: 57 },
				render: ({ pageNumber, totalPages }: { pageNumber: number; totalPages: number }) =>
					`${report.footer} ${pageNumber} / ${totalPages}`
			})
		);
		return kit.renderToBuffer(createElement(kit.Document, { title: report.title }, page));
	};
}

function propsOf(attributes: string, tag: string, width: number): Record<string, unknown> {
	const props = Object.fromEntries(
		[...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [
			name!.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
			value!
		])
	);
	if (tag !== 'svg') return props;
	const { width: wide, height: high } = props;
	const viewBox = props.viewBox ?? `0 0 ${wide} ${high}`;
	const [, , across, down] = viewBox.split(' ').map(Number);
	return { viewBox, width, height: (width * down!) / across! };
}

import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { join } from 'node:path';
import type { RailsBlock, ReportBlock, ReportDocument } from '../../content/report/document.ts';
import {
	changeDrawing,
	mapDrawing,
	plateDrawing,
	radarDrawing,
	spectrumDrawing,
	voteDrawing
} from './drawings.ts';
import { fallbackFamilies, loadFonts } from './fonts.ts';
import type { Coverage } from './glyph-coverage.ts';
import { networkDrawing } from './network-drawing.ts';
import { printable, printableAll, SOFT_HYPHEN } from './printable.ts';
import { shapeDrawing } from './shape-drawing.ts';
import { svgOf } from './svg.ts';
import { textWidth } from './text-width.ts';

export interface Typesetter {
	/** The report as PDF/UA-1, or what the compiler says against it. */
	typeset(report: ReportDocument): { pdf: Uint8Array } | { problem: string };
}

const TEMPLATES = join(import.meta.dirname, 'templates');
const MAIN = join(TEMPLATES, 'report.typ');
/** What the templates read; in memory only. */
const REPORT = join(TEMPLATES, 'report.json');
const FAMILIES = join(TEMPLATES, 'families.json');
/** Looking through what is kept takes longer than a millisecond, so it waits for some three reports of teams, or a long one. */
const CHARACTERS_APART = 150_000;
/** What no report used between two looks is let go, so that memory stays flat; what reports share is kept. */
const MOST_UNUSED = 1;

/** Loads the fonts once; each report after that takes milliseconds. Not for the event loop: it blocks. */
export function createTypesetter(): Typesetter {
	const { paths, coverages } = loadFonts();
	const compiler = NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontPaths: paths }] });
	let characters = 0;

	return {
		typeset(report) {
			const { data, branding, ...words } = report;
			const shown = printableAll(words, coverages);
			// Readers show it in their window, where no line ends.
			const title = shown.title.replaceAll(SOFT_HYPHEN, '');
			const inputs = JSON.stringify({
				...shown,
				title,
				blocks: shown.blocks.map(drawn),
				branding: brandingOf(branding, coverages),
				// Attached as it came, so that the numbers can be recomputed from it.
				data
			});
			// As files of their own, since the compiler begins anew with everything when its inputs change.
			compiler.mapShadow(REPORT, Buffer.from(inputs));
			compiler.mapShadow(FAMILIES, Buffer.from(JSON.stringify(fallbackFamilies(inputs))));
			try {
				const pdf = compiler.pdf(
					{ mainFilePath: MAIN },
					{ pdfStandard: 'ua-1', creationTimestamp: Date.parse(report.day) / 1000 }
				);
				return { pdf };
			} catch (problem) {
				return { problem: problem instanceof Error ? problem.message : String(problem) };
			} finally {
				characters += inputs.length;
				if (characters > CHARACTERS_APART) {
					compiler.evictCache(MOST_UNUSED);
					characters = 0;
				}
			}
		}
	};
}

/** The logo inside a drawing, since that is how pictures come to the typesetter. */
function brandingOf(branding: ReportDocument['branding'], coverages: readonly Coverage[]) {
	const { accent = null, logo = null } = branding ?? {};
	if (!logo) return { accent, logo };
	const { png, width, height, alt } = logo;
	const svg = svgOf({ width, height }, [
		`<image width="${width}" height="${height}" href="data:image/png;base64,${png}"/>`
	]);
	return { accent, logo: { svg, alt: printable(alt, coverages), ratio: width / height } };
}

const SPECTRUM = { width: 960, height: 110 };
/** The same in every report. */
const bareSpectrum = spectrumDrawing(SPECTRUM);
const RADAR = { width: 310, height: 260 };
const MAP = { width: 520, height: 330 };
const CHANGE = { width: 310, height: 200 };

type Drawn =
	| ReportBlock
	| { svg: string }
	| { entries: object[] }
	| { widths: number[][] }
	| { lines: object[] };

/** Adds to each picture its drawing and to each table how wide its texts are, wherever they stand. */
function drawn(block: ReportBlock): Drawn {
	switch (block.kind) {
		case 'spectrum':
			return { ...block, svg: bareSpectrum };
		case 'radar':
			return { ...block, svg: radarDrawing(block, RADAR) };
		case 'map':
			return { ...block, svg: mapDrawing(block, MAP) };
		case 'change':
			return { ...block, svg: changeDrawing(block, CHANGE) };
		case 'plates':
			return {
				...block,
				entries: block.entries.map((entry) => ({
					...entry,
					svg: plateDrawing(entry, block.whole)
				}))
			};
		case 'shapes':
			return {
				...block,
				entries: block.entries.map((entry) => ({ ...entry, svg: shapeDrawing(entry.spread) }))
			};
		case 'votes':
			return {
				...block,
				entries: block.entries.map((entry) => ({
					...entry,
					ballots: entry.ballots.map((ballot) => ({ ...ballot, svg: voteDrawing(ballot.dots) }))
				}))
			};
		case 'network':
			return { ...block, ...networkDrawing(block) };
		case 'table':
			return { ...block, widths: block.rows.map((row) => row.map(textWidth)) };
		case 'scores':
			return { ...block, lines: block.lines.map(measured) };
		case 'rails':
			return { ...block, lines: block.lines.map(measured) };
		case 'section':
			return { ...block, blocks: block.blocks.map(drawn) as ReportBlock[] };
		case 'beside':
			return {
				...block,
				left: block.left.map(drawn) as ReportBlock[],
				right: block.right.map(drawn) as ReportBlock[]
			};
		case 'columns':
			return {
				...block,
				columns: block.columns.map((column) => column.map(drawn) as ReportBlock[])
			};
		default:
			return block;
	}
}

type Line = RailsBlock['lines'][number] & { low?: string; high?: string };

function measured(line: Line) {
	const { name, low = '', high = '', label } = line;
	return { ...line, widths: [name, low, high, label].map(textWidth) };
}

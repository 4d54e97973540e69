import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { join } from 'node:path';
import type { ReportBlock, ReportDocument } from '../../content/report/document.ts';
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

export interface Typesetter {
	/** The report as PDF/UA-1, or what the compiler says against it. */
	typeset(report: ReportDocument): { pdf: Uint8Array } | { problem: string };
}

const TEMPLATES = join(import.meta.dirname, 'templates');
const MAIN = join(TEMPLATES, 'report.typ');
/** What two reports in a row did not use is let go, so that memory stays flat; what all share is kept. */
const MOST_UNUSED = 2;

/** Loads the fonts once; each report after that takes milliseconds. Not for the event loop: it blocks. */
export function createTypesetter(): Typesetter {
	const { paths, coverages } = loadFonts();
	const compiler = NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontPaths: paths }] });

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
			const families = JSON.stringify(fallbackFamilies(inputs));
			try {
				const pdf = compiler.pdf(
					{ mainFilePath: MAIN, inputs: { report: inputs, families } },
					{ pdfStandard: 'ua-1', creationTimestamp: Date.parse(report.day) / 1000 }
				);
				return { pdf };
			} catch (problem) {
				return { problem: problem instanceof Error ? problem.message : String(problem) };
			} finally {
				compiler.evictCache(MOST_UNUSED);
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
const RADAR = { width: 310, height: 260 };
const MAP = { width: 520, height: 330 };
const CHANGE = { width: 310, height: 200 };

type Drawn = ReportBlock | { svg: string } | { entries: object[] };

/** Adds to each picture its drawing, wherever it stands. */
function drawn(block: ReportBlock): Drawn {
	switch (block.kind) {
		case 'spectrum':
			return { ...block, svg: spectrumDrawing(SPECTRUM) };
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

import type { ReportBlock, ReportDocument } from '../../../src/lib/content/report/document.ts';
import {
	changeDrawing,
	mapDrawing,
	plateDrawing,
	radarDrawing,
	spectrumDrawing,
	voteDrawing
} from '../../../src/lib/server/report/drawings.ts';
import { shapeDrawing } from '../../../src/lib/server/report/shape-drawing.ts';

/** The drawings of each block that has some, as SVG: made beforehand for those who cannot make them. */
export type Pictures = ReadonlyMap<ReportBlock, string[]>;

export function picturesOf({ blocks }: ReportDocument): Pictures {
	return new Map(
		allOf(blocks).flatMap((block) => {
			const drawings = drawingsOf(block);
			return drawings.length > 0 ? [[block, drawings] as const] : [];
		})
	);
}

function drawingsOf(block: ReportBlock): string[] {
	switch (block.kind) {
		case 'spectrum':
			return [spectrumDrawing({ width: 960, height: 110 })];
		case 'radar':
			return [radarDrawing(block, { width: 310, height: 260 })];
		case 'change':
			return [changeDrawing(block, { width: 310, height: 200 })];
		case 'map':
			return [mapDrawing(block, { width: 520, height: 330 })];
		case 'plates':
			return block.entries.map((entry) => plateDrawing(entry, block.whole));
		case 'shapes':
			return block.entries.map(({ spread }) => shapeDrawing(spread));
		case 'votes':
			return block.entries.flatMap(({ ballots }) => ballots.map(({ dots }) => voteDrawing(dots)));
		default:
			return [];
	}
}

function allOf(blocks: readonly ReportBlock[]): ReportBlock[] {
	return blocks.flatMap((block) => {
		if (block.kind === 'section') return allOf(block.blocks);
		if (block.kind === 'beside') return allOf([...block.left, ...block.right]);
		return block.kind === 'columns' ? allOf(block.columns.flat()) : [block];
	});
}

/** A block's words as a table, where it is one in the report. */
export function tableOf(block: ReportBlock): { head: string[]; rows: string[][] } | null {
	switch (block.kind) {
		case 'table':
			return { head: block.columns.map(({ label }) => label), rows: block.rows };
		case 'scores':
			return {
				head: Object.values(block.columns),
				rows: block.lines.map((line) => [
					line.name,
					line.low,
					String(line.score ?? ''),
					line.high,
					line.label,
					line.marginLabel,
					line.answered
				])
			};
		case 'rails':
			return {
				head: Object.values(block.columns),
				rows: block.lines.map((line) => [
					line.name,
					String(line.score ?? ''),
					line.label,
					line.marginLabel,
					line.answered
				])
			};
		default:
			return null;
	}
}

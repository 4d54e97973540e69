import type { ReportBlock } from '../../src/lib/content/report/document.ts';

/** Every block, also those inside others, in reading order. */
export function flatBlocks(blocks: readonly ReportBlock[]): ReportBlock[] {
	return blocks.flatMap((block) => {
		if (block.kind === 'section') return [block, ...flatBlocks(block.blocks)];
		if (block.kind === 'beside') return flatBlocks([...block.left, ...block.right]);
		if (block.kind === 'columns') return flatBlocks(block.columns.flat());
		return [block];
	});
}

/** All blocks of one kind, in reading order. */
export function blocksOfKind<K extends ReportBlock['kind']>(
	blocks: readonly ReportBlock[],
	kind: K
): Extract<ReportBlock, { kind: K }>[] {
	return flatBlocks(blocks).filter(
		(block): block is Extract<ReportBlock, { kind: K }> => block.kind === kind
	);
}

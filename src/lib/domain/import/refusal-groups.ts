import type { ImportRefusal } from './read-rows.ts';

/** What is wrong in the same way in the same column, or with whole rows. */
export interface RefusalGroup {
	code: ImportRefusal['code'];
	column: number | null;
	count: number;
	/** The first few, to find them in the file. */
	first: { row: number; value: string }[];
}

const SHOWN_OF_EACH = 3;

/** Puts together what is wrong in the same way, so that a thousand bad rows are a few lines; the most first. */
export function groupRefusals(refusals: readonly ImportRefusal[]): RefusalGroup[] {
	const groups = new Map<string, RefusalGroup>();
	for (const { code, column, row, value } of refusals) {
		const key = `${code} ${column}`;
		const group = groups.get(key) ?? { code, column, count: 0, first: [] };
		group.count++;
		if (group.first.length < SHOWN_OF_EACH) group.first.push({ row, value });
		groups.set(key, group);
	}
	return [...groups.values()].sort((a, b) => b.count - a.count);
}

import type { Layout } from './layout.ts';
import { ITEMS_IN_A_WORD, type TeamOrder } from './team-order.ts';

const ONES = 0x01010101;
const HIGHEST_BITS = 0x80808080;
const MOST_BELOW_HIGHEST = 0x7f;

/**
 * Whether a sheet may hold a run of ten equal answers or no answer at all. Such a run covers four neighboring items
 * that share a word, and among those no two neighbors differ; most sheets have no such word, and no branch is
 * needed to find that out: each step looks at the four items of a word at once, each in its byte.
 */
export function mayHoldRun(
	{ words, wordsEach }: TeamOrder,
	sheet: number,
	{ items, levels }: Layout
): boolean {
	const whole = Math.floor(items.length / ITEMS_IN_A_WORD);
	const aboveLevels = (MOST_BELOW_HIGHEST - levels) * ONES;
	let mayHold = whole === 0;
	const at = sheet * wordsEach;
	for (let word = at; word < at + whole; word++) {
		const codes = words[word]!;
		// The highest bit of each byte says: an answer; differs from the next one.
		const given = (codes + MOST_BELOW_HIGHEST * ONES) & ~(codes + aboveLevels);
		const differs = (codes ^ (codes >>> 8)) + MOST_BELOW_HIGHEST * ONES;
		mayHold ||= (given & (given >>> 8) & differs & HIGHEST_BITS) === 0;
	}
	return mayHold;
}

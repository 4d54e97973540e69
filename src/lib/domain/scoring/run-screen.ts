import type { Layout } from './layout.ts';
import { ITEMS_IN_A_WORD, type TeamOrder } from './team-order.ts';

const ONES = 0x01010101;
const HIGHEST_BITS = 0x80808080;
const ALL_BUT_HIGHEST = 0x7f7f7f7f;

/**
 * Whether a sheet may hold a run of ten equal answers or no answer at all. Such a run covers four neighboring items
 * that share a word, and of those no two neighbors are answered differently; most sheets have no such word. Each step
 * looks at the four items of a word at once, each in its byte, and hardly ever surprises the processor.
 */
export function mayHoldRun(
	{ words, wordsEach }: TeamOrder,
	sheet: number,
	{ items, levels }: Layout
): boolean {
	const whole = Math.floor(items.length / ITEMS_IN_A_WORD);
	const aboveLevels = ALL_BUT_HIGHEST - levels * ONES;
	const at = sheet * wordsEach;
	for (let word = at; word < at + whole; word++) {
		const codes = words[word]!;
		// The highest bit of each byte says: this is an answer; this differs from the next byte.
		const isGiven = (codes + ALL_BUT_HIGHEST) & ~(codes + aboveLevels);
		const differs = (codes ^ (codes >>> 8)) + ALL_BUT_HIGHEST;
		if ((isGiven & (isGiven >>> 8) & differs & HIGHEST_BITS) === 0) return true;
	}
	return whole === 0;
}

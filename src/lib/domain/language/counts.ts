import type { Mark, Reading } from './lens.ts';

/** Below this many words, one mark more or less would move the rate by more than five. */
export const WORDS_FOR_A_RATE = 200;

/** How many marks there are for 1,000 words, to one decimal; `null` for a text too short to say. */
export function perThousand(marks: number, words: number): number | null {
	return words < WORDS_FOR_A_RATE ? null : Math.round((marks / words) * 10_000) / 10;
}

/** How many marks each rule has; rules without one are missing. */
export function countsByRule(marks: readonly Mark[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { rule } of marks) counts.set(rule, (counts.get(rule) ?? 0) + 1);
	return counts;
}

/** One rule, or all together (`rule: null`), in two texts. Rates are for 1,000 words. */
export interface ComparedRule {
	rule: string | null;
	counts: [number, number];
	rates: [number | null, number | null];
}

/** Two texts side by side: all marks first, then each rule that has a mark in one of them, in the given order. */
export function compared(
	first: Pick<Reading, 'words' | 'marks'>,
	second: Pick<Reading, 'words' | 'marks'>,
	ruleIds: readonly string[]
): ComparedRule[] {
	const [a, b] = [countsByRule(first.marks), countsByRule(second.marks)];
	const line = (rule: string | null, before: number, after: number): ComparedRule => ({
		rule,
		counts: [before, after],
		rates: [perThousand(before, first.words), perThousand(after, second.words)]
	});
	const seen = ruleIds.filter((rule) => a.has(rule) || b.has(rule));
	return [
		line(null, first.marks.length, second.marks.length),
		...seen.map((rule) => line(rule, a.get(rule) ?? 0, b.get(rule) ?? 0))
	];
}

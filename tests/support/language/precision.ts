import type { Lens } from '../../../src/lib/domain/language/lens.ts';
import type { LabeledSentence } from './labeled.ts';

/** How a rule fares on labeled sentences. A rule counts once for each sentence. */
export interface Fit {
	/** Marked, and rightly so. */
	hits: number;
	/** Marked, and a careful reader would not. */
	falseAlarms: number;
	/** Not marked, and a careful reader would. */
	misses: number;
}

export interface Fits {
	overall: Fit;
	byRule: Map<string, Fit>;
	/** What went wrong, in words. */
	faults: string[];
}

export const precision = ({ hits, falseAlarms }: Fit) => hits / (hits + falseAlarms);
export const recall = ({ hits, misses }: Fit) => hits / (hits + misses);

export function fitsOf(lens: Lens, sentences: readonly LabeledSentence[]): Fits {
	const none = (): Fit => ({ hits: 0, falseAlarms: 0, misses: 0 });
	const fits: Fits = { overall: none(), byRule: new Map(), faults: [] };
	for (const { id } of lens.rules.rules) fits.byRule.set(id, none());
	for (const { kind, rules, sentence } of sentences) {
		const marked = new Set(lens.read(sentence, { kind }).marks.map(({ rule }) => rule));
		for (const rule of new Set([...marked, ...rules])) {
			const what = !rules.includes(rule) ? 'falseAlarms' : marked.has(rule) ? 'hits' : 'misses';
			fits.overall[what]++;
			fits.byRule.get(rule)![what]++;
			if (what !== 'hits') fits.faults.push(`${what} ${rule}: ${sentence}`);
		}
	}
	return fits;
}

import type { PublishedCell } from '../domain/publication/publication.ts';
import type { Height } from '../domain/publication/rules/distribution.ts';
import type { Spread } from '../domain/results/results.ts';
import * as m from '../paraglide/messages.js';
import { heightWords } from './vote-words.ts';

/** What may be shown of how answers are spread; null where nothing may, or nobody asked. */
export function shownSpread(distribution: PublishedCell['distribution']): Spread | null {
	return distribution === null || distribution.as === 'hidden' ? null : distribution;
}

/** By place, from the low end: how many, or about how many. */
export function spreadParts(spread: Spread): string[] {
	if (spread.as === 'counts') return spread.counts.map(String);
	return spread.heights.map((height: Height) => heightWords[height]());
}

/** The same as a sentence for those who hear it. */
export function spreadWords(spread: Spread): string {
	return m.results_spread_said({ parts: spreadParts(spread).join(', ') });
}

/** The fifths of the spectrum that people's scores lie in. */
export function fifthNames(): string[] {
	return [0, 20, 40, 60, 80].map((low) => m.results_spread_fifth({ low, high: low + 20 }));
}

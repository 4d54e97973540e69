import type { Item } from '../domain/instrument/instrument.ts';
import type { MirrorView } from '../domain/results/results.ts';
import type { MirrorFinding } from '../domain/scoring/mirror.ts';
import * as m from '../paraglide/messages.js';

type Named = Exclude<MirrorFinding, 'unclear'>;

/** The four words of the mirror, in the order in which they are worth talking about. */
export const mirrorWords: Record<Named, { name: () => string; text: () => string }> = {
	overestimate: { name: m.guess_overestimate, text: m.guess_overestimate_text },
	underestimate: { name: m.guess_underestimate, text: m.guess_underestimate_text },
	'shared-blind-spot': { name: m.guess_blind_spot, text: m.guess_blind_spot_text },
	'shared-strength': { name: m.guess_strength, text: m.guess_strength_text }
};
/** The three views that are compared, in the order in which they are shown. */
export const mirrorSides = [
	{ of: 'own', name: m.guess_own },
	{ of: 'guess', name: m.guess_guess },
	{ of: 'customers', name: m.guess_customers }
] as const;

const NAMED = Object.keys(mirrorWords) as Named[];

/** What the mirror shows of a dimension, in one or two words. */
export function findingWords(finding: MirrorFinding): string {
	return finding === 'unclear' ? m.guess_unclear() : mirrorWords[finding].name();
}

/** Each of the four words that the mirror says of some dimension, with these dimensions. */
export function namedFindings(
	mirror: readonly MirrorView[]
): { finding: Named; dimensions: string[] }[] {
	const questions = mirror.filter(({ item }) => item !== null);
	return NAMED.flatMap((finding) => {
		const dimensions = questions
			.filter(({ finding: own }) => own.as === 'value' && own.value === finding)
			.map(({ dimension }) => dimension);
		return dimensions.length > 0 ? [{ finding, dimensions }] : [];
	});
}

/** What is to be said first: where the guess is off, else what both see alike, else that nothing is clear. */
export function mirrorHeadline(mirror: readonly MirrorView[]): string {
	const count = (finding: Named) =>
		namedFindings(mirror).find((each) => each.finding === finding)?.dimensions.length ?? 0;
	const off = count('overestimate') + count('underestimate');
	if (off > 0) return m.guess_headline_off({ count: off });
	const alike = count('shared-strength') + count('shared-blind-spot');
	return alike > 0 ? m.guess_headline_alike({ count: alike }) : m.guess_headline_unclear();
}

/** What a question is about, as in “Voice: Checks what was meant”. */
export function questionWords(dimension: string, item: Pick<Item, 'indicator' | 'key'>): string {
	return m.guess_question({ dimension, indicator: indicatorWords(item) });
}

/** What a question asks about; scores of one about the monolith are turned around. */
export function indicatorWords({ indicator, key }: Pick<Item, 'indicator' | 'key'>): string {
	return key === 1 ? indicator : m.guess_turned({ indicator });
}

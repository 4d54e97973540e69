import { holoscope } from '$lib/content/instruments';
import { questionWords } from '$lib/content/mirror-words';
import type { Dimension, Instrument, Item } from '$lib/domain/instrument/instrument';
import type { GroupView, Results, ScoreView } from '$lib/domain/results/results';
import { clearDimensions, shownPlace } from '$lib/domain/results/span';

/** The questions that the round was answered with; the words of other editions would need that edition. */
export const instrument: Instrument = holoscope;

const beside = instrument.dimensions.filter(({ inSpectrum }) => !inSpectrum).map(({ id }) => id);

export function dimensionOf(measure: string): Dimension | undefined {
	return instrument.dimensions.find(({ id }) => id === measure);
}

export function dimensionName(measure: string): string {
	return dimensionOf(measure)?.name ?? measure;
}

/** The name of a dimension or an outcome. */
export function measureName(measure: string): string {
	return instrument.outcomes.find(({ id }) => id === measure)?.name ?? dimensionName(measure);
}

/** What a question is about, as in “Voice: Checks what was meant”. */
export function questionName(item: string): string {
	const question = itemOf(item);
	return question ? questionWords(dimensionName(question.dimension), question) : item;
}

export function itemOf(item: string): Item | undefined {
	return instrument.items.find(({ id }) => id === item);
}

export function isBeside(measure: string): boolean {
	return beside.includes(measure);
}

/** The dimensions that need a group most, or that are farthest along: never more than are clear. */
export function clear(group: GroupView, side: 'below' | 'above'): ScoreView[] {
	return clearDimensions(group, side, beside);
}

/** A group's profile over the spectrum, in the instrument's order; null where a dimension is hidden. */
export function profileOf({ dimensions }: GroupView): (number | null)[] {
	return dimensions.filter(({ measure }) => !isBeside(measure)).map(shownPlace);
}

export function teamAddress(address: string, id: string): string {
	return `${address}/teams/${encodeURIComponent(id)}`;
}

/** How many groups' names are said before “and n more”. */
const MOST_NAMES = 8;

export function fewNames(names: readonly string[]): { shown: string[]; more: number } {
	if (names.length <= MOST_NAMES) return { shown: [...names], more: 0 };
	return { shown: names.slice(0, MOST_NAMES - 1), more: names.length - MOST_NAMES + 1 };
}

/** A group of the results by its id, the lenses and the whole included. */
export function groupOf({ whole, teams, lenses }: Results, id: string): GroupView | undefined {
	return [whole, ...teams, ...lenses].find((group) => group.id === id);
}

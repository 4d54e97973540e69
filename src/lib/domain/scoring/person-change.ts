import { spectrumDimensions } from '../instrument/form.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { personDifferenceMargin, personError, type PersonScore } from './person.ts';

export interface PersonChange {
	/** Later minus earlier, in points of 0 to 100; positive is nearer to the hologram. */
	difference: number;
	/** How many points it takes to be more than noise; null where the instrument states no precision. */
	needed: number | null;
	/** Whether the difference is larger than that. */
	isReliable: boolean;
}

/**
 * How a person's overall moved from one sheet to a later one, and whether that is more than the noise of
 * two measurements (reliable change, Jacobson and Truax, 1991). Null when one of them has no overall.
 */
export function personChange(
	instrument: Instrument,
	before: PersonScore,
	after: PersonScore
): PersonChange | null {
	if (before.overall.score === null || after.overall.score === null) return null;
	const difference = after.overall.score - before.overall.score;
	const needed = personDifferenceMargin(
		overallError(instrument, before),
		overallError(instrument, after)
	);
	return { difference, needed, isReliable: needed !== null && Math.abs(difference) > needed };
}

function overallError(instrument: Instrument, { dimensions }: PersonScore): number | null {
	const spectrum = new Set(spectrumDimensions(instrument).map(({ id }) => id));
	const counted = dimensions.filter(
		({ dimension, score }) => spectrum.has(dimension) && score !== null
	);
	return personError(
		instrument,
		counted.map(({ answered }) => answered)
	);
}

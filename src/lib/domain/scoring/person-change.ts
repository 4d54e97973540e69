import { spectrumDimensions } from '../instrument/form.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { Sheet } from '../sheet.ts';
import {
	personDifferenceMargin,
	personError,
	Z_95,
	type DimensionScore,
	type PersonScore
} from './person.ts';

export interface PersonChange {
	/** Later minus earlier, in points of 0 to 100; positive is nearer to the hologram. */
	difference: number;
	/** How many whole points it takes to be more than noise; null where the instrument states no precision. */
	needed: number | null;
	/** Whether the difference passes 1.96 of its standard errors, unrounded. */
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
	return change(overallOf(instrument, before), overallOf(instrument, after));
}

/** The same for each dimension, in the instrument's order; null where a sheet has no score to show. */
export function dimensionChanges(
	instrument: Instrument,
	before: PersonScore,
	after: PersonScore
): { dimension: string; change: PersonChange | null }[] {
	return instrument.dimensions.map(({ id }) => ({
		dimension: id,
		change: change(dimensionOf(instrument, before, id), dimensionOf(instrument, after, id))
	}));
}

/** The latest sheet before this one that asked the same of the same: edition, form, lens and organization. */
export function lastComparable<T extends Sheet>(
	sheet: Sheet,
	earlierSheets: readonly T[]
): T | undefined {
	return earlierSheets.findLast((earlier) => isComparable(earlier, sheet));
}

/** Whether a change between the two means something: the same edition, form, lens and organization. */
export function isComparable(a: Sheet, b: Sheet): boolean {
	const subject = ({ organization }: Sheet) => organization.trim().toLocaleLowerCase('en');
	return (
		a.instrument === b.instrument &&
		a.edition === b.edition &&
		a.form === b.form &&
		a.lens === b.lens &&
		subject(a) === subject(b)
	);
}

/** A score with its standard error of measurement. */
interface Measured {
	score: number;
	error: number | null;
}

function change(before: Measured | null, after: Measured | null): PersonChange | null {
	if (!before || !after) return null;
	const difference = after.score - before.score;
	const needed = personDifferenceMargin(before.error, after.error);
	if (needed === null) return { difference, needed, isReliable: false };
	const index = difference / Math.hypot(before.error!, after.error!);
	return { difference, needed, isReliable: Math.abs(index) > Z_95 };
}

function dimensionOf(
	instrument: Instrument,
	{ dimensions }: PersonScore,
	id: string
): Measured | null {
	const entry = dimensions.find(({ dimension }) => dimension === id);
	if (!entry || entry.isPointer || entry.score === null) return null;
	return { score: entry.score, error: personError(instrument, [entry.answered]) };
}

function overallOf(instrument: Instrument, { overall, dimensions }: PersonScore): Measured | null {
	if (overall.score === null) return null;
	const error = personError(
		instrument,
		countedIn(instrument, dimensions).map(({ answered }) => answered)
	);
	return { score: overall.score, error };
}

function countedIn(instrument: Instrument, scores: readonly DimensionScore[]): DimensionScore[] {
	const spectrum = new Set(spectrumDimensions(instrument).map(({ id }) => id));
	return scores.filter(({ dimension, score }) => spectrum.has(dimension) && score !== null);
}

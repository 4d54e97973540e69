import { itemsOf, spectrumDimensions } from '$lib/domain/instrument/form';
import type { Instrument } from '$lib/domain/instrument/instrument';
import { carelessFlags, type CarelessFlag } from '$lib/domain/scoring/careless';
import { personScore, type DimensionScore, type PersonScore } from '$lib/domain/scoring/person';
import { personBalance, type PersonBalance } from '$lib/domain/scoring/person-balance';
import {
	dimensionChanges,
	lastComparable,
	personChange,
	type PersonChange
} from '$lib/domain/scoring/person-change';
import type { Sheet } from '$lib/domain/sheet';

/** A dimension with its words and what this sheet says about it. */
export interface DimensionView extends DimensionScore {
	id: string;
	name: string;
	monolith: string;
	hologram: string;
	anchors: string[];
	inSpectrum: boolean;
}

/** What changed since the last sheet that can be compared. */
export interface ChangeView {
	before: Sheet;
	beforeScore: PersonScore;
	/** Null when one of the two has no overall. */
	overall: PersonChange | null;
	/** The dimensions that changed by more than their margin, in the instrument's order. */
	dimensions: { name: string; change: PersonChange }[];
	/** Whether the form shows dimensions at all. */
	hasDimensions: boolean;
}

/** Everything that the page of one result says, in codes and numbers. */
export interface ResultView {
	sheet: Sheet;
	score: PersonScore;
	/** In the instrument's order, never ranked. */
	dimensions: DimensionView[];
	clearest: DimensionView[];
	/** Whether the form asks each dimension too little to show one. */
	isQuick: boolean;
	/** Undefined where there is none to tell: the form does not ask it, or the view is from outside. */
	balance: PersonBalance | null | undefined;
	notSure: string[];
	unanswered: string[];
	careless: CarelessFlag[];
	change: ChangeView | null;
}

/** Reads one sheet, with the ones before it, into what its page says. */
export function resultView(
	instrument: Instrument,
	sheet: Sheet,
	earlier: readonly Sheet[]
): ResultView {
	const score = personScore(instrument, sheet.form, sheet.answers);
	const asked = itemsOf(instrument, sheet.form).map(({ id }) => id);
	const dimensions = score.dimensions.map((entry, at) => ({
		...instrument.dimensions[at]!,
		...entry
	}));
	const isQuick = spectrumDimensions(instrument).every(
		({ id }) => dimensions.find((entry) => entry.id === id)?.isPointer
	);

	return {
		sheet,
		score,
		dimensions,
		clearest: score.clearest.map((id) => dimensions.find((entry) => entry.id === id)!),
		isQuick,
		balance: isQuick || isOutside(sheet) ? undefined : personBalance(instrument, score),
		notSure: asked.filter((id) => sheet.answers[id] === null),
		unanswered: asked.filter((id) => sheet.answers[id] === undefined),
		careless: carelessFlags(instrument, sheet.form, sheet.answers),
		change: changeView(instrument, sheet, score, earlier)
	};
}

export function isOutside({ lens }: Sheet): boolean {
	return lens === 'customer' || lens === 'partner';
}

function changeView(
	instrument: Instrument,
	sheet: Sheet,
	score: PersonScore,
	earlier: readonly Sheet[]
): ChangeView | null {
	const before = lastComparable(sheet, earlier);
	if (!before) return null;
	const beforeScore = personScore(instrument, before.form, before.answers);
	const changes = dimensionChanges(instrument, beforeScore, score);
	return {
		before,
		beforeScore,
		overall: personChange(instrument, beforeScore, score),
		dimensions: changes.flatMap(({ change }, at) =>
			change?.isReliable ? [{ name: instrument.dimensions[at]!.name, change }] : []
		),
		hasDimensions: changes.some(({ change }) => change !== null)
	};
}

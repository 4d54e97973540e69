import type { Answers } from '../answers.ts';
import { itemsOf, scaleRange, spectrumDimensions } from '../instrument/form.ts';
import type { Instrument, Item } from '../instrument/instrument.ts';

export interface DimensionScore {
	dimension: string;
	/** 0 (monolith) to 100 (hologram), full precision; null when `missing` says why. */
	score: number | null;
	/** Half-width of the 95 % band, in whole points; null where the instrument states no precision. */
	margin: number | null;
	/** Whether the form asks enough of this dimension to show its score; else it only feeds the overall. */
	isPointer: boolean;
	asked: number;
	answered: number;
	notSure: number;
	missing?: 'not-asked' | 'too-few-answers' | 'one-key-only';
}

export interface OverallScore {
	score: number | null;
	margin: number | null;
	/** How many spectrum dimensions count in. */
	dimensions: number;
}

export interface PersonScore {
	overall: OverallScore;
	dimensions: DimensionScore[];
	/** At most three dimensions that stand out from the person's own overall by more than their margin. */
	clearest: string[];
}

/** Below this share of its items answered, a dimension is not scored; the same share of dimensions for the overall. */
const DIMENSION_QUORUM = 0.5;
const OVERALL_QUORUM = 0.75;
/** Two-sided 95 % point of the standard normal distribution. */
export const Z_95 = 1.96;

/**
 * How one person sees the team: dimension and overall scores of 0 to 100, or null with the reason.
 *
 * A dimension needs half of its items, at least two, and one of each key that the form asks, since two
 * items of one key turn a taste for “often” into 9 points of bias. The overall is the plain mean of the
 * spectrum dimensions and needs three quarters of them. A form that asks a dimension with a single item
 * gives a pointer: too rough to show, good enough to count in the overall.
 */
export function personScore(instrument: Instrument, form: string, answers: Answers): PersonScore {
	const items = itemsOf(instrument, form);
	const dimensions = instrument.dimensions.map(({ id }) =>
		dimensionScore(
			instrument,
			id,
			items.filter(({ dimension }) => dimension === id),
			answers
		)
	);
	const overall = overallScore(instrument, items, dimensions, answers);
	return { overall, dimensions, clearest: clearestDimensions(instrument, dimensions, overall) };
}

/** Fewest answers that score a dimension of which a form asks `asked` items; a single item is enough by itself. */
export function dimensionQuorum(asked: number): number {
	return asked < 2 ? 1 : Math.max(2, Math.ceil(asked * DIMENSION_QUORUM));
}

/** Fewest scored dimensions that make an overall of `spectrum` dimensions. */
export function overallQuorum(spectrum: number): number {
	return Math.max(1, Math.ceil(spectrum * OVERALL_QUORUM));
}

/** An answer turned so that a higher value is nearer to the hologram, as 0 to 100; null when missing. */
export function keyedPoints(
	instrument: Instrument,
	{ id, key }: Item,
	answers: Answers
): number | null {
	const answer = answers[id];
	if (answer == null) return null;
	const { low, high } = scaleRange(instrument);
	return (((key === 1 ? answer : low + high - answer) - low) / (high - low)) * 100;
}

/**
 * Half-width in whole points of the 95 % band of a mean of `items` answers of one person, or of a mean
 * of such means: 1.96 standard errors of measurement, which shrink with the root of the items.
 * Null where the instrument states no precision.
 */
export function personMargin(
	instrument: Instrument,
	itemsPerMean: readonly number[]
): number | null {
	const sem = personError(instrument, itemsPerMean);
	return sem === null ? null : Math.round(Z_95 * sem);
}

/**
 * Standard error of measurement, in points, of a mean of `items` answers of one person, or of a mean of
 * such means. Null where the instrument states no precision.
 */
export function personError(
	{ precision }: Instrument,
	itemsPerMean: readonly number[]
): number | null {
	if (!precision || itemsPerMean.length === 0) return null;
	const variance = itemsPerMean.reduce((sum, items) => sum + 1 / items, 0);
	return (precision.itemSem * Math.sqrt(variance)) / itemsPerMean.length;
}

/**
 * By how many whole points two independent scores of a person must differ to differ by more than their
 * noise at 95 %: 1.96 standard errors of the difference (Jacobson and Truax, 1991).
 */
export function personDifferenceMargin(
	errorOfOne: number | null,
	errorOfOther: number | null
): number | null {
	if (errorOfOne === null || errorOfOther === null) return null;
	return Math.round(Z_95 * Math.hypot(errorOfOne, errorOfOther));
}

function dimensionScore(
	instrument: Instrument,
	dimension: string,
	asked: readonly Item[],
	answers: Answers
): DimensionScore {
	const points = asked.map((item) => keyedPoints(instrument, item, answers));
	const valid = points.filter((value) => value !== null);
	const notSure = asked.filter(({ id }) => answers[id] === null).length;
	const counts = { asked: asked.length, answered: valid.length, notSure };
	const isPointer = asked.length < 2;
	const nothing = { dimension, score: null, margin: null, isPointer, ...counts };

	if (asked.length === 0) return { ...nothing, missing: 'not-asked' };
	if (valid.length < dimensionQuorum(asked.length))
		return { ...nothing, missing: 'too-few-answers' };
	if (!coversKeys(asked, (item) => answers[item.id] != null))
		return { ...nothing, missing: 'one-key-only' };

	return {
		...nothing,
		score: mean(valid),
		margin: personMargin(instrument, [valid.length])
	};
}

function overallScore(
	instrument: Instrument,
	asked: readonly Item[],
	scores: readonly DimensionScore[],
	answers: Answers
): OverallScore {
	const spectrum = new Set(spectrumDimensions(instrument).map(({ id }) => id));
	const valid = scores.filter(({ dimension, score }) => spectrum.has(dimension) && score !== null);
	const nothing = { score: null, margin: null, dimensions: valid.length };

	if (valid.length < overallQuorum(spectrum.size)) return nothing;
	const counted = new Set(valid.map(({ dimension }) => dimension));
	const inSpectrum = asked.filter(({ dimension }) => spectrum.has(dimension));
	const isCounted = (item: Item) => counted.has(item.dimension) && answers[item.id] != null;
	if (!coversKeys(inSpectrum, isCounted)) return nothing;

	return {
		score: mean(valid.map(({ score }) => score!)),
		margin: personMargin(
			instrument,
			valid.map(({ answered }) => answered)
		),
		dimensions: valid.length
	};
}

/** Whether each key that is asked is also among the items that count. */
function coversKeys(asked: readonly Item[], counts: (item: Item) => boolean): boolean {
	const countedKeys = new Set(asked.filter(counts).map(({ key }) => key));
	return asked.every(({ key }) => countedKeys.has(key));
}

const MOST_CLEAREST = 3;

function clearestDimensions(
	instrument: Instrument,
	scores: readonly DimensionScore[],
	{ score: own }: OverallScore
): string[] {
	if (own === null) return [];
	const spectrum = new Set(spectrumDimensions(instrument).map(({ id }) => id));
	const distance = ({ score }: DimensionScore) => Math.abs(score! - own);
	return scores
		.filter(
			({ dimension, score, margin, isPointer }) =>
				spectrum.has(dimension) && score !== null && margin !== null && !isPointer
		)
		.filter((entry) => distance(entry) > entry.margin!)
		.sort((a, b) => distance(b) - distance(a))
		.slice(0, MOST_CLEAREST)
		.map(({ dimension }) => dimension);
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

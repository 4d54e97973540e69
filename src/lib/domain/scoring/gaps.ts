import type { Instrument } from '../instrument/instrument.ts';
import {
	isClear,
	UNKNOWN_NOISE,
	welchDifference,
	type Difference,
	type KnownNoise
} from './difference.ts';
import type { Sample } from './sample.ts';

/** One dimension as two lenses see it. */
export interface TwoViews {
	dimension: string;
	a: Sample;
	b: Sample;
}

/** How far lens a lies above lens b in one dimension, in points. */
export interface DimensionGap extends Difference {
	dimension: string;
	n: { a: number; b: number };
	/** Whether the gap is larger than its noise and large enough to talk about. */
	mayShow: boolean;
}

export interface PerceptionGaps {
	dimensions: DimensionGap[];
	/** Typical size of the true gaps, in points, free of noise; null when no dimension has a gap and an error. */
	index: number | null;
	/** Mean of the gaps with their signs; null when no dimension has a gap. */
	signed: number | null;
}

/** A gap below this many points is not shown, however sure it is. */
export const SMALLEST_GAP = 10;

/**
 * How differently two lenses see the same dimensions.
 *
 * Each gap is a − b in points with Welch's 95 % interval. The index is sqrt(max(0, mean(g² − SE²))) over
 * the dimensions with both: the raw root mean square would average 21 points between five members and
 * one leader who agree. `noise` says how sure a side of one person is; without it such a gap has no
 * interval, is never shown and stays out of the index. Wordings differ between lenses, so profiles
 * compare better than levels.
 */
export function perceptionGaps(
	views: readonly TwoViews[],
	noise: KnownNoise = UNKNOWN_NOISE
): PerceptionGaps {
	const dimensions = views.map((view) => dimensionGap(view, noise));
	const known = dimensions.filter(({ difference }) => difference !== null);
	const sure = known.filter(({ error }) => error !== null);
	const excess = meanOf(sure.map(({ difference, error }) => difference! ** 2 - error! ** 2));
	return {
		dimensions,
		index: excess === null ? null : Math.sqrt(Math.max(0, excess)),
		signed: meanOf(known.map(({ difference }) => difference!))
	};
}

/**
 * The noise of one dimension that an instrument knows beforehand, in points, when a person answers
 * `items` items of it. A group of one stands for `own-view`, how this very person sees the team, with
 * the error of measurement; or for `people-like-this`, leaders in general, with their typical spread.
 */
export function knownNoise(
	{ precision }: Instrument,
	items: number,
	onePersonStandsFor: 'own-view' | 'people-like-this'
): KnownNoise {
	if (!precision || !(items > 0)) return UNKNOWN_NOISE;
	const answer = precision.itemSem / Math.sqrt(items);
	const onePerson = onePersonStandsFor === 'own-view' ? answer : precision.typicalSpread.dimension;
	return { answer, onePerson };
}

function dimensionGap({ dimension, a, b }: TwoViews, noise: KnownNoise): DimensionGap {
	const gap = welchDifference(a, b, noise);
	const mayShow = isClear(gap) && Math.abs(gap.difference!) >= SMALLEST_GAP;
	return { dimension, n: { a: a.n, b: b.n }, ...gap, mayShow };
}

function meanOf(values: readonly number[]): number | null {
	if (values.length === 0) return null;
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

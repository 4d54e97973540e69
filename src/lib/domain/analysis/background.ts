import type { Instrument } from '../instrument/instrument.ts';
import { spreadWithin } from '../scoring/group-score.ts';
import type { Background } from '../scoring/interval.ts';
import type { LayoutDimension } from '../scoring/layout.ts';
import { covariance } from '../scoring/moments.ts';
import * as readings from '../scoring/readings.ts';
import { alpha } from '../scoring/reliability.ts';
import type { Sample } from '../scoring/sample.ts';
import type { Cell, Tally } from '../scoring/tally.ts';

/** From this many people on, their own spread is better known than the instrument's typical one. */
const PEOPLE_FOR_OWN_SPREAD = 30;
/** From this many people on, their own alpha is better known than the instrument's reliability. */
const PEOPLE_FOR_OWN_RELIABILITY = 100;

/** What is known of a dimension's noise: from these people where they are enough, else from the instrument. */
export function dimensionBackground(
	tally: Tally,
	samples: readonly Sample[],
	d: number,
	alpha: number | null
): Background {
	const { instrument, dimensions } = tally.layout;
	return background(samples, typicalOf(instrument, dimensions[d]!), alpha);
}

/** The same of the overall, whose own reliability is alpha with the dimensions as parts, a lower bound. */
export function overallBackground(
	tally: Tally,
	samples: readonly Sample[],
	total: Cell
): Background {
	const { instrument, form } = tally.layout;
	const { precision } = instrument;
	const typical = {
		spread: precision?.typicalSpread.overall ?? null,
		reliability: precision?.reliability.overall[form] ?? null
	};
	const parts = covariance(readings.profileMoments(tally, total));
	return background(samples, typical, parts && alpha(parts));
}

function background(
	samples: readonly Sample[],
	typical: Background,
	ownAlpha: number | null
): Background {
	const people = samples.reduce((sum, { n }) => sum + n, 0);
	const own = people >= PEOPLE_FOR_OWN_SPREAD ? spreadWithin(samples) : null;
	const isAlphaKnown = people >= PEOPLE_FOR_OWN_RELIABILITY && ownAlpha !== null;
	return {
		spread: own ?? typical.spread,
		reliability: isAlphaKnown ? Math.min(1, Math.max(0, ownAlpha)) : typical.reliability
	};
}

/**
 * The instrument states spread and reliability of a whole dimension. A form that asks fewer of its items hears the
 * same differences between people and more noise: s² = ρ·s0² + SEM²/items.
 */
function typicalOf(
	{ precision, items }: Instrument,
	{ dimension, places }: LayoutDimension
): Background {
	if (!precision || places.length === 0) return { spread: null, reliability: null };
	const spread = precision.typicalSpread.dimension;
	const reliability = precision.reliability.dimension;
	const all = items.filter((item) => item.dimension === dimension.id).length;
	if (places.length === all) return { spread, reliability };

	const truth = reliability * spread ** 2;
	const variance = truth + precision.itemSem ** 2 / places.length;
	return { spread: Math.sqrt(variance), reliability: truth / variance };
}

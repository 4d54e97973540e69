import { FEWEST_FOR_DISTANCE, isFarOut, squaredDistances } from '../scoring/outlying.ts';
import * as readings from '../scoring/readings.ts';
import type { Sample } from '../scoring/sample.ts';
import { CARELESS_SIGNS } from '../scoring/signs.ts';
import type { Cell, Tally } from '../scoring/tally.ts';
import { withAndWithout, type FlaggedSums } from '../scoring/without-careless.ts';
import type { LensAnalysis } from './analysis.ts';

type Careless = LensAnalysis['careless'];

/** Signs of careless answering, as counts, and what the scores would be without the sheets that show one. */
export function carelessAnalysis(tally: Tally, total: Cell): Careless {
	const { layout, at, signs } = tally;
	const overall = layout.dimensions.length;
	return {
		signs: Object.fromEntries(
			CARELESS_SIGNS.map((sign, bit) => [sign, signs[bit]!])
		) as Careless['signs'],
		leftOut: total.sums[at.leftOut]!,
		flagged: total.sums[at.flagged]!,
		farOut: farOut(tally),
		withAndWithout: withAndWithout([
			flaggedSums(
				'overall',
				readings.overallSample(tally, total),
				readings.flaggedSample(tally, total, overall)
			),
			...layout.dimensions.flatMap(({ dimension, places }, d) =>
				places.length === 0
					? []
					: [
							flaggedSums(
								dimension.id,
								readings.dimensionSample(tally, total, d),
								readings.flaggedSample(tally, total, d)
							)
						]
			)
		])
	};
}

/** Needs whole sheets, which are kept up to a limit. */
function farOut({ layout, kept }: Tally): Careless['farOut'] {
	if (!kept.isComplete) return { people: null, missing: 'too-many-people' };
	const isGiven = (code: number) => code > 0 && code <= layout.levels;
	const rows = kept
		.inOrder()
		.map(({ sheet }) => Array.from(sheet, (code) => (isGiven(code) ? code : null)));
	const complete = rows.filter((row) => row.every((code) => code !== null)).length;
	if (complete < FEWEST_FOR_DISTANCE) return { people: null, missing: 'too-few-people' };

	const distances = squaredDistances(rows);
	if (distances === null) return { people: null, missing: 'not-defined' };
	const isFar = (distance: number | null) =>
		distance !== null && isFarOut(distance, layout.items.length);
	return { people: distances.filter(isFar).length, missing: null };
}

function flaggedSums(dimension: string, all: Sample, flagged: Sample): FlaggedSums {
	return {
		dimension,
		n: all.n,
		sum: (all.mean ?? 0) * all.n,
		flaggedN: flagged.n,
		flaggedSum: (flagged.mean ?? 0) * flagged.n
	};
}

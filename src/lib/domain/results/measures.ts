import type { AtomStatistic, Measure } from '../publication/request.ts';
import { greatestCommon } from '../publication/whole-numbers.ts';
import { itemSample, itemSums } from '../scoring/item-readings.ts';
import type { Layout, LayoutDimension } from '../scoring/layout.ts';
import * as readings from '../scoring/readings.ts';
import type { Sample } from '../scoring/sample.ts';
import type { Cell, Tally } from '../scoring/tally.ts';
import { OVERALL } from './group-ids.ts';
import { questionOf } from './question-measure.ts';

/** Scores are written as whole numbers of 0 to 100. */
const scale = { low: 0, high: 100, steps: 100 };

/** What a form lets be shown by itself: the overall, and each dimension of which it asks more than a pointer. */
export function reportedMeasures(layout: Layout): string[] {
	return [OVERALL, ...reportedDimensions(layout).map(({ dimension }) => dimension.id)];
}

export function reportedDimensions({ dimensions }: Layout): LayoutDimension[] {
	return dimensions.filter(({ places }) => places.length > 1);
}

/**
 * What a round shows, over all its lenses, in whole units that each lens's own divide: the outside lenses answer a
 * shorter form. Where steps differ the coarsest is taken, so that the gate hides too much and never too little.
 * Throws for a form that cannot be counted in whole numbers.
 */
export function measuresOf(layouts: readonly Layout[]): Measure[] {
	if (layouts.some(({ isExact }) => !isExact))
		throw new RangeError('Scores that are not counted exactly cannot be published.');
	const all = layouts.flatMap(measuresOfLayout);
	return [...new Set(all.map(({ id }) => id))].map((id) => {
		const alike = all.filter((measure) => measure.id === id);
		const range = alike.reduce((multiple, each) => leastCommon(multiple, each.range), 1);
		const parts = alike.flatMap((measure) => measure.parts ?? []);
		return {
			...alike[0]!,
			range,
			step: Math.max(...alike.map((each) => (each.step! * range) / each.range)),
			...(parts.length > 0 && { parts })
		};
	});
}

function measuresOfLayout(layout: Layout): Measure[] {
	const dimensions = reportedDimensions(layout);
	const spectrum = layout.dimensions.filter(({ spectrumAt }) => spectrumAt >= 0);
	const parts = dimensions
		.filter(({ spectrumAt }) => spectrumAt >= 0)
		.map(({ dimension }) => dimension.id);
	const overall: Measure = {
		id: OVERALL,
		kind: 'overall',
		range: layout.overallUnits,
		step: layout.overallShare[spectrum.length]! * Math.min(...spectrum.map(leastStep)),
		scale,
		...(parts.length > 0 && { parts: [parts] })
	};
	return [
		overall,
		...dimensions.map((laidOut): Measure => ({
			id: laidOut.dimension.id,
			kind: 'dimension',
			range: layout.dimensionUnits,
			step: leastStep(laidOut),
			scale
		}))
	];
}

/** How many people of a cell have a score, and their sum in the measure's units. */
export function statisticOf(tally: Tally, cell: Cell, { id, range }: Measure): AtomStatistic {
	const item = questionOf(id);
	if (item !== null) return itemSums(tally, cell, item)!;
	const { dimensionUnits, overallUnits } = tally.layout;
	const isOverall = id === OVERALL;
	const { n, sum } = isOverall
		? readings.overallSums(tally, cell)
		: readings.dimensionSums(tally, cell, placeOf(tally.layout, id));
	return { n, sum: (sum * range) / (isOverall ? overallUnits : dimensionUnits) };
}

/** The same scores as a sample, in points. */
export function sampleFor(tally: Tally, cell: Cell, measure: string): Sample {
	const item = questionOf(measure);
	if (item !== null) return itemSample(tally, cell, item)!;
	if (measure === OVERALL) return readings.overallSample(tally, cell);
	return readings.dimensionSample(tally, cell, placeOf(tally.layout, measure));
}

export function placeOf({ dimensions }: Layout, measure: string): number {
	const place = dimensions.findIndex(({ dimension }) => dimension.id === measure);
	if (place < 0) throw new RangeError(`There is no dimension “${measure}”.`);
	return place;
}

/** What one answer of a sheet without gaps moves. */
function leastStep({ places, share }: LayoutDimension): number {
	return share[places.length]!;
}

function leastCommon(a: number, b: number): number {
	return (a * b) / Number(greatestCommon(BigInt(a), BigInt(b)));
}

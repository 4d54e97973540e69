import type { Answers } from '../answers.ts';
import { itemsOf, scaleRange } from '../instrument/form.ts';
import type { Dimension, Instrument, Item } from '../instrument/instrument.ts';
import { FIELDS, patternCount } from './patterns.ts';
import { dimensionQuorum, overallQuorum } from './person.ts';

/** One dimension of a form, ready for counting. */
export interface LayoutDimension {
	readonly dimension: Dimension;
	/** Places of its items in the form's order. */
	readonly places: Int32Array;
	/** Fewest answers that make a score. */
	readonly quorum: number;
	/** Which keys its items have, as bits: 1 for plus, 2 for minus. */
	readonly keys: number;
	/** By the number of answers: what turns a sum of keyed steps into units. */
	readonly share: Float64Array;
	/** Place among the spectrum dimensions; −1 for a companion. */
	readonly spectrumAt: number;
	/** Whether all its patterns of answers fit into a table; if not, pairs of items are counted. */
	readonly isTabled: boolean;
	/** Where the joint counts of its pairs of items begin, when it has no table. */
	readonly pairsAt: number;
}

/** All dimensions in a few arrays, one after another. */
export interface FlatDimensions {
	/** Places of the items, dimension by dimension, and place × codes of each. */
	readonly places: Int32Array;
	readonly slots: Int32Array;
	/** By dimension: where its places end, where its table of patterns begins (−1 for none), its keys as bits. */
	readonly ends: Int32Array;
	readonly tables: Int32Array;
	readonly keys: Uint8Array;
	/** Dimensions that stay out of the spectrum. */
	readonly companions: Int32Array;
	readonly tableLength: number;
}

/**
 * A form of an instrument, laid out so that a sheet is `items.length` bytes and counting it needs no look-up
 * by name.
 *
 * A byte is a code: 0 for no answer, 1 … `levels` for the values of the scale from low to high,
 * `levels` + 1 for “not sure”.
 *
 * Scores are counted in whole units, so that sums are exact and the order of people never shows. A
 * dimension's unit divides a step by the least common multiple of all its possible numbers of answers
 * (2, 3, 4: twelfths of a step), the overall's unit divides that again by the possible numbers of
 * dimensions (6, 7, 8: 168). Where a million people's squares could pass 2^53, units are points in floating numbers
 * instead, and merging in another order may change the last digit.
 */
export interface Layout {
	readonly instrument: Instrument;
	readonly form: string;
	readonly items: readonly Item[];
	readonly low: number;
	readonly levels: number;
	readonly notSure: number;
	/** Codes for each item: `levels` + 2. */
	readonly codes: number;
	readonly dimensions: readonly LayoutDimension[];
	/** The dimensions again, for the inmost loop. */
	readonly flat: FlatDimensions;
	readonly spectrum: number;
	/** Places of the spectrum dimensions among all dimensions. */
	readonly spectrumPlaces: Int32Array;
	/** Fewest spectrum dimensions that make an overall. */
	readonly overallQuorum: number;
	/** Keys that spectrum items have, as bits. */
	readonly overallKeys: number;
	/** By the number of dimensions: what turns a sum of dimension units into overall units. */
	readonly overallShare: Float64Array;
	/** Units of a dimension, and of the overall, in 100 points. */
	readonly dimensionUnits: number;
	readonly overallUnits: number;
	readonly isExact: boolean;
	/** By place × codes + code: steps from the monolith's end; 0 for no answer. */
	readonly steps: Uint8Array;
	/** By place: 1 for plus, 2 for minus. */
	readonly keyBits: Uint8Array;
	/** Length of all joint counts of pairs. */
	readonly pairCounts: number;
}

/** Lays a form out for counting. Throws a RangeError for a form that does not exist. */
export function layoutOf(instrument: Instrument, form: string): Layout {
	const items = itemsOf(instrument, form);
	const { low, high } = scaleRange(instrument);
	const levels = high - low + 1;
	const codes = levels + 2;
	const counting = countingUnits(instrument, items, high - low);
	const dimensions = layoutDimensions(instrument, items, counting, codes);
	const spectrum = dimensions.filter(({ spectrumAt }) => spectrumAt >= 0);

	return {
		instrument,
		form,
		items,
		low,
		levels,
		notSure: levels + 1,
		codes,
		dimensions,
		flat: flatten(dimensions, codes),
		spectrum: spectrum.length,
		spectrumPlaces: Int32Array.from(spectrum, (entry) => dimensions.indexOf(entry)),
		overallQuorum: overallQuorum(spectrum.length),
		overallKeys: spectrum.reduce((bits, { keys }) => bits | keys, 0),
		overallShare: shares(spectrum.length, counting.perDimension),
		dimensionUnits: (high - low) * counting.perStep,
		overallUnits: (high - low) * counting.perStep * counting.perDimension,
		isExact: counting.isExact,
		steps: stepTable(items, levels, codes),
		keyBits: Uint8Array.from(items, ({ key }) => keyBit(key)),
		pairCounts:
			dimensions.reduce(
				(sum, { places, isTabled }) => sum + (isTabled ? 0 : pairsOf(places.length)),
				0
			) *
			codes ** 2
	};
}

/** Writes one person's answers as codes into `sheet` from `at` on. Answers are taken to be valid. */
export function encodeAnswers(layout: Layout, answers: Answers, sheet: Uint8Array, at = 0): void {
	layout.items.forEach(({ id }, place) => {
		const answer = answers[id];
		sheet[at + place] =
			answer === undefined ? 0 : answer === null ? layout.notSure : answer - layout.low + 1;
	});
}

/** Joint counts come twice: of people with every answer of the dimension, and of all others. */
export function pairsOf(items: number): number {
	return items * (items - 1);
}

/** Squares of a million people's scores must stay whole numbers. */
const LARGEST_UNITS = Math.sqrt(Number.MAX_SAFE_INTEGER / 2 ** 20);

function countingUnits(instrument: Instrument, items: readonly Item[], range: number) {
	const asked = instrument.dimensions.map(
		({ id }) => items.filter(({ dimension }) => dimension === id).length
	);
	const perStep = asked
		.filter((count) => count > 0)
		.reduce((multiple, count) => commonMultiple(multiple, dimensionQuorum(count), count), 1);
	const spectrum = instrument.dimensions.filter(({ inSpectrum }) => inSpectrum).length;
	const perDimension = commonMultiple(1, overallQuorum(spectrum), spectrum);
	const isExact = range * perStep * perDimension <= LARGEST_UNITS;
	if (isExact) return { perStep, perDimension, isExact };
	return { perStep: 100 / range, perDimension: 1, isExact };
}

/** The least common multiple of `start` and every number from `from` to `to`; stops once it is too large to use. */
function commonMultiple(start: number, from: number, to: number): number {
	let multiple = start;
	for (let number = from; number <= to && multiple <= LARGEST_UNITS; number++) {
		multiple = (multiple / commonDivisor(multiple, number)) * number;
	}
	return multiple;
}

function commonDivisor(a: number, b: number): number {
	return b === 0 ? a : commonDivisor(b, a % b);
}

function shares(most: number, multiple: number): Float64Array {
	return Float64Array.from({ length: most + 1 }, (_, count) => (count ? multiple / count : 0));
}

function layoutDimensions(
	instrument: Instrument,
	items: readonly Item[],
	{ perStep, isExact }: { perStep: number; isExact: boolean },
	codes: number
): LayoutDimension[] {
	let pairsAt = 0;
	let spectrum = 0;
	return instrument.dimensions.map((dimension) => {
		const places = items.flatMap((item, place) => (item.dimension === dimension.id ? [place] : []));
		const isTabled = isExact && patternCount(places.length, codes) > 0;
		const laidOut = {
			dimension,
			places: Int32Array.from(places),
			quorum: dimensionQuorum(places.length),
			keys: places.reduce((bits, place) => bits | keyBit(items[place]!.key), 0),
			share: shares(places.length, perStep),
			spectrumAt: dimension.inSpectrum ? spectrum++ : -1,
			isTabled,
			pairsAt
		};
		if (!isTabled) pairsAt += pairsOf(places.length) * codes ** 2;
		return laidOut;
	});
}

function flatten(dimensions: readonly LayoutDimension[], codes: number): FlatDimensions {
	const places = dimensions.flatMap((dimension) => [...dimension.places]);
	const tables: number[] = [];
	const ends: number[] = [];
	let tableLength = 0;
	let end = 0;
	for (const { places, isTabled } of dimensions) {
		end += places.length;
		ends.push(end);
		tables.push(isTabled ? tableLength : -1);
		if (isTabled) tableLength += patternCount(places.length, codes) * FIELDS;
	}
	return {
		places: Int32Array.from(places),
		slots: Int32Array.from(places, (place) => place * codes),
		ends: Int32Array.from(ends),
		tables: Int32Array.from(tables),
		keys: Uint8Array.from(dimensions, ({ keys }) => keys),
		companions: Int32Array.from(
			dimensions.flatMap(({ spectrumAt }, d) => (spectrumAt < 0 ? [d] : []))
		),
		tableLength
	};
}

function stepTable(items: readonly Item[], levels: number, codes: number): Uint8Array {
	const steps = new Uint8Array(items.length * codes);
	items.forEach(({ key }, place) => {
		for (let code = 1; code <= levels; code++) {
			steps[place * codes + code] = key === 1 ? code - 1 : levels - code;
		}
	});
	return steps;
}

function keyBit(key: 1 | -1): number {
	return key === 1 ? 1 : 2;
}

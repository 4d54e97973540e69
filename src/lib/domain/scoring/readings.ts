import { emptyCell, SCORE_SUMS, type Cell } from './cell.ts';
import type { Layout } from './layout.ts';
import type { Moments } from './moments.ts';
import type { Sample } from './sample.ts';
import type { Tally } from './tally.ts';

/** What a cell says about its people, back in points. All from sums: nothing here knows a person. */

/** Scores in whole units, as they were counted. */
export interface UnitSum {
	n: number;
	/** Of `dimensionUnits` or `overallUnits` a head at most. */
	sum: number;
}

/** A dimension's scores. */
export function dimensionSample(tally: Tally, cell: Cell, d: number): Sample {
	const { n, sum, squares } = dimensionSums(tally, cell, d);
	return sampleFrom(n, sum, squares, tally.layout.dimensionUnits);
}

/** The overall scores. */
export function overallSample(tally: Tally, cell: Cell): Sample {
	const { n, sum, squares } = overallSums(tally, cell);
	return sampleFrom(n, sum, squares, tally.layout.overallUnits);
}

/** A dimension's scores, exact where the layout is. */
export function dimensionSums(tally: Tally, cell: Cell, d: number): UnitSum & { squares: number } {
	const { layout, at } = tally;
	const { sums } = cell;
	const own = at.scores + d * SCORE_SUMS;
	const { spectrumAt } = layout.dimensions[d]!;
	if (spectrumAt < 0) return { n: sums[own]!, sum: sums[own + 1]!, squares: sums[own + 2]! };

	const sumOfWhole = at.profiles + 1 + spectrumAt;
	const squaresOfWhole =
		at.profiles + 1 + layout.spectrum + triangleAt(spectrumAt, spectrumAt, layout.spectrum);
	return {
		n: sums[own]! + sums[at.profiles]!,
		sum: sums[own + 1]! + sums[sumOfWhole]!,
		squares: sums[own + 2]! + sums[squaresOfWhole]!
	};
}

/** The overall scores, exact where the layout is. */
export function overallSums({ layout, at }: Tally, { sums }: Cell): UnitSum & { squares: number } {
	const own = at.scores + layout.dimensions.length * SCORE_SUMS;
	return { n: sums[own]!, sum: sums[own + 1]!, squares: sums[own + 2]! };
}

/** The scores of flagged people who stay in: of a dimension, or of the overall as number `dimensions.length`. */
export function flaggedSample({ layout, at }: Tally, { sums }: Cell, d: number): Sample {
	const [n, sum, squares] = sums.subarray(at.flaggedScores + d * SCORE_SUMS);
	const isOverall = d === layout.dimensions.length;
	return sampleFrom(n!, sum!, squares!, isOverall ? layout.overallUnits : layout.dimensionUnits);
}

/** The spectrum profiles of the people who have all of it. */
export function profileMoments({ layout, at }: Tally, { sums }: Cell): Moments {
	return momentsFrom(sums.subarray(at.profiles), layout.spectrum, layout.dimensionUnits);
}

/** Outward and inward scores of the people who have both. */
export function balanceMoments({ layout, at }: Tally, { sums }: Cell): Moments {
	return momentsFrom(sums.subarray(at.balance), 2, layout.dimensionUnits);
}

/** How many gave each value of the scale, low to high. */
export function answerCounts({ layout }: Tally, { counts }: Cell, place: number): number[] {
	const values: number[] = [];
	readAnswerCounts(layout, counts, place, values);
	return values;
}

/** The same of a cell's `counts`, written into `values`. */
export function readAnswerCounts(
	{ codes, levels }: Layout,
	counts: Uint32Array,
	place: number,
	values: number[]
): void {
	const start = place * codes + 1;
	for (let level = 0; level < levels; level++) values[level] = counts[start + level]!;
}

/** An item's answers on the scale as asked. */
export function answerSample(tally: Tally, cell: Cell, place: number): Sample {
	const counts = answerCounts(tally, cell, place);
	const sum = (value: (step: number) => number) =>
		counts.reduce((total, people, step) => total + people * value(step), 0);
	const sample = sampleFrom(
		sum(() => 1),
		sum((step) => step),
		sum((step) => step * step),
		STEPS
	);
	return { ...sample, mean: sample.mean === null ? null : sample.mean + tally.layout.low };
}

/** How many said “not sure”. */
export function notSureCount({ layout }: Tally, { counts }: Cell, place: number): number {
	return counts[place * layout.codes + layout.notSure]!;
}

/** All teams together, or some of them. */
export function totalCell(tally: Tally, cells: Iterable<Cell> = tally.cells.values()): Cell {
	const total = emptyCell(tally, '');
	const { counts, sums } = total;
	for (const cell of cells) {
		for (let i = 0; i < counts.length; i++) counts[i]! += cell.counts[i]!;
		for (let i = 0; i < sums.length; i++) sums[i]! += cell.sums[i]!;
	}
	return total;
}

/** Units that leave steps as they are. */
const STEPS = 100;

/** Place of row a, column b ≥ a in an upper triangle that is written row by row. */
function triangleAt(a: number, b: number, size: number): number {
	return a * size - (a * (a - 1)) / 2 + (b - a);
}

/** `units` make 100 points. Dividing comes last, so that people at an end of the scale have exactly 0 or 100. */
function sampleFrom(n: number, sum: number, squares: number, units: number): Sample {
	return {
		n,
		mean: n === 0 ? null : (sum * 100) / (n * units),
		variance: n < 2 ? null : varianceFrom(n, sum, squares) * (100 / units) ** 2
	};
}

/** Below this share of the squares, a difference of floating sums is what rounding left over. */
const ROUNDING = 1e-13;

/** In whole numbers up to the division, so that equal people have a variance of exactly zero. */
function varianceFrom(n: number, sum: number, squares: number): number {
	const difference = n * squares - sum * sum;
	return difference <= n * squares * ROUNDING ? 0 : difference / (n * (n - 1));
}

function momentsFrom(sums: Float64Array, size: number, units: number): Moments {
	const points = new Array<number>(size);
	const products = Array.from({ length: size }, () => new Array<number>(size));
	let product = 1 + size;
	for (let a = 0; a < size; a++) {
		points[a] = (sums[1 + a]! * 100) / units;
		for (let b = a; b < size; b++, product++) {
			products[a]![b] = products[b]![a] = sums[product]! * (100 / units) ** 2;
		}
	}
	return { n: sums[0]!, sums: points, products };
}

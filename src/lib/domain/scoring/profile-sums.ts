import type { Run } from './answer-counts.ts';
import { BLOCK, type ScoreColumns } from './score-columns.ts';

/**
 * Adds a run's spectrum profiles to a cell's `sums`, from `at` on: sums, then products of the upper triangle, row
 * by row. `units` holds a column of scores for each dimension. Four products at a time, in numbers that stay in the
 * processor: to add each person's products to the cell takes twice as long.
 */
export function addProfiles(
	units: Float64Array,
	spectrum: number,
	{ start, end }: Run,
	sums: Float64Array,
	at: number
): void {
	let product = at + spectrum;
	for (let a = 0; a < spectrum; a++) {
		sums[at + a]! += columnSum(units, a * BLOCK + start, a * BLOCK + end);
		let b = a;
		for (; b + 4 <= spectrum; b += 4, product += 4)
			addFourProducts(units, a * BLOCK + start, b * BLOCK + start, end - start, sums, product);
		for (; b < spectrum; b++)
			sums[product++]! += productSum(units, a * BLOCK + start, b * BLOCK + start, end - start);
	}
}

function columnSum(units: Float64Array, start: number, end: number): number {
	let sum = 0;
	for (let at = start; at < end; at++) sum += units[at]!;
	return sum;
}

function productSum(units: Float64Array, a: number, b: number, people: number): number {
	let sum = 0;
	for (let person = 0; person < people; person++) sum += units[a + person]! * units[b + person]!;
	return sum;
}

/** The products of column `a` with column `b` and the three behind it. */
function addFourProducts(
	units: Float64Array,
	a: number,
	b: number,
	people: number,
	sums: Float64Array,
	product: number
): void {
	let [first, second, third, fourth] = [0, 0, 0, 0];
	for (let person = 0; person < people; person++) {
		const value = units[a + person]!;
		first += value * units[b + person]!;
		second += value * units[b + BLOCK + person]!;
		third += value * units[b + 2 * BLOCK + person]!;
		fourth += value * units[b + 3 * BLOCK + person]!;
	}
	sums[product]! += first;
	sums[product + 1]! += second;
	sums[product + 2]! += third;
	sums[product + 3]! += fourth;
}

/** Adds a dimension's scores, where there are some, to the three sums from `at` on. */
export function addScores(
	{ units, starts, isTaken }: ScoreColumns,
	d: number,
	{ start, end }: Run,
	sums: Float64Array,
	at: number
): void {
	let [people, sum, squares] = [0, 0, 0];
	for (let sheet = start; sheet < end; sheet++) {
		const score = units[starts[d]! + sheet]!;
		if (score < 0 || isTaken[sheet]) continue;
		people++;
		sum += score;
		squares += score * score;
	}
	sums[at]! += people;
	sums[at + 1]! += sum;
	sums[at + 2]! += squares;
}

/** Adds outward and inward scores of those who have both to the six sums from `at` on. */
export function addBalance(
	{ units, starts, isTaken }: ScoreColumns,
	[outward, inward]: readonly [number, number],
	{ start, end }: Run,
	sums: Float64Array,
	at: number
): void {
	let [people, sumA, sumB, squaresA, products, squaresB] = [0, 0, 0, 0, 0, 0];
	for (let sheet = start; sheet < end; sheet++) {
		const a = units[starts[outward]! + sheet]!;
		const b = units[starts[inward]! + sheet]!;
		if (a < 0 || b < 0 || isTaken[sheet]) continue;
		people++;
		sumA += a;
		sumB += b;
		squaresA += a * a;
		products += a * b;
		squaresB += b * b;
	}
	sums[at]! += people;
	sums[at + 1]! += sumA;
	sums[at + 2]! += sumB;
	sums[at + 3]! += squaresA;
	sums[at + 4]! += products;
	sums[at + 5]! += squaresB;
}

import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { chiSquareQuantile } from './quantiles.ts';

/** Below this many complete people the distance says more about them than about one of them. */
export const FEWEST_FOR_DISTANCE = 200;
/** One attentive person in a thousand lies farther out. */
const USUAL = 0.999;

/**
 * The squared Mahalanobis distance (1936) of each person's answers from the middle of all complete people,
 * in the order of `rows`; null for a person with a missing answer. The whole is null below 200 complete
 * people, or when items repeat each other so that no distance is defined.
 */
export function squaredDistances(
	rows: readonly (readonly (number | null)[])[]
): (number | null)[] | null {
	const complete = rows.filter(isComplete);
	if (complete.length < FEWEST_FOR_DISTANCE) return null;

	const means = columnMeans(complete);
	const centered = new Matrix(complete.map((row) => row.map((value, i) => value - means[i]!)));
	const covariance = centered
		.transpose()
		.mmul(centered)
		.div(complete.length - 1);
	const factor = lowerFactor(covariance);
	if (factor === null) return null;
	const lower = factor.to2DArray();
	return rows.map((row) => (isComplete(row) ? squaredLength(lower, row, means) : null));
}

/** Whether a squared distance is farther out than 999 of 1,000 attentive people's: χ² with the items as df. */
export function isFarOut(squaredDistance: number, items: number): boolean {
	return squaredDistance > chiSquareQuantile(USUAL, items);
}

function isComplete(row: readonly (number | null)[]): row is readonly number[] {
	return row.length > 0 && row.every((value) => value !== null);
}

function columnMeans(rows: readonly (readonly number[])[]): number[] {
	const sums = rows[0]!.map(() => 0);
	for (const row of rows) row.forEach((value, i) => (sums[i]! += value));
	return sums.map((sum) => sum / rows.length);
}

/** Null where an item is constant or follows from the others: its own part of the variance is then rounding. */
function lowerFactor(covariance: Matrix): Matrix | null {
	const decomposition = new CholeskyDecomposition(covariance);
	if (!decomposition.isPositiveDefinite()) return null;
	const lower = decomposition.lowerTriangularMatrix;
	const isOwn = (i: number) => lower.get(i, i) ** 2 > 1e-10 * covariance.get(i, i);
	return covariance.diagonal().every((_, i) => isOwn(i)) ? lower : null;
}

/** Solves downward, so that the covariance need not be inverted. */
function squaredLength(
	lower: readonly (readonly number[])[],
	row: readonly number[],
	means: readonly number[]
): number {
	const solved: number[] = [];
	let length = 0;
	for (let i = 0; i < row.length; i++) {
		let rest = row[i]! - means[i]!;
		for (let j = 0; j < i; j++) rest -= lower[i]![j]! * solved[j]!;
		solved.push(rest / lower[i]![i]!);
		length += solved[i]! ** 2;
	}
	return length;
}

/**
 * Over people who have all of `size` scores: how many they are, their sums, and the sums of products.
 * Sums are in points of 0 to 100; parts of a group can be merged in any order.
 */
export interface Moments {
	readonly n: number;
	readonly sums: readonly number[];
	/** Symmetric, `size` × `size`. */
	readonly products: readonly (readonly number[])[];
}

/** Moments of rows of `size` numbers each; no rows give zeros. */
export function momentsOf(rows: readonly (readonly number[])[], size: number): Moments {
	const columns = Array.from({ length: size }, (_, at) => at);
	const total = (value: (row: readonly number[]) => number) =>
		rows.reduce((sum, row) => sum + value(row), 0);
	return {
		n: rows.length,
		sums: columns.map((i) => total((row) => row[i]!)),
		products: columns.map((i) => columns.map((j) => total((row) => row[i]! * row[j]!)))
	};
}

/** Moments of two groups together that share nobody. Throws a RangeError when their sizes differ. */
export function mergeMoments(a: Moments, b: Moments): Moments {
	if (a.sums.length !== b.sums.length) throw new RangeError('The groups have different scores.');
	return {
		n: a.n + b.n,
		sums: a.sums.map((sum, i) => sum + b.sums[i]!),
		products: a.products.map((row, i) => row.map((product, j) => product + b.products[i]![j]!))
	};
}

/** The mean of each score; null for nobody. */
export function means({ n, sums }: Moments): number[] | null {
	return n === 0 ? null : sums.map((sum) => sum / n);
}

/** The sample covariances (n − 1) of the scores; null below two people. */
export function covariance(moments: Moments): number[][] | null {
	const { n } = moments;
	return n < 2 ? null : scatter(moments).map((row) => row.map((value) => value / (n - 1)));
}

/** The sample variances (n − 1) of the scores; null below two people. */
export function variances(moments: Moments): number[] | null {
	return covariance(moments)?.map((row, i) => row[i]!) ?? null;
}

/** Sums of squares and products about the means, `size` × `size`; zeros for nobody. */
export function scatter(moments: Moments): number[][] {
	return moments.products.map((row, i) => row.map((_, j) => scatterAt(moments, i, j)));
}

/** One number of the scatter: of score `i` with score `j`. */
export function scatterAt({ n, sums, products }: Moments, i: number, j: number): number {
	if (n === 0) return 0;
	const product = products[i]![j]!;
	const value = product - (sums[i]! * sums[j]!) / n;
	const size = Math.sqrt(products[i]![i]! * products[j]![j]!);
	return Math.abs(value) <= size * ROUNDING ? 0 : value;
}

/**
 * What is left of a difference of two equal sums after rounding, as a share of them. Among a million
 * people, a single one who differs by a single answer step is still a hundred times larger.
 */
const ROUNDING = 1e-13;

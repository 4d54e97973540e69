/**
 * What covariances of items need when some answers are missing: over the people who answered both items i
 * and j, how many they are, the sum of i, and the sum of products. Parts of a group can
 * be merged in any order; answers are whole numbers, so the sums are exact.
 */
export interface PairSums {
	readonly items: number;
	/** At i × items + j. */
	readonly people: Float64Array;
	readonly sums: Float64Array;
	readonly products: Float64Array;
}

/** Adds people to sums, one row of answers each; null is a missing answer. */
export function pairSumsOf(rows: Iterable<readonly (number | null)[]>, items: number): PairSums {
	const empty = () => new Float64Array(items * items);
	const pairs = { items, people: empty(), sums: empty(), products: empty() };
	for (const row of rows) addPerson(pairs, row);
	return pairs;
}

/** Sums of two groups together that share nobody. Throws a RangeError when they have different items. */
export function mergePairSums(a: PairSums, b: PairSums): PairSums {
	if (a.items !== b.items) throw new RangeError('The groups answered different items.');
	const merge = (one: Float64Array, other: Float64Array) =>
		one.map((value, at) => value + other[at]!);
	return {
		items: a.items,
		people: merge(a.people, b.people),
		sums: merge(a.sums, b.sums),
		products: merge(a.products, b.products)
	};
}

/**
 * Sample covariances of items over the people who answered both of each pair, as R's
 * `cov(use = "pairwise")`, with the fewest people that share a pair. The matrix is null when two items share
 * fewer than two people.
 */
export function pairwiseCovariance({ items, people, sums, products }: PairSums): {
	covariance: number[][] | null;
	people: number;
} {
	const fewest = items === 0 ? 0 : people.reduce((least, n) => Math.min(least, n), Infinity);
	if (fewest < 2) return { covariance: null, people: fewest };

	const columns = Array.from({ length: items }, (_, at) => at);
	const covariance = columns.map((i) =>
		columns.map((j) => {
			const n = people[i * items + j]!;
			const cross = sums[i * items + j]! * sums[j * items + i]!;
			return (n * products[i * items + j]! - cross) / (n * (n - 1));
		})
	);
	return { covariance, people: fewest };
}

function addPerson({ items, people, sums, products }: PairSums, row: readonly (number | null)[]) {
	for (let i = 0; i < items; i++) {
		const own = row[i];
		if (own == null) continue;
		// The two halves differ in sums only, so a pair is visited once.
		for (let j = 0; j <= i; j++) {
			const other = row[j];
			if (other == null) continue;
			const at = i * items + j;
			people[at]!++;
			sums[at]! += own;
			products[at]! += own * other;
			if (j === i) continue;
			const mirrored = j * items + i;
			people[mirrored]!++;
			sums[mirrored]! += other;
			products[mirrored]! += own * other;
		}
	}
}

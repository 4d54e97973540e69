/** Ways to answer without any agreement, against which rwg measures: what random answers may look like. */
export const NULL_DISTRIBUTIONS = [
	'uniform',
	'slight-skew',
	'moderate-skew',
	'heavy-skew',
	'triangular',
	'normal'
] as const;
export type NullDistribution = (typeof NULL_DISTRIBUTIONS)[number];

/** A value for each null distribution; null where no variance is published for that length of scale. */
export type ByNull<Value> = Record<NullDistribution, Value>;

type Skewed = Exclude<NullDistribution, 'uniform'>;

function variances(
	slight: number,
	moderate: number,
	heavy: number,
	triangular: number,
	normal: number
): Record<Skewed, number> {
	return {
		'slight-skew': slight,
		'moderate-skew': moderate,
		'heavy-skew': heavy,
		triangular,
		normal
	};
}

/** By the number of scale points: LeBreton & Senter (2008), as in the R package WGA. */
const PUBLISHED: Record<number, Record<Skewed, number>> = {
	5: variances(1.34, 0.9, 0.44, 1.32, 1.04),
	6: variances(1.85, 1.26, 0.69, 1.45, 1.25),
	7: variances(2.9, 2.14, 1.39, 2.1, 1.4),
	8: variances(3.47, 2.79, 2.35, 2.81, 1.73),
	9: variances(5.66, 4.73, 3.16, 3.0, 1.58),
	10: variances(6.3, 5.09, 3.46, 2.89, 1.45),
	11: variances(7.31, 6.32, 4.02, 3.32, 1.4)
};

/**
 * The variance in squared steps that answers would have without agreement, on a scale of `points` values.
 * Uniform is (A² − 1)/12 for every scale (James, Demaree & Wolf 1984); the others are published for 5 to 11
 * points and null elsewhere.
 */
export function nullVariance(nullDistribution: NullDistribution, points: number): number | null {
	if (nullDistribution === 'uniform') return points < 2 ? null : (points ** 2 - 1) / 12;
	return PUBLISHED[points]?.[nullDistribution] ?? null;
}

const known = new Map<number, ByNull<number | null>>();

/** `nullVariance` of every distribution. */
export function nullVariances(points: number): ByNull<number | null> {
	let variances = known.get(points);
	if (!variances) {
		variances = Object.fromEntries(
			NULL_DISTRIBUTIONS.map((name) => [name, nullVariance(name, points)])
		) as ByNull<number | null>;
		known.set(points, variances);
	}
	return variances;
}

const MOST_ROUNDS = 10_000;
const PRECISION = 1e-12;
/** psych bounds uniquenesses at .005, so that no item is all factor. */
const LARGEST_LOADING = Math.sqrt(0.995);

/**
 * Loadings of one common factor by minimum residuals (Harman & Jones 1966): they reproduce the correlations
 * off the diagonal best, in least squares. Each step solves for one loading with the others held, within
 * ±√.995, so the squares fall at every step. The sign is the one that most loadings agree on. Null when
 * nothing correlates, or the steps do not come to rest.
 */
export function oneFactorLoadings(correlations: readonly (readonly number[])[]): number[] | null {
	const loadings = correlations.map(() => Math.SQRT1_2);
	for (let round = 0; round < MOST_ROUNDS; round++) {
		if (improve(loadings, correlations) >= PRECISION) continue;
		if (loadings.every((loading) => Math.abs(loading) < 1e-6)) return null;
		const direction = loadings.reduce((sum, loading) => sum + loading, 0) < 0 ? -1 : 1;
		return loadings.map((loading) => loading * direction);
	}
	return null;
}

/** One round over all loadings, in place; says how far the loading that moved most has moved. */
function improve(loadings: number[], correlations: readonly (readonly number[])[]): number {
	let largest = 0;
	for (let i = 0; i < loadings.length; i++) {
		const row = correlations[i]!;
		let product = 0;
		let squares = 0;
		for (let j = 0; j < loadings.length; j++) {
			if (i === j) continue;
			product += row[j]! * loadings[j]!;
			squares += loadings[j]! ** 2;
		}
		const best = squares > 0 ? product / squares : 0;
		const bounded = Math.min(Math.max(best, -LARGEST_LOADING), LARGEST_LOADING);
		largest = Math.max(largest, Math.abs(bounded - loadings[i]!));
		loadings[i] = bounded;
	}
	return largest;
}

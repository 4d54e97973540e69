import { means, scatterAt, type Moments } from './moments.ts';

/** How teams differ from each other, and people within teams, over `D` dimensions; in squared points. */
export interface TeamSpread {
	/** People in each team. */
	sizes: number[];
	/** Means, team by team, `D` each. */
	profiles: number[][];
	/** V_d: variance (T − 1) of the team means. */
	between: number[];
	/** Variance (T − 1) of the teams' levels, the means of their profiles. */
	betweenLevels: number;
	/** MSW_d: pooled variance within teams. */
	within: number[];
	/** Variance within teams of a person's level. */
	withinLevels: number;
	/** ñ: harmonic mean of the team sizes. */
	harmonicSize: number;
	/** Degrees of freedom of the pooled covariance within teams, N − T. */
	withinDf: number;
	/**
	 * How many independent dimensions the spread within teams amounts to, (tr S)²/tr(S²) of 1 to `D` (Box 1954);
	 * 1, the most careful, when there is no spread.
	 */
	directions: number;
}

/** The spread of at least two teams of at least two people each, from their moments alone. */
export function teamSpread(teams: readonly Moments[]): TeamSpread {
	const sizes = teams.map(({ n }) => n);
	const profiles = teams.map((moments) => means(moments)!);
	const size = profiles[0]!.length;
	const withinDf = sizes.reduce((sum, n) => sum + n - 1, 0);
	const pooled = pooledCovariance(teams, size, withinDf);
	const trace = pooled.reduce((sum, row, i) => sum + row[i]!, 0);
	const squares = pooled.flat().reduce((sum, value) => sum + value ** 2, 0);

	return {
		sizes,
		profiles,
		between: pooled.map((_, d) => varianceOf(profiles.map((profile) => profile[d]!))),
		betweenLevels: varianceOf(profiles.map(meanOf)),
		within: pooled.map((row, d) => row[d]!),
		withinLevels: pooled.flat().reduce((sum, value) => sum + value, 0) / size ** 2,
		harmonicSize: sizes.length / sizes.reduce((sum, n) => sum + 1 / n, 0),
		withinDf,
		directions: squares > 0 ? trace ** 2 / squares : 1
	};
}

export function meanOf(values: readonly number[]): number {
	let sum = 0;
	for (const value of values) sum += value;
	return sum / values.length;
}

function pooledCovariance(teams: readonly Moments[], size: number, df: number): number[][] {
	const total = Array.from({ length: size }, () => new Array<number>(size).fill(0));
	for (const moments of teams) {
		for (let i = 0; i < size; i++) {
			for (let j = 0; j < size; j++) total[i]![j]! += scatterAt(moments, i, j);
		}
	}
	return total.map((row) => row.map((value) => value / df));
}

/** Sample variance; what is only rounding, a trillionth of the values, counts as none. */
function varianceOf(values: readonly number[]): number {
	const mean = meanOf(values);
	const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
	const size = values.reduce((sum, value) => sum + value ** 2, 0);
	return squares <= size * 1e-24 ? 0 : squares / (values.length - 1);
}

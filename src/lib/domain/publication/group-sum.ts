import type { AtomStatistic, Group } from './request.ts';
import { leastCommon } from './whole-numbers.ts';

/** A group's weighted sum of one measure, in whole numbers: exact, so that the ledger can reckon with it. */
export interface GroupSum {
	/** Sheets with a valid value. */
	n: number;
	/** By atom. All 1 for a plain mean. */
	weights: ReadonlyMap<string, bigint>;
	/** Σ weight × sum; the mean is value ÷ most, from 0 (lowest) to 1 (highest). */
	value: bigint;
	/** What the value would be if everybody gave the highest answer. */
	most: bigint;
}

export type Statistics = Readonly<Record<string, AtomStatistic>>;

/** The sum of a group: each sheet counts once, or each stratum by its headcount. */
export function groupSum(
	group: Pick<Group, 'atoms' | 'strata'>,
	statistics: Statistics,
	range: number
): GroupSum {
	const weights = group.strata ? strataWeights(group.strata, statistics) : null;
	const total = { n: 0, weights: new Map<string, bigint>(), value: 0n, most: 0n };
	for (const atom of group.atoms) {
		const { n, sum } = statistics[atom] ?? { n: 0, sum: 0 };
		const weight = weights ? weights.get(atom) : 1n;
		if (n === 0 || weight === undefined) continue;
		total.n += n;
		total.weights.set(atom, weight);
		total.value += weight * BigInt(sum);
		total.most += weight * BigInt(n * range);
	}
	return total;
}

/** Headcount ÷ sheets of each stratum, all multiplied by the same number so that they are whole. */
function strataWeights(
	strata: NonNullable<Group['strata']>,
	statistics: Statistics
): Map<string, bigint> {
	const sheets = strata.map(({ atoms }) =>
		atoms.reduce((n, atom) => n + (statistics[atom]?.n ?? 0), 0)
	);
	const common = sheets.filter((n) => n > 0).reduce((all, n) => leastCommon(all, BigInt(n)), 1n);
	return new Map(
		strata.flatMap(({ atoms, headcount }, i) =>
			sheets[i] === 0
				? []
				: atoms.map((atom) => [atom, (BigInt(headcount) * common) / BigInt(sheets[i]!)] as const)
		)
	);
}

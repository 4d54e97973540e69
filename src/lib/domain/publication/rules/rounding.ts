import { ceilingOf } from '../whole-numbers.ts';
import { boundShare, edgesOf } from './extreme.ts';

/** A mean as it is written: a whole number of steps of its scale, or a bound as a share of the scale. */
export type Written =
	| { as: 'value'; step: number; steps: number }
	| { as: 'bound'; side: 'or-more' | 'or-less'; share: number };

/** What a mean is made of: value ÷ most is its place on the scale; `unit` is the least step. */
export interface ExactMean {
	n: number;
	value: bigint;
	most: bigint;
	unit: bigint;
}

const FEWEST_FOR_FINE_STEPS = 5;
const COARSE_STEPS = 20;

/** Rule 2 and whole numbers: how a mean is written. Half a step is rounded up. */
export function writtenMean(mean: ExactMean, steps: number): Written {
	const { n, value, most, unit } = mean;
	const edges = edgesOf(n, most, unit);
	if (value >= edges.high) return { as: 'bound', side: 'or-more', share: boundShare(edges, most) };
	if (value <= edges.low)
		return { as: 'bound', side: 'or-less', share: 100 - boundShare(edges, most) };
	return plainMean(mean, stepsFor(n, steps));
}

/** A mean without a bound, for people who agreed to see each other's answers. */
export function plainMean({ value, most }: ExactMean, steps: number): Written {
	return {
		as: 'value',
		step: Number((2n * value * BigInt(steps) + most) / (2n * most)),
		steps
	};
}

/** The exact values that are written alike: all that a reader who knows the rules can tell. */
export function writtenAlike(
	mean: Omit<ExactMean, 'value'>,
	written: Written
): { low: bigint; high: bigint } {
	const { n, most, unit } = mean;
	const edges = edgesOf(n, most, unit);
	if (written.as === 'bound')
		return written.side === 'or-more'
			? { low: edges.high, high: most }
			: { low: 0n, high: edges.low };
	const double = 2n * BigInt(written.steps);
	const step = 2n * BigInt(written.step);
	const low = ceilingOf((step - 1n) * most, double);
	const high = ceilingOf((step + 1n) * most, double) - 1n;
	return {
		low: low > edges.low ? low : edges.low + 1n,
		high: high < edges.high ? high : edges.high - 1n
	};
}

/** Four people's mean in steps of 5 points: whole numbers would give their exact sum back. */
function stepsFor(n: number, steps: number): number {
	return n < FEWEST_FOR_FINE_STEPS ? Math.min(steps, COARSE_STEPS) : steps;
}

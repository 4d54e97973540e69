import {
	differenceWith,
	isClear,
	UNKNOWN_NOISE,
	welchDifference,
	type Difference,
	type KnownNoise
} from './difference.ts';
import { SMALLEST_GAP } from './gaps.ts';
import type { Sample } from './sample.ts';

/** One indicator or dimension as three views see it; a view that was not asked is null. */
export interface MirrorViews {
	id: string;
	/** How employees see it. */
	own: Sample | null;
	/** How employees guess that customers see it. */
	guess: Sample | null;
	customers: Sample | null;
}

/**
 * What the mirror shows: both sides see a strength, or neither does; employees think better of it than
 * customers (overestimate), or worse; or the noise is too large to say (unclear).
 */
export type MirrorFinding =
	'shared-strength' | 'shared-blind-spot' | 'overestimate' | 'underestimate' | 'unclear';

export interface MirrorResult {
	id: string;
	finding: MirrorFinding;
	/** Means of 0 to 100, and how many people are behind each. */
	own: Side | null;
	guess: Side | null;
	customers: Side | null;
	/** Own view minus customers' view. */
	ownGap: Difference | null;
	/** Guess minus customers' view. */
	guessGap: Difference | null;
}

interface Side {
	n: number;
	mean: number | null;
}

/** Half-way between the poles: what lies clearly above is a strength. */
const BORDER = 50;

/**
 * What employees and customers see on the same indicators, named only where it is larger than noise.
 *
 * Over- and underestimates are read from the guess where employees were asked for one, else from their own
 * view: the gap to the customers has a Welch 95 % interval without zero and is at least ten points. A
 * shared strength (blind spot) has no such gap, both views above (below) 50, and the mean of the two
 * views clearly so. Everything else, empty sides included, is unclear. Scores are points of 0 to 100.
 */
export function mirror(
	views: readonly MirrorViews[],
	noise: KnownNoise = UNKNOWN_NOISE
): MirrorResult[] {
	return views.map((view) => {
		const { id, own, guess, customers } = view;
		const ownGap = gapBetween(own, customers, noise);
		const guessGap = gapBetween(guess, customers, noise);
		const finding = estimateFinding(guessGap ?? ownGap) ?? sharedFinding(view, noise);
		return {
			id,
			finding: finding ?? 'unclear',
			own: sideOf(own),
			guess: sideOf(guess),
			customers: sideOf(customers),
			ownGap,
			guessGap
		};
	});
}

function gapBetween(a: Sample | null, b: Sample | null, noise: KnownNoise): Difference | null {
	return a && b && welchDifference(a, b, noise);
}

function estimateFinding(gap: Difference | null): MirrorFinding | null {
	if (!gap || !isClear(gap) || Math.abs(gap.difference!) < SMALLEST_GAP) return null;
	return gap.difference! > 0 ? 'overestimate' : 'underestimate';
}

function sharedFinding(
	{ own, guess, customers }: MirrorViews,
	noise: KnownNoise
): MirrorFinding | null {
	const employees = own ?? guess;
	if (employees?.mean == null || customers?.mean == null) return null;
	const sides = [employees.mean - BORDER, customers.mean - BORDER];
	if (!isClear(sumOfViews(employees, customers, noise))) return null;
	if (sides.every((side) => side > 0)) return 'shared-strength';
	return sides.every((side) => side < 0) ? 'shared-blind-spot' : null;
}

/** How far the two views together lie from the border: half the sum, with half the error of the difference. */
function sumOfViews(a: Sample, b: Sample, noise: KnownNoise): Difference {
	const { error, df } = welchDifference(a, b, noise);
	const squared = error === null ? null : (error / 2) ** 2;
	return differenceWith((a.mean! + b.mean!) / 2 - BORDER, [{ squared, df }], 0.95);
}

function sideOf(sample: Sample | null): Side | null {
	return sample && { n: sample.n, mean: sample.mean };
}

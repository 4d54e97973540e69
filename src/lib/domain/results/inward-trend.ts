import { BALANCE_DIMENSIONS } from '../scoring/balance-dimensions.ts';
import type { GroupView, ScoreView } from './results.ts';

/** What should rise together with give and get: the members' own outside-in, and what customers say. */
export type Companion = 'outside-in' | 'customers';

/**
 * Where a group has been looking since the round before.
 *
 * - `turning-inward`: give and get has clearly risen, and a companion has stayed behind.
 * - `unsure`: give and get has clearly risen; whether a companion rose with it is within the noise.
 * - `together`: give and get has clearly risen, and every companion that is known has clearly risen too.
 */
export interface InwardTrend {
	verdict: 'turning-inward' | 'unsure' | 'together';
	/** By how many points give and get has risen, and its margin. */
	rise: Moved;
	/** The companions that the verdict is about, each with its own change. */
	about: { companion: Companion; change: Moved }[];
}

export interface Moved {
	difference: number;
	margin: number;
}

type Change = Moved & { isClear: boolean };

/**
 * Whether a group serves itself more and its customers no more than before; null unless give and get has clearly
 * risen and something is known to compare it with.
 *
 * Knows only changes as the gate has published them, in points. A change is clear when it is larger than its margin.
 * A companion has stayed behind when it has not clearly risen and its change lies below that of give and get by
 * more than both margins together, √(m₁² + m₂²); taking the two for independent makes the warning careful.
 */
export function inwardTrend(
	group: Pick<GroupView, 'dimensions'>,
	customers: Pick<GroupView, 'overall' | 'dimensions'> | null
): InwardTrend | null {
	const { outward, inward } = BALANCE_DIMENSIONS;
	const rise = changeOf(dimension(group, inward));
	if (!rise || !hasRisen(rise)) return null;

	const companions: [Companion, Change | null][] = [
		['outside-in', changeOf(dimension(group, outward))],
		['customers', customers && changeOf(dimension(customers, outward) ?? customers.overall)]
	];
	const known = companions.flatMap(([companion, change]) =>
		change ? [{ companion, change }] : []
	);
	if (known.length === 0) return null;
	const still = known.filter(({ change }) => !hasRisen(change));
	const behind = still.filter(({ change }) => staysBehind(change, rise));
	const verdict =
		behind.length > 0 ? 'turning-inward' : still.length > 0 ? 'unsure' : ('together' as const);
	const about = [behind, still, known].find((some) => some.length > 0)!;
	return {
		verdict,
		rise: moved(rise),
		about: about.map(({ companion, change }) => ({ companion, change: moved(change) }))
	};
}

function hasRisen({ difference, isClear }: Change): boolean {
	return isClear && difference > 0;
}

function staysBehind(change: Change, rise: Change): boolean {
	return rise.difference - change.difference > Math.hypot(rise.margin, change.margin);
}

function dimension({ dimensions }: Pick<GroupView, 'dimensions'>, id: string): ScoreView | null {
	return dimensions.find(({ measure }) => measure === id) ?? null;
}

function changeOf(score: ScoreView | null): Change | null {
	return score?.change?.as === 'value' ? score.change.value : null;
}

function moved({ difference, margin }: Change): Moved {
	return { difference, margin };
}

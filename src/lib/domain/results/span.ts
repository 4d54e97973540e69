import { clearlyBeside, type Span } from '../scoring/clearly-beside.ts';
import type { GroupView, ScoreView } from './results.ts';

/** Where a shown score stands, 0 to 100; a bound at its edge, null where it is hidden. */
export function shownPlace({ mean }: Pick<ScoreView, 'mean'>): number | null {
	return mean.as === 'hidden' ? null : mean.value;
}

/** Half-width of a shown score's interval in points; null where it is not shown. */
export function shownMargin({ margin }: Pick<ScoreView, 'margin'>): number | null {
	return margin?.as === 'value' ? margin.value : null;
}

/** Where the true value may lie: the interval, or all that a bound leaves. Null where nobody may know. */
export function spanOf(score: Pick<ScoreView, 'mean' | 'margin'>): Span | null {
	const { mean } = score;
	if (mean.as === 'bound')
		return mean.side === 'or-more' ? { low: mean.value, high: 100 } : { low: 0, high: mean.value };
	const margin = shownMargin(score);
	if (mean.as === 'hidden' || margin === null) return null;
	return { low: Math.max(0, mean.value - margin), high: Math.min(100, mean.value + margin) };
}

/**
 * The dimensions of a group whose whole interval lies below (or above) the group's overall: at most two, the
 * farthest ones, in the instrument's order. `beside` are ids that do not count in the overall.
 */
export function clearDimensions(
	{ overall, dimensions }: Pick<GroupView, 'overall' | 'dimensions'>,
	side: 'below' | 'above',
	beside: readonly string[] = []
): ScoreView[] {
	const own = shownPlace(overall);
	const counted = dimensions.filter(({ measure }) => !beside.includes(measure));
	return own === null ? [] : clearlyBeside(counted, spanOf, { own, side });
}

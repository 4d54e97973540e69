/** Where a true value may lie, in points of 0 to 100. */
export interface Span {
	low: number;
	high: number;
}

/** The most that are named on a side: more than two things are not what needs people most. */
const MOST_NAMED = 2;

/**
 * What clearly lies to one side of a group's own overall: the scores whose whole span does, at most the two
 * farthest, in the order given. A score without a span is never named. Page and report say “needs you most” by this.
 */
export function clearlyBeside<Score>(
	scores: readonly Score[],
	spanOf: (score: Score) => Span | null,
	{ own, side }: { own: number; side: 'below' | 'above' }
): Score[] {
	const distance = (score: Score) => {
		const span = spanOf(score);
		if (!span) return 0;
		return side === 'below' ? own - span.high : span.low - own;
	};
	const farthest = scores
		.filter((score) => distance(score) > 0)
		.toSorted((a, b) => distance(b) - distance(a))
		.slice(0, MOST_NAMED);
	return scores.filter((score) => farthest.includes(score));
}

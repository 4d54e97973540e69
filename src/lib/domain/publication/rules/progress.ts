import type { Contract } from '../contract.ts';

/** How far a round or a team is: finished sheets, and never anything else while people can answer. */
export type Progress =
	{ as: 'count'; finished: number } | { as: 'nearly-all' } | { as: 'too-few-to-say' };

const FEW_MISSING = 2;

/**
 * Rule 5, and who has not answered: a count only where k have finished, and no count that leaves one or
 * two people out, since everyone in the team would ask who they are. `headcount` is null when unknown.
 */
export function shownProgress(
	finished: number,
	headcount: number | null,
	{ k }: Contract
): Progress {
	if (finished < k) return { as: 'too-few-to-say' };
	return isNearlyAll(finished, headcount) ? { as: 'nearly-all' } : { as: 'count', finished };
}

export function isNearlyAll(finished: number, all: number | null): boolean {
	return all !== null && all > finished && all - finished <= FEW_MISSING;
}

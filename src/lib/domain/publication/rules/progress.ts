import type { Contract } from '../contract.ts';

/** How far a round or a team is: finished sheets, and never anything else while people can answer. */
export type Progress =
	{ as: 'count'; finished: number } | { as: 'nearly-all' } | { as: 'too-few-to-say' };

/** Finished sheets of a group, and how many people it has. */
export interface Finished {
	finished: number;
	headcount: number;
}

const FEW_MISSING = 2;

/**
 * Rule 5, and who has not answered: a count only where k have finished, and no count that leaves one or
 * two people out, since everyone in the team would ask who they are. Under an open contract there is
 * nothing to hide about who is still thinking.
 */
export function shownProgress(
	finished: number,
	headcount: number | null,
	{ openness, k }: Pick<Contract, 'openness' | 'k'>
): Progress {
	if (openness === 'open') return { as: 'count', finished };
	if (finished < k || (headcount !== null && headcount < k)) return { as: 'too-few-to-say' };
	return isNearlyAll(finished, headcount) ? { as: 'nearly-all' } : { as: 'count', finished };
}

/**
 * The groups that one sum may speak of: all of them, where those without a count of their own are two or
 * more and have one together; otherwise those with a count, or the rest could be taken from the sum. Where
 * no group has a count, their sum has none either, and all may stand behind its word.
 */
export function countedTogether<Group extends Finished>(
	groups: readonly Group[],
	contract: Pick<Contract, 'openness' | 'k'>
): readonly Group[] {
	const isCounted = ({ finished, headcount }: Finished) =>
		shownProgress(finished, headcount, contract).as === 'count';
	const counted = groups.filter(isCounted);
	const rest = groups.filter((group) => !isCounted(group));
	if (counted.length === 0) return groups;
	return rest.length > 1 && isCounted(sumOf(rest)) ? groups : counted;
}

/** Several groups as one. */
export function sumOf(groups: readonly Finished[]): Finished {
	return {
		finished: groups.reduce((sum, { finished }) => sum + finished, 0),
		headcount: groups.reduce((sum, { headcount }) => sum + headcount, 0)
	};
}

export function isNearlyAll(finished: number, all: number | null): boolean {
	return all !== null && all > finished && all - finished <= FEW_MISSING;
}

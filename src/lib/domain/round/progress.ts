import type { Lens } from '../instrument/instrument.ts';
import type { Contract } from '../publication/contract.ts';
import {
	countedTogether,
	shownProgress,
	sumOf,
	type Progress
} from '../publication/rules/progress.ts';
import { answersForTeam, type Team } from './round.ts';

/** Finished sheets of one team and lens; customers and partners have no team. */
export interface FinishedCount {
	teamId: string | null;
	lens: Lens;
	finished: number;
}

/** How far several people are, of so many. */
export interface GroupProgress {
	finished: Progress;
	headcount: number;
}

export interface RoundProgress {
	/** The smallest group with numbers. */
	k: number;
	/** Members' sheets by team, in the organizer's order; null where they are not asked, or too few to ever say. */
	teams: { teamId: string; finished: Progress | null }[];
	/** Members of the teams that may be counted together; null where they are too few to ever say. */
	members: GroupProgress | null;
	/** Null where they are too few to ever say. */
	leaders: GroupProgress | null;
	outside: { lens: Lens; finished: Progress }[];
}

/** How far a round is, while it is open: finished sheets only, as far as the gate's rule lets them be said. */
export function roundProgress(
	contract: Contract,
	teams: readonly Team[],
	counts: readonly FinishedCount[]
): RoundProgress {
	const { openness, k, lenses } = contract;
	const isOpen = openness === 'open';
	const shown = (finished: number, headcount: number | null) =>
		shownProgress(finished, headcount, contract);
	const shownOf = ({ finished, headcount }: { finished: number; headcount: number }) =>
		isOpen || headcount >= k ? { finished: shown(finished, headcount), headcount } : null;
	const finished = (lens: Lens, teamId: string | null) =>
		counts.find((count) => count.lens === lens && count.teamId === teamId)?.finished ?? 0;

	const groups = lenses.includes('member')
		? teams.map(({ id, headcount }) => ({ headcount, finished: finished('member', id) }))
		: [];
	const leaders = teams.reduce((sum, { id }) => sum + finished('leader', id), 0);
	return {
		k,
		teams: teams.map(({ id }, at) => ({
			teamId: id,
			finished: (groups[at] && shownOf(groups[at])?.finished) ?? null
		})),
		members: groups.length > 0 ? shownOf(sumOf(countedTogether(groups, contract))) : null,
		leaders: lenses.includes('leader')
			? shownOf({ finished: leaders, headcount: teams.length })
			: null,
		outside: lenses
			.filter((lens) => !answersForTeam(lens))
			.map((lens) => ({ lens, finished: shown(finished(lens, null), null) }))
	};
}

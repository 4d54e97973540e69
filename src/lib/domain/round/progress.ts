import type { Lens } from '../instrument/instrument.ts';
import type { Contract } from '../publication/contract.ts';
import { answersForTeam, type Team } from './round.ts';

/** Finished sheets of one team and lens; customers and partners have no team. */
export interface FinishedCount {
	teamId: string | null;
	lens: Lens;
	finished: number;
}

export interface RoundProgress {
	/** Members' sheets by team, in the organizer's order; null where the team is too small to say. */
	teams: { teamId: string; finished: number | null }[];
	/** Members of all teams that are counted here; teams too small to be told apart stay out. */
	members: { finished: number; headcount: number } | null;
	/** Null where there are too few leaders to say. */
	leaders: { finished: number; headcount: number } | null;
	outside: { lens: Lens; finished: number }[];
}

/**
 * How far a round is, while it is open: finished sheets only, and by team only where the team has at
 * least k people. A sum never lets a small team's count be taken from it.
 */
export function roundProgress(
	{ openness, k, lenses }: Contract,
	teams: readonly Team[],
	counts: readonly FinishedCount[]
): RoundProgress {
	const finished = (lens: Lens, teamId: string | null) =>
		counts.find((count) => count.lens === lens && count.teamId === teamId)?.finished ?? 0;
	const total = (lens: Lens, some: readonly Team[]) => ({
		finished: some.reduce((sum, { id }) => sum + finished(lens, id), 0),
		headcount: some.reduce((sum, { headcount }) => sum + headcount, 0)
	});

	const isShown = ({ headcount }: Team) => openness === 'open' || headcount >= k;
	const small = teams.filter((team) => !isShown(team));
	const smallTogether = total('member', small).headcount;
	const counted = small.length > 1 && smallTogether >= k ? teams : teams.filter(isShown);
	const leaders = total('leader', teams).finished;

	return {
		teams: teams.map((team) => ({
			teamId: team.id,
			finished: isShown(team) && lenses.includes('member') ? finished('member', team.id) : null
		})),
		members: lenses.includes('member') && counted.length > 0 ? total('member', counted) : null,
		leaders:
			lenses.includes('leader') && (openness === 'open' || teams.length >= k)
				? { finished: leaders, headcount: teams.length }
				: null,
		outside: lenses
			.filter((lens) => !answersForTeam(lens))
			.map((lens) => ({ lens, finished: finished(lens, null) }))
	};
}

import { firstParties } from '../../content/give-get-words.ts';
import type { Party } from '../../domain/give-get/give-get.ts';
import type { Team } from '../../domain/round/round.ts';
import type { WorkshopRecord } from '../repositories/workshops.ts';

/** Of more teams the facilitator names those that matter: nobody finds theirs in a list of forty. */
const MOST_NEIGHBORS = 20;

/** Who is on a room's picture besides people: whom its facilitator has named, or who is there before that. */
export function namedParties(
	{ state, teamId }: Pick<WorkshopRecord, 'state' | 'teamId'>,
	teams: readonly Team[]
): Party[] {
	const team = teams.find(({ id }) => id === teamId)!;
	const others = teams.filter((other) => other !== team);
	const neighbors = others.length <= MOST_NEIGHBORS ? others : [];
	return state.exchange.parties ?? firstParties(team.name, neighbors);
}

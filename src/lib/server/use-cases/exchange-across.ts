import { ourCustomers } from '../../content/give-get-words.ts';
import { publishTexts } from '../../domain/publication/publish-texts.ts';
import type { Round, Team } from '../../domain/round/round.ts';
import {
	entryAcross,
	silentTeams,
	wholeAcross,
	type RoomAcross
} from '../../domain/workshop/across-teams.ts';
import type { ToldExchange } from '../../domain/workshop/told.ts';
import type { Reader } from '../database/schema.ts';
import * as exchangePairs from '../repositories/exchange-pairs.ts';
import * as texts from '../repositories/texts.ts';
import type { Held } from './held-workshops.ts';
import { namedParties } from './named-parties.ts';

/** What a team lets the others read, or the rule that keeps it back. */
type Written =
	{ room: RoomAcross; refusal: null } | { room: null; refusal: ToldExchange['kept'][0]['refusal'] };

/**
 * What the teams of a closed round need from and give to each other, customers and partners, from the latest workshop
 * in which each has written about it. Null where nobody has written for the results.
 */
export async function exchangeAcross(
	read: Reader,
	{ id, contract }: Pick<Round, 'id' | 'contract'>,
	{ held, teams }: { held: readonly Held[]; teams: readonly Team[] }
): Promise<ToldExchange | null> {
	const written: ({ team: Team } & Written)[] = [];
	for (const team of teams) {
		const own = held.filter(({ workshop }) => workshop.teamId === team.id);
		const all = await Promise.all(own.map((each) => writtenIn(read, each, { contract, teams })));
		const latest = all.findLast((each) => each !== null);
		if (latest) written.push({ team, ...latest });
	}
	if (written.length === 0) return null;
	const rooms = written.flatMap(({ room }) => room ?? []);
	const said = await exchangePairs.list(read, id);
	const whole = wholeAcross(rooms, said, { teams, customers: ourCustomers() });
	return {
		whole,
		inRooms: {
			same: rooms.flatMap(({ same }) => same),
			different: rooms.flatMap(({ different }) => different)
		},
		kept: written.flatMap(({ team: { name }, refusal }) =>
			refusal ? [{ team: name, refusal }] : []
		),
		silent: silentTeams(
			whole,
			teams.filter((team) => !written.some((each) => each.team === team))
		)
	};
}

async function writtenIn(
	read: Reader,
	{ workshop, people }: Held,
	{ contract, teams }: Pick<Round, 'contract'> & { teams: readonly Team[] }
): Promise<Written | null> {
	const { id: workshopId, teamId, state } = workshop;
	const team = teams.find(({ id }) => id === teamId)!;
	const room = { team, parties: namedParties(workshop, teams) };
	const kept = await texts.listKept(read, { workshopId, step: 'give-get' });
	const batch = kept.flatMap(({ id, writer, body, isForRound }) => {
		const text = isForRound ? entryAcross({ id, body }, room, teams) : null;
		return text ? [{ id, writer, text }] : [];
	});
	if (batch.length === 0) return null;
	const { texts: entries, refusal } = publishTexts(
		{ isOpen: false, batches: [batch], people },
		contract
	);
	if (refusal) return { room: null, refusal };
	const { same, different } = state.exchange;
	return { room: { entries, same, different }, refusal };
}

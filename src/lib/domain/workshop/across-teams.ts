import {
	canMeet,
	isSamePair,
	type Entry,
	type GiveAndGet,
	type Pair,
	type Party,
	type PartyKind,
	type SaidOfPairs
} from '../give-get/give-get.ts';
import { OWN_TEAM, TEAM_OF_ROUND, type Exchange } from './exchange.ts';

/** A team of the round. */
type TeamName = Pick<Party, 'id' | 'name'>;

/** A room that has written: whose it was, and who was on its picture. */
export interface WritingRoom {
	team: TeamName;
	parties: readonly Party[];
}

/** A need or a give between two parties that all rooms of a round know. */
export interface EntryAcross extends Omit<Entry, 'from' | 'to'> {
	from: Party;
	to: Party;
}

/**
 * What a room's text says to the other teams; null where it does not belong on their picture. People never do. And a
 * room speaks for its own team, and for customers and partners, who have no room: not in the name of another team.
 */
export function entryAcross(
	{ id, body: { side, from, to, words } }: { id: string; body: Exchange },
	room: WritingRoom,
	teams: readonly TeamName[]
): EntryAcross | null {
	const [giver, receiver] = [from, to].map((party) => partyAcross(party, room, teams));
	if (!giver || !receiver || giver.id === receiver.id) return null;
	const speaker = side === 'get' ? receiver : giver;
	const isAnotherTeam = teams.some((team) => idOf(team) === speaker.id && team.id !== room.team.id);
	return isAnotherTeam ? null : { id, side, from: giver, to: receiver, text: words };
}

/** A party as all rooms know it: a team of the round by its id, everybody else by kind and name. */
function partyAcross(
	id: string,
	{ team, parties }: WritingRoom,
	teams: readonly TeamName[]
): Party | null {
	const party = parties.find((each) => each.id === id);
	if (!party || party.kind === 'person') return null;
	if (party.kind !== 'team') return outsider(party);
	const own = id === OWN_TEAM ? team : teams.find((each) => idOf(each) === id);
	const found = own ?? teams.find(({ name }) => isSameName(name, party.name));
	return found ? { id: idOf(found), name: found.name, kind: 'team' } : outsider(party);
}

function idOf({ id }: Pick<Party, 'id'>): string {
	return TEAM_OF_ROUND + id;
}

function outsider({ kind, name }: Pick<Party, 'kind' | 'name'>): Party {
	return { id: `${kind} ${plain(name)}`, name, kind };
}

function isSameName(a: string, b: string): boolean {
	return plain(a) === plain(b);
}

function plain(name: string): string {
	return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** What one room adds to the picture of all: published texts, and what was said about them there. */
export interface RoomAcross extends SaidOfPairs {
	entries: readonly EntryAcross[];
}

/**
 * One picture of all teams of a round. What a room has said about a pair stays; what whoever organizes the round says
 * holds for what is open after that. Customers are always there, also where nobody wrote of them.
 */
export function wholeAcross(
	rooms: readonly RoomAcross[],
	organizer: SaidOfPairs,
	{ teams, customers }: { teams: readonly TeamName[]; customers: Party }
): GiveAndGet {
	const written = rooms.flatMap(({ entries }) => entries);
	const entries = written.map(({ from, to, ...rest }) => ({ ...rest, from: from.id, to: to.id }));
	const parties = partiesOf(written, teams);
	const hasCustomer = parties.some(({ kind }) => kind === 'customer');
	const holds = (pair: Pair) => canMeet({ entries }, pair);
	const inRooms = {
		same: rooms.flatMap(({ same }) => same).filter(holds),
		different: rooms.flatMap(({ different }) => different).filter(holds)
	};
	const isOpen = (pair: Pair) => holds(pair) && !isSaid(inRooms, pair);
	return {
		parties: hasCustomer ? parties : [...parties, outsider(customers)],
		entries,
		same: [...inRooms.same, ...organizer.same.filter(isOpen)],
		different: [...inRooms.different, ...organizer.different.filter(isOpen)]
	};
}

/** Of these teams, the names of those who are on the picture all the same. */
export function silentTeams(whole: GiveAndGet, teams: readonly TeamName[]): string[] {
	const isThere = (team: TeamName) => whole.parties.some(({ id }) => id === idOf(team));
	return teams.filter(isThere).map(({ name }) => name);
}

/** Whether somebody has said what this get or this give meets, or that these two do not meet. */
export function isSaid({ same, different }: SaidOfPairs, pair: Pair): boolean {
	return (
		same.some(({ get, give }) => get === pair.get || give === pair.give) ||
		different.some((other) => isSamePair(other, pair))
	);
}

const ORDER: readonly PartyKind[] = ['team', 'partner', 'customer'];

/** Teams in the round's order, then teams of elsewhere, partners and customers by name. */
function partiesOf(entries: readonly EntryAcross[], teams: readonly TeamName[]): Party[] {
	const all = new Map<string, Party>();
	for (const { from, to } of entries)
		for (const party of [from, to]) if (!all.has(party.id)) all.set(party.id, party);
	const place = ({ id }: Party) => {
		const at = teams.findIndex((team) => idOf(team) === id);
		return at < 0 ? teams.length : at;
	};
	return [...all.values()].sort(
		(a, b) =>
			ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || place(a) - place(b) || (a.id < b.id ? -1 : 1)
	);
}

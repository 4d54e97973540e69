import {
	canMeet,
	type Entry,
	type GiveAndGet,
	type Pair,
	type Party
} from '../give-get/give-get.ts';
import type { ShownText } from './texts.ts';

/** What somebody writes in give and get: one need or one give, between two parties. */
export interface Exchange {
	side: 'get' | 'give';
	from: string;
	to: string;
	words: string;
}

/** The most parties besides people that a room can look at. */
export const MOST_NAMED = 30;

/** Where a room is with give and get. `parties` is null until the facilitator names some. */
export interface ExchangePlace {
	parties: Party[] | null;
	same: Pair[];
	different: Pair[];
	/** Needs that became proposals for promises, by id. */
	proposed: string[];
}

export const NO_EXCHANGE: ExchangePlace = { parties: null, same: [], different: [], proposed: [] };

/** The team of the room. */
export const OWN_TEAM = 'team';
/** Begins the id of another team of the same round; that team's own id follows. */
export const TEAM_OF_ROUND = 'team:';
/** Begins the id of whoever names themselves. */
export const PERSON = 'person:';

/** Somebody by the name they chose. Two of the same name are one party: the room cannot tell them apart either. */
export function personParty(alias: string): Party {
	return { id: PERSON + alias, name: alias, kind: 'person' };
}

export interface RoomOfExchange {
	openness: 'anonymous' | 'open';
	/** Of everybody who takes part; null for those who gave none. */
	aliases: readonly (string | null)[];
	/** Whom the facilitator has named; before that the team, its neighbors and its customers. */
	named: readonly Party[];
}

/** Who can give and get in this room: people by alias under an open contract, and whom the facilitator named. */
export function partiesOf({ openness, aliases: all, named }: RoomOfExchange): Party[] {
	if (openness === 'anonymous') return [...named];
	const aliases = new Set(all.filter((alias) => alias !== null));
	return [...[...aliases].sort().map(personParty), ...named];
}

/** A shown text of give and get, as far as the picture needs it. */
export type SeenExchange = Pick<ShownText<'give-get'>, 'id' | 'body' | 'isHidden'>;

/**
 * What the room sees of give and get: shown texts that are not hidden, between parties that are there, and what was
 * confirmed about them.
 */
export function exchangeInRoom(
	parties: readonly Party[],
	shown: readonly SeenExchange[],
	{ same, different }: ExchangePlace
): GiveAndGet {
	const isHere = (id: string) => parties.some((party) => party.id === id);
	const entries = entriesOf(shown).filter(({ from, to }) => isHere(from) && isHere(to));
	const holds = (pair: Pair) => canMeet({ entries }, pair);
	return {
		parties: [...parties],
		entries,
		same: same.filter(holds),
		different: different.filter(holds)
	};
}

/** Shown texts as needs and gives, without those that were hidden. */
export function entriesOf(shown: readonly SeenExchange[]): Entry[] {
	return shown
		.filter(({ isHidden }) => !isHidden)
		.map(({ id, body: { words, ...way } }) => ({ id, ...way, text: words }));
}

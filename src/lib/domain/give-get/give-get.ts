/** Who gives and gets: somebody of us, a part of us, or those outside whom all of it is for. */
export const PARTY_KINDS = ['person', 'team', 'customer', 'partner'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

export interface Party {
	id: string;
	name: string;
	kind: PartyKind;
}

/**
 * One thing that goes from one party to another: a `get` is what the receiver says they need, a `give` what the giver
 * aims to give. Both run the same way, so that they can meet: `from` gives, `to` gets.
 */
export interface Entry {
	id: string;
	side: 'get' | 'give';
	from: string;
	to: string;
	text: string;
}

/** A get and a give, by their ids. */
export interface Pair {
	get: string;
	give: string;
}

/** Everything that was written, what people confirmed as the same, and what they said is not. */
export interface GiveAndGet {
	parties: Party[];
	entries: Entry[];
	same: Pair[];
	different: Pair[];
}

/** What people have said about gets and gives. */
export type SaidOfPairs = Readonly<Record<'same' | 'different', readonly Pair[]>>;

export const NAME_LENGTH = 60;
export const ENTRY_LENGTH = 200;
export const MOST_PARTIES = 60;
export const MOST_ENTRIES = 1_000;

export const NOTHING_YET: GiveAndGet = { parties: [], entries: [], same: [], different: [] };

/** Whether both are there, one a get and one a give, from the same party to the same party. */
export function canMeet({ entries }: Pick<GiveAndGet, 'entries'>, { get, give }: Pair): boolean {
	const [asked, given] = [get, give].map((id) => entries.find((entry) => entry.id === id));
	return (
		asked?.side === 'get' &&
		given?.side === 'give' &&
		asked.from === given.from &&
		asked.to === given.to
	);
}

export function isSamePair(a: Pair, b: Pair): boolean {
	return a.get === b.get && a.give === b.give;
}

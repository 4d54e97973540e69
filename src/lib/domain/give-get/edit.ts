import {
	canMeet,
	isSamePair,
	MOST_ENTRIES,
	MOST_PARTIES,
	type Entry,
	type GiveAndGet,
	type Pair,
	type Party,
	type SaidOfPairs
} from './give-get.ts';

/** Adds a party, or changes the one with this id. Nothing happens when there are as many as there may be. */
export function withParty(whole: GiveAndGet, party: Party): GiveAndGet {
	const isKnown = whole.parties.some(({ id }) => id === party.id);
	if (!isKnown && whole.parties.length >= MOST_PARTIES) return whole;
	return { ...whole, parties: put(whole.parties, party) };
}

/** Takes a party away, with all that goes to it or comes from it. */
export function withoutParty(whole: GiveAndGet, id: string): GiveAndGet {
	return settled({
		...whole,
		parties: whole.parties.filter((party) => party.id !== id),
		entries: whole.entries.filter(({ from, to }) => from !== id && to !== id)
	});
}

/** Adds an entry, or changes the one with this id; what was confirmed stays as long as the two parties do. */
export function withEntry(whole: GiveAndGet, entry: Entry): GiveAndGet {
	const isKnown = whole.entries.some(({ id }) => id === entry.id);
	if (!isKnown && whole.entries.length >= MOST_ENTRIES) return whole;
	return settled({ ...whole, entries: put(whole.entries, entry) });
}

export function withoutEntry(whole: GiveAndGet, id: string): GiveAndGet {
	return settled({ ...whole, entries: whole.entries.filter((entry) => entry.id !== id) });
}

/** Says that a get and a give are the same. Either may have been confirmed with another one before: that ends. */
export function confirmed(whole: GiveAndGet, pair: Pair): GiveAndGet {
	return canMeet(whole, pair) ? withSaid(whole, pair, 'same') : whole;
}

/** Says that a get and a give are not the same, so that it is not suggested again. */
export function toldApart(whole: GiveAndGet, pair: Pair): GiveAndGet {
	return canMeet(whole, pair) ? withSaid(whole, pair, 'different') : whole;
}

/** Takes back what was said about a get and a give. */
export function forgotten(whole: GiveAndGet, pair: Pair): GiveAndGet {
	return withSaid(whole, pair, 'nothing');
}

/** What people say about a get and a give. */
export type Said = 'same' | 'different' | 'nothing';

/** What was said about all pairs, after something was said about one that can meet. */
export function withSaid<Whole extends SaidOfPairs>(whole: Whole, pair: Pair, said: Said): Whole {
	const isOther = (known: Pair) => !isSamePair(known, pair);
	// A get that is met once more, or a give, is not met as before.
	const isFree = (known: Pair) => known.get !== pair.get && known.give !== pair.give;
	const same = whole.same.filter(said === 'same' ? isFree : isOther);
	const different = whole.different.filter(isOther);
	return {
		...whole,
		same: said === 'same' ? [...same, pair] : same,
		different: said === 'different' ? [...different, pair] : different
	};
}

/** Without pairs that cannot meet any more. */
function settled(whole: GiveAndGet): GiveAndGet {
	const holds = (pair: Pair) => canMeet(whole, pair);
	return { ...whole, same: whole.same.filter(holds), different: whole.different.filter(holds) };
}

function put<T extends { id: string }>(list: readonly T[], one: T): T[] {
	const isKnown = list.some(({ id }) => id === one.id);
	return isKnown ? list.map((other) => (other.id === one.id ? one : other)) : [...list, one];
}

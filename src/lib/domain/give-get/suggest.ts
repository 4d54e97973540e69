import { likenessAmong } from '../language/likeness.ts';
import { bestAssignment } from './assignment.ts';
import { isSamePair, type Entry, type GiveAndGet, type Pair } from './give-get.ts';

/** A get and a give whose wording is alike. Only people can say that they are the same. */
export interface Suggestion extends Pair {
	/** From the threshold to 1. */
	likeness: number;
}

/**
 * From here on two wordings may well mean the same. Where parties are the same a low bar is right: there are few to
 * choose from, and a wrong suggestion costs one press. A test holds it to labeled pairs.
 */
export const LIKE_ENOUGH = 0.25;

/**
 * Which open gets and open gives may be the same, the most alike first: only between the same two parties, each at
 * most once, so that the likeness of all together is as large as possible; never what people told apart. The order
 * of entries makes no difference.
 */
export function suggestions(whole: GiveAndGet, stopWords: ReadonlySet<string>): Suggestion[] {
	const open = openEntries(whole);
	const groups = Map.groupBy(open, ({ from, to }) => JSON.stringify([from, to]));
	const likeness = likenessAmong(stopWords);
	const found = [...groups.values()].flatMap((entries) =>
		suggestedAmong(entries, whole.different, likeness)
	);
	return found.toSorted(
		(a, b) => b.likeness - a.likeness || compare(a.get, b.get) || compare(a.give, b.give)
	);
}

/** Gets and gives that nobody has confirmed yet. */
export function openEntries({ entries, same }: GiveAndGet): Entry[] {
	const met = new Set(same.flatMap(({ get, give }) => [get, give]));
	return entries.filter(({ id }) => !met.has(id));
}

/** Of what is open, the gives between the same two parties as this get. */
export function givesFor({ from, to }: Entry, open: readonly Entry[]): Entry[] {
	return open.filter((entry) => entry.side === 'give' && entry.from === from && entry.to === to);
}

function suggestedAmong(
	entries: readonly Entry[],
	different: readonly Pair[],
	likeness: (a: string, b: string) => number
): Suggestion[] {
	const ordered = entries.toSorted((a, b) => compare(a.id, b.id));
	const gets = ordered.filter(({ side }) => side === 'get');
	const gives = ordered.filter(({ side }) => side === 'give');
	const worth = gets.map((get) =>
		gives.map((give) => {
			const pair = { get: get.id, give: give.id };
			if (different.some((other) => isSamePair(other, pair))) return 0;
			const alike = likeness(get.text, give.text);
			return alike < LIKE_ENOUGH ? 0 : alike;
		})
	);
	return bestAssignment(worth).flatMap((column, row) =>
		column === null
			? []
			: [{ get: gets[row]!.id, give: gives[column]!.id, likeness: worth[row]![column]! }]
	);
}

/** By code unit, so that every computer sorts alike. */
function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

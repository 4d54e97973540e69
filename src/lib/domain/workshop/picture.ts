import { isSameWord, wordsIn } from './word-forms.ts';

export const SENTENCE_LENGTH = 200;

/** One person's sentence: who we want to be for our customers. */
export interface Sentence {
	words: string;
}

/** A sentence and what it was put together with; null while it stands alone. */
export interface PlacedSentence {
	id: string;
	words: string;
	group: string | null;
}

/** Sentences that say the same: one picture of the whole. */
export interface Picture {
	/** The first of its sentences' ids. */
	id: string;
	sentences: readonly { id: string; words: string }[];
}

/** The pictures of the whole, the most widely shared first; a sentence that stands alone is one by itself. */
export function picturesOf(sentences: readonly PlacedSentence[]): Picture[] {
	const groups = Map.groupBy(sentences.toSorted(byId), ({ id, group }) =>
		group === null ? `alone ${id}` : `group ${group}`
	);
	return [...groups.values()]
		.map((members) => ({
			id: members[0]!.id,
			sentences: members.map(({ id, words }) => ({ id, words }))
		}))
		.sort((a, b) => b.sentences.length - a.sentences.length || byId(a, b));
}

/** The sentences after one was put with another one: it leaves the picture it was in. */
export function putTogether<Placed extends PlacedSentence>(
	sentences: readonly Placed[],
	id: string,
	withId: string
): Placed[] {
	const other = sentences.find((each) => each.id === withId);
	if (!other || id === withId) return [...sentences];
	const group = other.group ?? newGroup(sentences, withId);
	return sentences.map((each) =>
		each.id === id || each.id === withId ? { ...each, group } : each
	);
}

/** The sentences after one was set apart from the others. */
export function setApart<Placed extends PlacedSentence>(
	sentences: readonly Placed[],
	id: string
): Placed[] {
	return sentences.map((each) => (each.id === id ? { ...each, group: null } : each));
}

/** A name that no group has: the one that began with this sentence may have gone on without it. */
function newGroup(sentences: readonly PlacedSentence[], id: string): string {
	let group = id;
	while (sentences.some((each) => each.group === group)) group += '+';
	return group;
}

export interface Suggestion {
	/** Two sentences that may say the same, by id; the first stands alone. */
	pair: readonly [string, string];
	/** From 0 to 1. */
	likeness: number;
}

/** Below it, two wordings share too little to be worth a look. */
const LEAST_LIKENESS = 0.5;
const MOST_SUGGESTIONS = 200;

/**
 * Sentences that stand alone, each with another one whose wording is alike by half or more, the most alike first.
 * It is wording that is compared, not what is meant: people say whether it is the same.
 */
export function suggestionsFor(
	sentences: readonly PlacedSentence[],
	/** From 0 to 1. */
	likeness: (a: string, b: string) => number
): Suggestion[] {
	const ordered = sentences.toSorted(byId);
	const alone = new Set(
		picturesOf(sentences).flatMap(({ id, sentences: { length } }) => (length === 1 ? [id] : []))
	);
	const found: Suggestion[] = [];
	for (const [at, a] of ordered.entries())
		for (const b of ordered.slice(at + 1)) {
			if (!alone.has(a.id) && !alone.has(b.id)) continue;
			const alike = likeness(a.words, b.words);
			if (alike >= LEAST_LIKENESS)
				found.push({ pair: alone.has(a.id) ? [a.id, b.id] : [b.id, a.id], likeness: alike });
		}
	return found.sort((a, b) => b.likeness - a.likeness).slice(0, MOST_SUGGESTIONS);
}

export interface SharedWord {
	word: string;
	/** In every sentence, or in more than half of them. */
	isInAll: boolean;
}

const MOST_WORDS = 8;

/**
 * The words that all sentences share, then those that more than half of them do, whatever their form; at most
 * eight. Empty below three sentences: two people share words by chance.
 */
export function sharedWords(
	sentences: readonly string[],
	fillers: ReadonlySet<string>,
	fewest = 3
): SharedWord[] {
	if (sentences.length < fewest) return [];
	const each = sentences.map((sentence) => wordsIn(sentence, fillers));
	const counted = new Map<string, number>();
	for (const word of each.flat()) {
		if ([...counted.keys()].some((known) => isSameWord(known, word))) continue;
		counted.set(word, each.filter((words) => words.some((own) => isSameWord(own, word))).length);
	}
	return [...counted]
		.filter(([, count]) => count > sentences.length / 2)
		.sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
		.slice(0, MOST_WORDS)
		.map(([word, count]) => ({ word, isInAll: count === sentences.length }));
}

function byId(a: { id: string }, b: { id: string }): number {
	return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

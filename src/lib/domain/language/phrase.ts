import type { Token } from './words.ts';

/*
The notation of phrases in the rules:

    my people|folks        one word after the other; | parts alternatives; _ stands for a space in one
    @parts organization    @ names a list; _ stands for a space in its name
    is? strictly?          may be missing
    *2                     up to two words of any kind
    !be|have               what follows is none of these
    <!our|the              what came before is none of these
    ^ $                    the sentence begins here; the words end here
    # : ? ,                a figure; a mark of punctuation
    IT                     a word with a capital is found in this spelling only
    department's           with its ending; without one in the phrase, both are found
*/

type Words = readonly string[];
/** Sequences of words by the first of them. */
type Choices = ReadonlyMap<string, readonly Words[]>;
type Slot =
	| { kind: 'start' }
	| { kind: 'end' }
	| { kind: 'gap'; most: number }
	| { kind: 'not'; choices: Choices }
	| { kind: 'not-before'; choices: Choices }
	| { kind: 'words'; choices: Choices; isOptional: boolean };
export type Phrase = readonly Slot[];
export type Lists = Readonly<Record<string, readonly string[]>>;

const FIGURE = '#';

/** Reads a phrase's notation. Throws a `RangeError` for a list that does not exist. */
export function phraseOf(notation: string, lists: Lists): Phrase {
	return notation.split(' ').map((slot) => slotOf(slot, lists));
}

function slotOf(slot: string, lists: Lists): Slot {
	if (slot === '^') return { kind: 'start' };
	if (slot === '$') return { kind: 'end' };
	if (/^\*\d$/.test(slot)) return { kind: 'gap', most: Number(slot[1]) };
	if (slot.startsWith('<!'))
		return { kind: 'not-before', choices: choicesOf(slot.slice(2), lists) };
	if (slot.length > 1 && slot.startsWith('!')) {
		return { kind: 'not', choices: choicesOf(slot.slice(1), lists) };
	}
	const isOptional = slot.length > 1 && slot.endsWith('?');
	return {
		kind: 'words',
		isOptional,
		choices: choicesOf(isOptional ? slot.slice(0, -1) : slot, lists)
	};
}

function choicesOf(alternatives: string, lists: Lists): Choices {
	const choices = new Map<string, Words[]>();
	for (const entry of alternatives.split('|').flatMap((name) => entriesOf(name, lists))) {
		const words = entry.split(' ');
		choices.set(words[0]!, [...(choices.get(words[0]!) ?? []), words]);
	}
	return choices;
}

function entriesOf(name: string, lists: Lists): readonly string[] {
	const spaced = name.replaceAll('_', ' ');
	if (!spaced.startsWith('@')) return [spaced];
	const list = lists[spaced.slice(1)];
	if (!list) throw new RangeError(`There is no list “${spaced.slice(1)}”.`);
	return list;
}

/** The words with which a phrase can begin. */
export function firstWords(phrase: Phrase): Set<string> {
	const first = new Set<string>();
	for (const slot of phrase) {
		if (slot.kind === 'gap') throw new RangeError('A phrase begins with a word, not with a gap.');
		if (slot.kind !== 'words') continue;
		for (const word of slot.choices.keys()) first.add(word);
		if (!slot.isOptional) break;
	}
	return first;
}

/** What a token can be looked up by. */
export function keysOf({ raw, plain, full, isFigure }: Token): string[] {
	const keys = [plain];
	if (raw !== plain) keys.push(raw);
	if (full !== plain) keys.push(full);
	if (isFigure) keys.push(FIGURE);
	return keys;
}

/** Where the longest reading of the phrase ends that begins at this token, as an index behind its last token; or -1. */
export function matchAt(phrase: Phrase, tokens: readonly Token[], at: number): number {
	return matchFrom(phrase, 0, tokens, at, at);
}

function matchFrom(
	phrase: Phrase,
	place: number,
	tokens: readonly Token[],
	at: number,
	begin: number
): number {
	const slot = phrase[place];
	if (!slot) return at > begin ? at : -1;
	const goOn = (next: number) => matchFrom(phrase, place + 1, tokens, next, begin);
	switch (slot.kind) {
		case 'start':
			return at === 0 ? goOn(at) : -1;
		case 'end':
			return tokens[at]?.isWord ? -1 : goOn(at);
		case 'not':
			return endsOf(slot.choices, tokens, at).length > 0 ? -1 : goOn(at);
		case 'not-before':
			return at > 0 && endsOf(slot.choices, tokens, at - 1).includes(at) ? -1 : goOn(at);
		case 'gap':
			return Math.max(...gapEnds(tokens, at, slot.most).map(goOn));
		case 'words': {
			const longest = Math.max(-1, ...endsOf(slot.choices, tokens, at).map(goOn));
			return longest === -1 && slot.isOptional ? goOn(at) : longest;
		}
	}
}

function gapEnds(tokens: readonly Token[], at: number, most: number): number[] {
	const ends = [at];
	while (ends.length <= most && tokens[ends.at(-1)!]?.isWord) ends.push(ends.at(-1)! + 1);
	return ends;
}

function endsOf(choices: Choices, tokens: readonly Token[], at: number): number[] {
	const token = tokens[at];
	if (!token) return [];
	return keysOf(token).flatMap((key) =>
		(choices.get(key) ?? [])
			.filter((words) => words.every((word, index) => isWritten(word, tokens[at + index])))
			.map((words) => at + words.length)
	);
}

function isWritten(word: string, token: Token | undefined): boolean {
	if (!token) return false;
	return (
		word === token.plain ||
		word === token.raw ||
		word === token.full ||
		(word === FIGURE && token.isFigure)
	);
}

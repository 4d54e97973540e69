import { FEWEST_WRITERS, hasEnoughWriters } from '../publication/rules/comments.ts';
import type { Sentence } from './picture.ts';
import type { Exchange } from './exchange.ts';
import type { Voice } from './voice.ts';

export { FEWEST_WRITERS };

/** More is nothing that a room could read or listen to. */
export const MOST_TEXTS = 200;

/** What people write, by the step it is written in. */
export interface TextBodies {
	'who-we-are': Sentence;
	voices: Voice;
	'give-get': Exchange;
}
export type TextStep = keyof TextBodies;

/** How many texts one person can write in a step. */
export const MOST_OF_ONE: Record<TextStep, number> = {
	'who-we-are': 1,
	voices: 5,
	'give-get': 12
};

/** What a page says of a text that is not for the room alone. Words that promise something else get another one. */
export const FOR_ROUND = 'round-results';

/** A text on its way to the room. */
export type SentText = { [Step in TextStep]: SentTextOf<Step> }[TextStep];
export interface SentTextOf<Step extends TextStep> {
	step: Step;
	/** 128 random bits as hexadecimal, made by the writer's device: sending it again writes nothing twice. */
	key: string;
	/** Counts the changes on that device: a late repetition undoes nothing. */
	revision: number;
	/** Whether it may be kept when the workshop is over. */
	mayKeep: boolean;
	/**
	 * Set by the page that said so above the field: the text stands with the results of the round, too. Without it,
	 * its writer was told of the room and its recap, and nobody else reads it.
	 */
	told?: typeof FOR_ROUND;
	body: TextBodies[Step];
}

/** A text that the room may see: without writer, time or number. */
export interface ShownText<Step extends TextStep = TextStep> {
	/** Random, another one for each text: two texts of one person look like texts of two. */
	id: string;
	body: TextBodies[Step];
	/** The batch it was shown with, from 1. */
	batch: number;
	isHidden: boolean;
	mayKeep: boolean;
	/** What it was put together with; null while it stands alone. */
	group: string | null;
}

/** The shown texts of each step. */
export type ShownTexts = { readonly [Step in TextStep]?: readonly ShownText<Step>[] };

/** A text as a view has it. */
export type TextView<Step extends TextStep = TextStep> = Pick<ShownText<Step>, 'id' | 'body'>;

/** One person's own text, for their device. Shown to the room, its words stay as they are. */
export type OwnText<Step extends TextStep = TextStep> = SentTextOf<Step> & { isShown: boolean };

/** Somebody's own texts of one step. */
export function ownOf<Step extends TextStep>(
	texts: readonly OwnText[],
	step: Step
): OwnText<Step>[] {
	return texts.filter((text): text is OwnText<Step> => text.step === step);
}

/**
 * The texts that can be shown together now, by id in the order of their random ids; null while fewer than
 * three people have written them. What comes later waits for the next batch of enough writers.
 */
export function batchOf(waiting: readonly { id: string; writer: string }[]): string[] | null {
	if (!hasEnoughWriters(waiting)) return null;
	return waiting.map(({ id }) => id).sort();
}

/**
 * Texts in the order in which everybody sees and hears them: batch after batch, and by random id within one.
 * When or by whom they were written has no part in it.
 */
export function inReadingOrder<Text extends ReadingPlace>(texts: readonly Text[]): Text[] {
	return texts.toSorted((a, b) => (isBefore(a, b) ? -1 : 1));
}

/** A place in the reading order; it stays when its text is taken back. */
export type ReadingPlace = Pick<ShownText, 'id' | 'batch'>;

/** The place to read out after this one; null after the last. Hidden texts are passed over. */
export function nextPlace(
	texts: readonly (ReadingPlace & Pick<ShownText, 'isHidden'>)[],
	current: ReadingPlace | null
): ReadingPlace | null {
	const next = inReadingOrder(texts).find(
		(text) => !text.isHidden && (!current || isBefore(current, text))
	);
	return next ? { id: next.id, batch: next.batch } : null;
}

/** The texts that were read out: all up to the place where the room is. */
export function readSoFar<Text extends ReadingPlace>(
	texts: readonly Text[],
	current: ReadingPlace | null
): Text[] {
	return current ? inReadingOrder(texts).filter((text) => !isBefore(current, text)) : [];
}

function isBefore(a: ReadingPlace, b: ReadingPlace): boolean {
	return a.batch === b.batch ? a.id < b.id : a.batch < b.batch;
}

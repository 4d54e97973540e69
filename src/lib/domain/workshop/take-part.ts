import type { TextStep } from './texts.ts';
import { currentStep, openBallot, type Ballot, type Workshop } from './workshop.ts';

/** Levels of an anchored vote: 1 is the monolith, 5 the hologram. */
export const LEVELS = [1, 2, 3, 4, 5] as const;
export type Level = (typeof LEVELS)[number];

/** Why a participant's vote, dot or word is not taken. Each code has its words in `content`. */
export type TakePartRefusal =
	| 'workshop-ended'
	| 'not-started'
	| 'vote-closed'
	| 'focus-closed'
	| 'no-such-dimension'
	| 'no-dots-left'
	| 'no-dot-to-take-back'
	| 'promises-closed'
	| 'closing-closed'
	| 'writing-closed'
	| 'text-shown'
	| 'too-many-texts';

export type Taken<T> = T | { refusal: TakePartRefusal };

/** The ballot a vote on this dimension goes into now, or why it is not taken. */
export function ballotFor(workshop: Workshop, dimension: string): Taken<{ ballot: Ballot }> {
	const closed = notRunning(workshop);
	if (closed) return { refusal: closed };
	const ballot = openBallot(workshop, dimension);
	return ballot ? { ballot } : { refusal: 'vote-closed' };
}

/** Dots each person has to say which dimensions to work on. */
export const DOTS = 3;

/** How many dots a person has left after putting one on a dimension; dots may pile up. */
export function placeDot(
	workshop: Workshop,
	placed: readonly string[],
	dimension: string
): Taken<{ placed: readonly string[] }> {
	const closed = notRunning(workshop) ?? focusRefusal(workshop);
	if (closed) return { refusal: closed };
	if (!workshop.agenda.dimensions.includes(dimension)) return { refusal: 'no-such-dimension' };
	if (placed.length >= DOTS) return { refusal: 'no-dots-left' };
	return { placed: [...placed, dimension] };
}

/** The dots that stay after taking one back from a dimension. */
export function takeDotBack(
	workshop: Workshop,
	placed: readonly string[],
	dimension: string
): Taken<{ placed: readonly string[] }> {
	const closed = notRunning(workshop) ?? focusRefusal(workshop);
	if (closed) return { refusal: closed };
	const at = placed.lastIndexOf(dimension);
	return at < 0 ? { refusal: 'no-dot-to-take-back' } : { placed: placed.toSpliced(at, 1) };
}

/** Why nobody can propose or weigh a promise now, if so. */
export function promiseRefusal(workshop: Workshop): TakePartRefusal | undefined {
	return (
		notRunning(workshop) ?? (currentStep(workshop) === 'promises' ? undefined : 'promises-closed')
	);
}

/** Why nobody can answer the two closing questions now, if so. */
export function closingRefusal(workshop: Workshop): TakePartRefusal | undefined {
	return notRunning(workshop) ?? (currentStep(workshop) === 'close' ? undefined : 'closing-closed');
}

/** Why nobody can write for this step now, if so. */
export function writingRefusal(workshop: Workshop, step: TextStep): TakePartRefusal | undefined {
	const isOpen = currentStep(workshop) === step && !workshop.texts[step]?.isSettled;
	return notRunning(workshop) ?? (isOpen ? undefined : 'writing-closed');
}

function focusRefusal(workshop: Workshop): TakePartRefusal | undefined {
	return currentStep(workshop) === 'focus' && workshop.focus === 'open'
		? undefined
		: 'focus-closed';
}

function notRunning({ stage }: Workshop): TakePartRefusal | undefined {
	if (stage === 'ended') return 'workshop-ended';
	if (stage === 'lobby') return 'not-started';
}

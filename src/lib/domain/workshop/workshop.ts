import type { Agenda, StepKind } from './agenda.ts';
import { NO_EXCHANGE, type ExchangePlace } from './exchange.ts';
import type { StepClock } from './step-clock.ts';
import type { ReadingPlace, TextStep } from './texts.ts';

/** Where the room is with one dimension. Votes show from `revealed` on; second ones at `revealed-again`. */
export type CluePhase = 'reading' | 'voting' | 'revealed' | 'voting-again' | 'revealed-again';

/** The first vote on a dimension, before the talk, or the second one, after it. */
export type Ballot = 'first' | 'second';

export type Stage = 'lobby' | 'running' | 'ended';

/** What waits until the facilitator opens it, and stays hidden until the facilitator closes it. */
export type Gathering = 'waiting' | 'open' | 'closed';

/** A countdown everyone sees. The moment it ends is in milliseconds since 1970. */
export interface Timer {
	endsAt: number;
	seconds: number;
}

/** A live session of one team: where it is, never what anyone answered. Small enough to send whole. */
export interface Workshop {
	agenda: Agenda;
	stage: Stage;
	/** Place in the agenda's steps. */
	step: number;
	/** Place in the agenda's dimensions, for the clues and the talk. */
	clue: number;
	/** Dimensions that are not here are being read. */
	phases: Readonly<Record<string, CluePhase>>;
	/** The dot vote: its totals stay hidden until it is closed. */
	focus: Gathering;
	/** The weighing of promises: opened and closed as often as new ones are proposed. */
	weighing: Gathering;
	/** By step in which people write: nothing there before the first batch of texts was shown. */
	texts: Readonly<Partial<Record<TextStep, TextPlace>>>;
	/** Give and get: who is on the picture, and what was said to be the same. */
	exchange: ExchangePlace;
	timer: Timer | null;
	/** Missing in a workshop from before there was one. */
	clock?: StepClock;
	/** How many proposals the facilitator has written down; missing where nobody counted. */
	writtenDown?: number;
}

/** Where the room is with what people wrote. */
export interface TextPlace {
	/** How many batches were shown. */
	batches: number;
	/** The text that is being read out, where they are read one by one. */
	current: ReadingPlace | null;
	/** The room has seen what its pictures come to; nothing is written or moved from then on. */
	isSettled?: boolean;
}

export function newWorkshop(agenda: Agenda): Workshop {
	return {
		agenda,
		stage: 'lobby',
		step: 0,
		clue: 0,
		phases: {},
		focus: 'waiting',
		weighing: 'waiting',
		texts: {},
		exchange: NO_EXCHANGE,
		timer: null,
		writtenDown: 0
	};
}

/** What the room does now; nothing in the lobby and after the end. */
export function currentStep({ agenda, stage, step }: Workshop): StepKind | undefined {
	return stage === 'running' ? agenda.steps[step]?.kind : undefined;
}

/** The dimension on the table; nothing outside of the clues and the talk. */
export function currentDimension(workshop: Workshop): string | undefined {
	const kind = currentStep(workshop);
	return kind === 'clues' || kind === 'talk'
		? workshop.agenda.dimensions[workshop.clue]
		: undefined;
}

export function phaseOf({ phases }: Workshop, dimension: string): CluePhase {
	return phases[dimension] ?? 'reading';
}

/** The ballot that takes votes on the dimension now, if any: only the dimension on the table does. */
export function openBallot(workshop: Workshop, dimension: string): Ballot | undefined {
	if (currentStep(workshop) !== 'clues' || currentDimension(workshop) !== dimension) return;
	const phase = phaseOf(workshop, dimension);
	if (phase === 'voting') return 'first';
	if (phase === 'voting-again') return 'second';
}

/** The ballots that may be shown to anyone at all. Everything else is nobody's to see. */
export function revealedBallots(workshop: Workshop, dimension: string): readonly Ballot[] {
	const phase = phaseOf(workshop, dimension);
	if (phase === 'reading' || phase === 'voting') return [];
	return phase === 'revealed-again' ? ['first', 'second'] : ['first'];
}

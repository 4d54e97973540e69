import type { GiveAndGet } from '../give-get/give-get.ts';
import type { SentAnswer } from '../round/answering.ts';
import type { PlannedStep } from './agenda.ts';
import type { Picture } from './picture.ts';
import type { ClosingQuestion, PromiseView, OpenPromise } from './promise.ts';
import type { DotTotal, Mean, Progress, VoteResult } from './results.ts';
import type { OwnText, ShownText, TextView } from './texts.ts';
import type { Ballot, CluePhase, Gathering, Stage, Timer } from './workshop.ts';

/** What the room does now, with what it needs for that and nothing else. */
export type Scene =
	| { kind: 'lobby' }
	| { kind: 'welcome'; openPromises: readonly OpenPromise[] }
	| { kind: 'questions'; form: string; finished: Progress }
	| {
			kind: 'clues';
			dimension: string;
			phase: CluePhase;
			/** How far the vote is that is open now; null while none is. */
			voted: Progress | null;
			/** The vote before the talk, once it is revealed. */
			first: VoteResult | null;
			/** The vote after the talk, once it is revealed. */
			second: VoteResult | null;
	  }
	| { kind: 'talk'; dimension: string }
	| ({
			kind: 'who-we-are';
			/** Sentences that say the same, together; none before the first batch was shown. */
			pictures: readonly Picture[];
			/** Whether the room has seen what its pictures come to. */
			isSettled: boolean;
			/** Of all who wrote, how many of 100 share the largest picture; null before it is settled. */
			largest: Mean | null;
			/** Whether the round's results tell the sentences of the largest one, too. */
			isForRound: boolean;
	  } & Written)
	| ({
			kind: 'voices';
			/** The story that is read out now; null before the first, and where it was hidden. */
			story: TextView<'voices'> | null;
			/** Whether the room listens already, also while the story is hidden. */
			hasBegun: boolean;
			/** How many were read out, this one included. */
			read: number;
			/** How many can be read out by now. */
			shown: number;
	  } & Written)
	| ({
			kind: 'give-get';
			/** Who is on the picture, and of what was written as much as was shown. */
			whole: GiveAndGet;
			/** Whether anything was shown. */
			isShown: boolean;
			/** Whether what is written in a team's name stands with the round's results, too. */
			isForRound: boolean;
	  } & Written)
	| {
			kind: 'focus';
			state: Gathering;
			/** How many have placed a dot. */
			placed: Progress;
			/** By dimension, in the agenda's order; null until the dots are closed. */
			totals: readonly DotTotal[] | null;
	  }
	| {
			kind: 'promises';
			weighing: Gathering;
			promises: readonly PromiseView[];
	  }
	| { kind: 'close'; answered: Progress; promises: readonly PromiseView[] }
	| {
			kind: 'ended';
			promises: readonly PromiseView[];
			/** Null where the two questions were not asked. */
			closing: Readonly<Record<ClosingQuestion, Mean>> | null;
	  };

/** How far the room is with writing. */
export interface Written {
	/** How many have written. */
	written: Progress;
	/** Whether enough people have written something that was not shown yet. */
	canShow: boolean;
}

/** What everyone in the room may see. Whole each time, so that one that got lost does no harm. */
export interface Room {
	/** Grows with what the facilitator does; a view with a lower one is older. */
	revision: number;
	stage: Stage;
	organization: string;
	team: string;
	instrument: string;
	edition: string;
	openness: 'anonymous' | 'open';
	/** The smallest group with numbers. */
	k: number;
	/** How many have joined. */
	people: number;
	/** Under an anonymous contract, with fewer than k people here: nobody can vote, and everyone is told before. */
	isTooFewForNumbers: boolean;
	steps: readonly PlannedStep[];
	/** Place in the steps. */
	step: number;
	dimensions: readonly string[];
	/** Place in the dimensions, for the clues and the talk. */
	clue: number;
	timer: Timer | null;
	isFacilitatorHere: boolean;
	scene: Scene;
}

export interface ParticipantView extends Room {
	role: 'participant';
}

/** For the screen that everyone sees. */
export interface PresenterView extends Room {
	role: 'presenter';
	/** What to type to join; null once the workshop has ended. */
	code: string | null;
}

/** For whoever drives: the same results at the same moment as the room, and all that can be done. */
export interface FacilitatorView extends Room {
	role: 'facilitator';
	code: string | null;
	/** Dimensions that are not here are being read. */
	phases: Readonly<Record<string, CluePhase>>;
	/** Texts that were hidden from the room, to bring one back. */
	hidden: readonly PromiseView[];
	/** What people wrote in this step, as far as the room has seen it, to hide a text or bring it back. */
	texts: readonly (TextView & Pick<ShownText, 'isHidden' | 'group'>)[];
	/** In the step for promises: how many needs of give and get are unmet and were not proposed yet. */
	unmet: number;
}

/** What one person chose, and how often they had changed their mind: the next change counts one more. */
export interface OwnVote {
	level: number;
	revision: number;
}

/** One person's own part: nobody else's, so it never travels in a stream. */
export interface OwnPart {
	alias: string | null;
	/** What brings this person back to their place on another device. */
	recoveryCode: string;
	/** By dimension and ballot. */
	votes: Record<string, Partial<Record<Ballot, OwnVote>>>;
	/** Dimensions with a dot of theirs; one may be there several times. */
	dots: readonly string[];
	dotsLeft: number;
	/** By promise: 1 for, 0 neutral, -1 against. */
	weights: Readonly<Record<string, number>>;
	closing: Readonly<Record<ClosingQuestion, number>> | null;
	/** To the questions, in the order of item names. */
	answers: readonly SentAnswer[];
	hasFinishedQuestions: boolean;
	/** In the order of their random keys. */
	texts: readonly OwnText[];
}

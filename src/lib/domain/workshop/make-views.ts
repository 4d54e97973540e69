import type { Ledger } from '../publication/publication.ts';
import { isTooFew } from './command.ts';
import { picturesOf, type Picture } from './picture.ts';
import type { GiveAndGet, Party } from '../give-get/give-get.ts';
import { linesOf, type Line } from '../give-get/states.ts';
import { exchangeInRoom } from './exchange.ts';
import type { ClosingQuestion, OpenPromise, PromiseView, WorkshopPromise } from './promise.ts';
import type { DotTotal, Mean, Progress, VoteResult } from './results.ts';
import { currentTextStep, placeIn } from './steer-texts.ts';
import { inReadingOrder, readSoFar, type ShownText, type ShownTexts } from './texts.ts';
import type { FacilitatorView, ParticipantView, PresenterView, Room, Scene } from './views.ts';
import {
	currentDimension,
	currentStep,
	openBallot,
	phaseOf,
	revealedBallots,
	type Ballot,
	type Workshop
} from './workshop.ts';

/** Everything the views are made of. There is no answer in it: only what was revealed, and how far the room is. */
export interface WorkshopFacts {
	revision: number;
	workshop: Workshop;
	about: {
		organization: string;
		team: string;
		instrument: string;
		edition: string;
		form: string;
		openness: 'anonymous' | 'open';
		k: number;
		code: string | null;
	};
	people: number;
	/** How far the room is with whatever it is asked now. */
	progress: Progress;
	/** What left through the gate, and when: at the reveal. */
	votes: Readonly<Record<string, Partial<Record<Ballot, VoteResult>>>>;
	dots: readonly DotTotal[] | null;
	promises: readonly WorkshopPromise[];
	/** By promise, once weighed. */
	weights: Readonly<Record<string, Mean>>;
	openPromises: readonly OpenPromise[];
	/** What people wrote, once it was shown, and nothing that waits. */
	texts: ShownTexts;
	/** Who can give and get, in this room. */
	parties: readonly Party[];
	/** Whether the results of the round, which has other teams, tell what is written in this step. */
	isAcross: boolean;
	/** Whether enough people have written something that waits. */
	canShowTexts: boolean;
	/** How widely the largest picture of the whole is shared, once it was settled. */
	largestPicture: Mean | null;
	/** Only after the end. */
	closing: Readonly<Record<ClosingQuestion, Mean>> | null;
	/** Everything that left through the gate, for whoever reckons. */
	ledger: Ledger;
	isFacilitatorHere: boolean;
}

export interface Views {
	facilitator: FacilitatorView;
	presenter: PresenterView;
	participant: ParticipantView;
}

/** The three views of one state, each made once for everyone with that role. */
export function makeViews(facts: WorkshopFacts): Views {
	const room = roomOf(facts);
	const { code } = facts.about;
	return {
		participant: { role: 'participant', ...room },
		presenter: { role: 'presenter', ...room, code },
		facilitator: {
			role: 'facilitator',
			...room,
			code,
			phases: facts.workshop.phases,
			hidden: promiseViews(facts, 'hidden'),
			texts: textsInRoom(facts),
			unmet: currentStep(facts.workshop) === 'promises' ? unmetIn(facts).length : 0
		}
	};
}

function roomOf(facts: WorkshopFacts): Room {
	const { workshop, about, people } = facts;
	return {
		revision: facts.revision,
		stage: workshop.stage,
		organization: about.organization,
		team: about.team,
		instrument: about.instrument,
		edition: about.edition,
		openness: about.openness,
		k: about.k,
		people,
		isTooFewForNumbers: isTooFew(about, people),
		steps: workshop.agenda.steps,
		step: workshop.step,
		dimensions: workshop.agenda.dimensions,
		clue: workshop.clue,
		timer: workshop.timer,
		isFacilitatorHere: facts.isFacilitatorHere,
		scene: sceneOf(facts)
	};
}

function sceneOf(facts: WorkshopFacts): Scene {
	const { workshop, progress } = facts;
	const accepted = () => promiseViews(facts).filter(({ state }) => state === 'accepted');

	switch (currentStep(workshop)) {
		case 'welcome':
			return { kind: 'welcome', openPromises: facts.openPromises };
		case 'questions':
			return { kind: 'questions', form: facts.about.form, finished: progress };
		case 'clues':
			return clueScene(facts);
		case 'talk':
			return { kind: 'talk', dimension: currentDimension(workshop)! };
		case 'who-we-are':
			return whoWeAreScene(facts);
		case 'voices':
			return voicesScene(facts);
		case 'give-get':
			return {
				kind: 'give-get',
				whole: giveAndGetOf(facts),
				isShown: placeIn(workshop, 'give-get').batches > 0,
				isForRound: facts.isAcross,
				written: facts.progress,
				canShow: facts.canShowTexts
			};
		case 'focus':
			return {
				kind: 'focus',
				state: workshop.focus,
				placed: progress,
				totals: workshop.focus === 'closed' ? facts.dots : null
			};
		case 'promises':
			return { kind: 'promises', weighing: workshop.weighing, promises: promiseViews(facts) };
		case 'close':
			return { kind: 'close', answered: progress, promises: accepted() };
	}
	if (workshop.stage === 'lobby') return { kind: 'lobby' };
	return { kind: 'ended', promises: accepted(), closing: facts.closing };
}

function clueScene({ workshop, votes, progress }: WorkshopFacts): Scene {
	const dimension = currentDimension(workshop)!;
	// What has been revealed, and nothing else, whatever else there may be.
	const revealed = revealedBallots(workshop, dimension);
	const show = (ballot: Ballot) =>
		revealed.includes(ballot) ? (votes[dimension]?.[ballot] ?? null) : null;
	return {
		kind: 'clues',
		dimension,
		phase: phaseOf(workshop, dimension),
		voted: openBallot(workshop, dimension) ? progress : null,
		first: show('first'),
		second: show('second')
	};
}

function whoWeAreScene({ workshop, texts, largestPicture, ...facts }: WorkshopFacts): Scene {
	const isSettled = placeIn(workshop, 'who-we-are').isSettled === true;
	return {
		kind: 'who-we-are',
		pictures: picturesIn(texts),
		isSettled,
		largest: isSettled ? largestPicture : null,
		isForRound: facts.isAcross,
		written: facts.progress,
		canShow: facts.canShowTexts
	};
}

/** The sentences in sight, those that say the same together. */
export function picturesIn(texts: ShownTexts): Picture[] {
	const inSight = (texts['who-we-are'] ?? []).filter(({ isHidden }) => !isHidden);
	return picturesOf(inSight.map(({ id, body, group }) => ({ id, words: body.words, group })));
}

function voicesScene(facts: WorkshopFacts): Scene {
	const { current } = placeIn(facts.workshop, 'voices');
	const inSight = inReadingOrder(facts.texts.voices ?? []).filter(({ isHidden }) => !isHidden);
	const story = inSight.find(({ id }) => id === current?.id);
	return {
		kind: 'voices',
		story: story ? { id: story.id, body: story.body } : null,
		hasBegun: current !== null,
		read: readSoFar(inSight, current).length,
		shown: inSight.length,
		written: facts.progress,
		canShow: facts.canShowTexts
	};
}

/** Give and get as the room has seen it. */
export function giveAndGetOf({
	workshop,
	parties,
	texts
}: Pick<WorkshopFacts, 'workshop' | 'parties' | 'texts'>): GiveAndGet {
	return exchangeInRoom(parties, texts['give-get'] ?? [], workshop.exchange);
}

/** Needs that nobody gives and that are no proposal yet. */
export function unmetIn(facts: Pick<WorkshopFacts, 'workshop' | 'parties' | 'texts'>): Line[] {
	const { proposed } = facts.workshop.exchange;
	return linesOf(giveAndGetOf(facts)).filter(
		({ id, state }) => state === 'unmet' && !proposed.includes(id)
	);
}

/** For the facilitator: the texts of this step that the room has seen, hidden ones too, and none before. */
function textsInRoom({ workshop, texts }: WorkshopFacts): FacilitatorView['texts'] {
	const step = currentTextStep(workshop);
	if (!step) return [];
	const all: readonly ShownText[] = texts[step] ?? [];
	const seen =
		step === 'voices' ? readSoFar(all, placeIn(workshop, step).current) : inReadingOrder(all);
	return seen.map(({ id, body, isHidden, group }) => ({ id, body, isHidden, group }));
}

/** The promises in sight, or the hidden ones, in the order of their random ids: it says nothing about who was first. */
export function promiseViews(
	{ promises, weights }: Pick<WorkshopFacts, 'promises' | 'weights'>,
	which: 'shown' | 'hidden' = 'shown'
): PromiseView[] {
	return promises
		.filter(({ isHidden }) => isHidden === (which === 'hidden'))
		.map(({ id, words, serves, dimension, owner, dueOn, state }) => ({
			id,
			words,
			serves,
			dimension,
			owner,
			dueOn,
			state,
			weight: weights[id] ?? null
		}))
		.sort((a, b) => (a.id < b.id ? -1 : 1));
}

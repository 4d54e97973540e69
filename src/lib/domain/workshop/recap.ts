import type { GiveAndGet } from '../give-get/give-get.ts';
import { withoutIdle } from '../give-get/states.ts';
import type { Ledger } from '../publication/publication.ts';
import type { PublishedTexts } from '../publication/publish-texts.ts';
import type { WorkshopFacts } from './make-views.ts';
import { exchangeInRoom, type SeenExchange } from './exchange.ts';
import { promiseViews } from './make-views.ts';
import { picturesOf, type Picture, type PlacedSentence } from './picture.ts';
import type { ClosingQuestion, PromiseView } from './promise.ts';
import type { DotTotal, Mean, VoteResult } from './results.ts';
import { trendsOf, type HeldVotes, type Trend } from './trend.ts';
import type { Voice } from './voice.ts';
import { meetingMirror, type MeetingMirror } from './meeting-mirror.ts';
import { stepsTaken } from './step-clock.ts';
import { revealedBallots } from './workshop.ts';

/** What stays of a workshop, for everyone at the same moment: what the room has seen, and nothing more. */
export interface Recap {
	organization: string;
	team: string;
	instrument: string;
	edition: string;
	openness: 'anonymous' | 'open';
	k: number;
	/** As in 2026-11-22. */
	heldOn: string;
	people: number;
	/** In the agenda's order; only dimensions whose vote was revealed. */
	votes: readonly { dimension: string; first: VoteResult; second: VoteResult | null }[];
	/** The same team's first votes over its workshops; empty in its first one. */
	trends: readonly Trend[];
	dots: readonly DotTotal[] | null;
	promises: readonly PromiseView[];
	closing: Readonly<Record<ClosingQuestion, Mean>> | null;
	/** What was needed and given, as the room saw it; null where nothing of it is there. */
	giveAndGet: GiveAndGet | null;
	/** Why it is not, though the room saw something; null where it is there, or nothing was shown. */
	giveAndGetRefusal: PublishedTexts<unknown>['refusal'];
	/** Stories whose writers let them stay, as the rule for texts lets them out; null where the room saw none. */
	stories: PublishedTexts<Voice> | null;
	/** Null where the room did not say who it wants to be. */
	pictures: PicturesRecap | null;
	/** Whether the room was talked with or talked at, as far as the tool saw it. */
	meeting: MeetingMirror;
	/** All facts that were shown, as the gate reckons with them. */
	ledger: Ledger;
}

export interface PicturesRecap {
	/** How many of 100 share the largest; null where it was not settled. */
	largest: Mean | null;
	/** The sentences that say the same, together; empty where the rule for texts keeps them back. */
	pictures: readonly Picture[];
	refusal: PublishedTexts<unknown>['refusal'];
}

/** What people wrote and let stay, as the gate lets it out; null for a step of which the room saw nothing. */
export interface KeptTexts {
	stories: PublishedTexts<Voice> | null;
	sentences: PublishedTexts<PlacedSentence> | null;
	exchanges: PublishedTexts<SeenExchange> | null;
}

/**
 * The recap of a workshop that has ended; null before, so that nobody reads it while the room still talks.
 * `earlier` are the team's workshops before it, the earliest first.
 */
export function recapOf(
	facts: WorkshopFacts,
	heldOn: string,
	{ earlier = [], kept = nothingKept }: { earlier?: readonly HeldVotes[]; kept?: KeptTexts } = {}
): Recap | null {
	const { workshop, about } = facts;
	if (workshop.stage !== 'ended') return null;
	const votes = votesOf(facts);
	return {
		organization: about.organization,
		team: about.team,
		instrument: about.instrument,
		edition: about.edition,
		openness: about.openness,
		k: about.k,
		heldOn,
		people: facts.people,
		votes,
		trends: trendsOf([...earlier, { heldOn, votes }]),
		dots: workshop.focus === 'closed' ? facts.dots : null,
		promises: promiseViews(facts).filter(({ state }) => state === 'accepted'),
		closing: facts.closing,
		giveAndGet: giveAndGetIn(facts, kept),
		giveAndGetRefusal: kept.exchanges?.refusal ?? null,
		stories: kept.stories,
		pictures: picturesRecap(facts, kept),
		meeting: meetingOf(facts),
		ledger: facts.ledger
	};
}

function giveAndGetIn(
	{ parties, workshop }: WorkshopFacts,
	{ exchanges }: KeptTexts
): GiveAndGet | null {
	const whole = exchangeInRoom(parties, exchanges?.texts ?? [], workshop.exchange);
	return whole.entries.length > 0 ? withoutIdle(whole) : null;
}

const nothingKept: KeptTexts = { stories: null, sentences: null, exchanges: null };

function picturesRecap(
	{ largestPicture: largest }: WorkshopFacts,
	{ sentences }: KeptTexts
): PicturesRecap | null {
	if (!sentences && !largest) return null;
	const pictures = picturesOf(sentences?.texts ?? []);
	return { largest, pictures, refusal: sentences?.refusal ?? null };
}

function meetingOf({ workshop, about, people, promises, closing }: WorkshopFacts): MeetingMirror {
	const { openness, k } = about;
	const desk = workshop.writtenDown;
	return meetingMirror({
		steps: stepsTaken(workshop),
		proposals: desk === undefined ? { room: 0, desk: 0 } : { room: promises.length - desk, desk },
		withEachOther: closing?.withEachOther ?? null,
		wellSpent: closing?.wellSpent ?? null,
		mayCount: openness === 'open' || people >= 2 * k
	});
}

/** What the room wrote and may read here, text by text, without anybody's name. */
export function roomTexts({
	promises,
	pictures,
	stories,
	giveAndGet
}: Pick<Recap, 'promises' | 'pictures' | 'stories' | 'giveAndGet'>): string[] {
	return [
		...promises.flatMap(({ words, serves }) => [words, serves]),
		...(pictures?.pictures ?? []).flatMap(({ sentences }) => sentences.map(({ words }) => words)),
		...(stories?.texts ?? []).map(({ words }) => words),
		...(giveAndGet?.entries ?? []).map(({ text }) => text)
	];
}

function votesOf({ workshop, votes }: WorkshopFacts): Recap['votes'] {
	return workshop.agenda.dimensions.flatMap((dimension) => {
		const revealed = revealedBallots(workshop, dimension);
		const { first, second } = votes[dimension] ?? {};
		if (!revealed.includes('first') || !first) return [];
		return [{ dimension, first, second: revealed.includes('second') ? (second ?? null) : null }];
	});
}

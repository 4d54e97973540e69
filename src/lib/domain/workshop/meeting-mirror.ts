import type { StepKind } from './agenda.ts';
import type { Mean } from './results.ts';

/** What the tool saw of a meeting, before anybody decides what may be said of it. */
export interface SeenMeeting {
	/** The steps the room went through, with what was planned and how long they took, in minutes. */
	steps: readonly { kind: StepKind; planned: number; took: number }[];
	/** Proposals for promises: from phones in the room, and written down by the facilitator. */
	proposals: { room: number; desk: number };
	/** Whether we talked with or at each other, 1 to 5, as the gate shows it; null where nobody was asked. */
	withEachOther: Mean | null;
	/** Whether this time was well spent, 1 to 5, likewise. */
	wellSpent: Mean | null;
	/** Whether counts may stand beside this room: it is large enough, or its contract is open. */
	mayCount: boolean;
}

/** Toward talked with, in between, or toward talked at. */
export type Leaning = 'with' | 'between' | 'at';

/** One thing that was looked at; null where it tells nothing. Numbers only where they may stand. */
export interface MeetingSign<Counts> {
	leaning: Leaning;
	counts: Counts | null;
}

export interface MeetingMirror {
	/** `too-little` where fewer than two signs tell anything. */
	verdict: Leaning | 'too-little';
	/** In how many steps every phone could vote, weigh or write. */
	hands: MeetingSign<{ open: number; steps: number }> | null;
	/** How many of the proposals came from the room. */
	proposals: MeetingSign<{ room: number; all: number }> | null;
	/** What only the facilitator filled, against the plan, in whole minutes. */
	time: MeetingSign<{ took: number; planned: number }> | null;
	/** What the room itself said when it closed. */
	closing: MeetingSign<{ withEachOther: Mean; wellSpent: Mean | null }> | null;
}

/** One speaks and the others listen. In the talk nobody types either, but everybody speaks. */
const LISTENING: readonly StepKind[] = ['welcome'];
/** Neither opens a phone. */
const WITHOUT_PHONES: readonly StepKind[] = ['welcome', 'talk'];

const MOST = 2 / 3;
const FEW = 1 / 3;
/** Less is what happens in any meeting. */
const LONGER_MINUTES = 3;
const LONGER_SHARE = 1.5;
const FEWEST_PROPOSALS = 3;
const FEWEST_STEPS = 2;
const FEWEST_SIGNS = 2;
/** Of 1 to 5. */
const CLEARLY_WITH = 3.5;
const CLEARLY_AT = 2.5;

/**
 * Whether the room was talked with or talked at, as far as a tool can see that: in how many steps everybody could
 * say something, where the proposals came from, whether the welcome ran far over its time, and what the room said
 * when it closed. Each sign leans one way or stays between; the room's own word counts twice, because it was there.
 * The mean of the leanings decides, from a third on. How it came about is said, and nobody is named.
 */
export function meetingMirror(seen: SeenMeeting): MeetingMirror {
	const signs = {
		hands: handsOf(seen),
		proposals: proposalsOf(seen),
		time: timeOf(seen),
		closing: closingOf(seen)
	};
	const { closing, ...others } = signs;
	const said = [closing, closing, ...Object.values(others)].flatMap((sign) =>
		sign ? [weight[sign.leaning]] : []
	);
	const told = Object.values(signs).filter((sign) => sign !== null).length;
	const mean = said.reduce((sum, each) => sum + each, 0) / said.length;
	return { verdict: told < FEWEST_SIGNS ? 'too-little' : leaningOf(mean), ...signs };
}

const weight: Record<Leaning, number> = { with: 1, between: 0, at: -1 };

function leaningOf(mean: number): Leaning {
	if (mean >= FEW) return 'with';
	return mean <= -FEW ? 'at' : 'between';
}

function handsOf({ steps, mayCount }: SeenMeeting): MeetingMirror['hands'] {
	if (steps.length < FEWEST_STEPS) return null;
	const open = steps.filter(({ kind }) => !WITHOUT_PHONES.includes(kind)).length;
	const counts = mayCount ? { open, steps: steps.length } : null;
	return { leaning: byShare(open / steps.length), counts };
}

function proposalsOf({ proposals, mayCount }: SeenMeeting): MeetingMirror['proposals'] {
	const { room, desk } = proposals;
	const all = room + desk;
	if (all < FEWEST_PROPOSALS) return null;
	// A single one beside the rest would point at whoever wrote it.
	const pointsAtOne = room === 1 || desk === 1;
	return {
		leaning: byShare(room / all),
		counts: mayCount && !pointsAtOne ? { room, all } : null
	};
}

function timeOf({ steps }: SeenMeeting): MeetingMirror['time'] {
	const own = steps.filter(({ kind }) => LISTENING.includes(kind));
	if (own.length === 0) return null;
	const took = own.reduce((sum, step) => sum + step.took, 0);
	const planned = own.reduce((sum, step) => sum + step.planned, 0);
	const counts = { took: Math.round(took), planned };
	if (took <= planned + 1) return { leaning: 'with', counts };
	const isFarOver = took >= planned * LONGER_SHARE && took - planned >= LONGER_MINUTES;
	return { leaning: isFarOver ? 'at' : 'between', counts };
}

function closingOf({ withEachOther, wellSpent }: SeenMeeting): MeetingMirror['closing'] {
	if (!withEachOther || withEachOther.as === 'hidden') return null;
	const { value } = withEachOther;
	const leaning = value >= CLEARLY_WITH ? 'with' : value <= CLEARLY_AT ? 'at' : 'between';
	return { leaning, counts: { withEachOther, wellSpent } };
}

function byShare(share: number): Leaning {
	if (share >= MOST) return 'with';
	return share <= FEW ? 'at' : 'between';
}

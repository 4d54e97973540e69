import { z } from 'zod';
import type { Mean } from './results.ts';
import { typedText } from './typed-text.ts';

/** The most promises that a workshop makes: more would not be kept. */
export const MOST_PROMISES = 3;
/** The most proposals that a room can look at. */
export const MOST_PROPOSALS = 60;

/** An idea for a promise. Owner and day may follow once the room wants it. */
export const proposalSchema = z.object({
	words: typedText(200),
	/** How it will serve the customer. */
	serves: typedText(200),
	dimension: z.string().min(1).max(60),
	owner: typedText(80).nullable().default(null),
	dueOn: z.iso.date().nullable().default(null)
});
export type Proposal = z.output<typeof proposalSchema>;

/** What the facilitator writes down when the room accepts a promise: no promise without owner and day. */
export const acceptanceSchema = proposalSchema.extend({
	owner: typedText(80),
	dueOn: z.iso.date()
});
export type Acceptance = z.output<typeof acceptanceSchema>;

export const weightSchema = z.union([z.literal(-1), z.literal(0), z.literal(1)]);
export type Weight = z.infer<typeof weightSchema>;

/** A promise as it is kept, with nobody's name but its owner's. */
export interface WorkshopPromise extends Proposal {
	id: string;
	state: 'proposed' | 'accepted';
	isHidden: boolean;
}

/** A promise as a room sees it. */
export interface PromiseView extends Proposal {
	id: string;
	state: 'proposed' | 'accepted';
	/** The room's weight from -1, against, to 1, for; null until weighing was closed. */
	weight: Mean | null;
}

/** A promise of an earlier workshop that nobody has called done. */
export interface OpenPromise extends Proposal {
	id: string;
	state: 'accepted';
}

/** At the day it is due: is it done, and did it help? */
export const followUpSchema = z.object({
	done: z.enum(['yes', 'partly', 'no']),
	helped: z.enum(['yes', 'a-little', 'no', 'too-early'])
});
export type FollowUp = z.infer<typeof followUpSchema>;

export const closingSchema = z.object({
	/** Was this time well spent? 1 to 5. */
	wellSpent: z.int().min(1).max(5),
	/** Did we talk at each other (1) or with each other (5)? */
	withEachOther: z.int().min(1).max(5)
});
export type ClosingAnswers = z.infer<typeof closingSchema>;
export type ClosingQuestion = keyof ClosingAnswers;

export type PromiseRefusal =
	| 'no-such-promise'
	| 'three-promises-already'
	| 'too-many-proposals'
	| 'promise-accepted'
	| 'promise-hidden'
	| 'already-weighed'
	| 'weighing-closed'
	| 'not-due-yet'
	| 'asking-is-over'
	| 'day-is-past'
	| 'no-such-dimension';

/** Why the room cannot accept this promise, if so. */
export function acceptRefusal(
	promises: readonly WorkshopPromise[],
	id: string,
	{ dueOn, today }: { dueOn: string; today: string }
): PromiseRefusal | undefined {
	const promise = promises.find((each) => each.id === id);
	if (!promise) return 'no-such-promise';
	if (promise.isHidden) return 'promise-hidden';
	if (dueOn < today) return 'day-is-past';
	const others = promises.filter((each) => each.state === 'accepted' && each.id !== id);
	return others.length >= MOST_PROMISES ? 'three-promises-already' : undefined;
}

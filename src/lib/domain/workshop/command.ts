import { z } from 'zod';
import { agendaSchema, type Agenda } from './agenda.ts';
import { namedPartiesSchema } from './text-schemas.ts';
import type { ExchangeCommand } from './steer-exchange.ts';
import type { ReadingPlace } from './texts.ts';

const bare = z.object({
	kind: z.enum([
		'start',
		'next',
		'back',
		'open-vote',
		'vote-again',
		'reveal',
		'open-focus',
		'close-focus',
		'open-weighing',
		'close-weighing',
		'show-texts',
		'next-text',
		'settle-pictures',
		'stop-timer',
		'end'
	])
});

/** What the facilitator sends. The room's counts and the clock come from the server. */
export const requestSchema = z.discriminatedUnion('kind', [
	bare,
	z.object({ kind: z.literal('go-to'), step: z.int().min(0).max(50) }),
	z.object({ kind: z.literal('choose-clue'), clue: z.int().min(0).max(50) }),
	z.object({ kind: z.literal('start-timer'), seconds: z.int().min(1).max(10_800) }),
	z.object({ kind: z.literal('arrange'), agenda: agendaSchema }),
	z.object({ kind: z.literal('name-parties'), parties: namedPartiesSchema }),
	z.object({
		kind: z.literal('say-pair'),
		said: z.enum(['same', 'different', 'nothing']),
		get: z.string().min(1).max(60),
		give: z.string().min(1).max(60)
	})
]);
export type SteerRequest = z.output<typeof requestSchema>;

/** The same with what the rules need to know besides: they have no clock and see no votes. */
export type Command =
	| { kind: 'start' | 'next' | 'back' | 'stop-timer' | 'end' }
	| { kind: 'open-vote' | 'vote-again' }
	| { kind: 'open-focus' | 'close-focus' | 'open-weighing' | 'close-weighing' }
	| { kind: 'reveal'; votes: number }
	| { kind: 'show-texts'; writers: number }
	| { kind: 'settle-pictures' }
	| { kind: 'next-text'; place: ReadingPlace | null }
	| { kind: 'go-to'; step: number }
	| { kind: 'choose-clue'; clue: number }
	| { kind: 'start-timer'; seconds: number; now: number }
	| { kind: 'arrange'; agenda: Agenda }
	| ExchangeCommand;

/** Why a command changes nothing. Each code has its words in `content`. */
export type SteerRefusal =
	| 'workshop-ended'
	| 'not-started'
	| 'already-started'
	| 'no-such-step'
	| 'no-such-clue'
	| 'not-in-this-step'
	| 'vote-not-open'
	| 'vote-already-open'
	| 'not-revealed-yet'
	| 'voted-twice-already'
	| 'nobody-voted'
	| 'focus-not-open'
	| 'focus-already-open'
	| 'focus-already-closed'
	| 'weighing-not-open'
	| 'weighing-already-open'
	| 'nothing-written'
	| 'too-few-wrote'
	| 'no-more-texts'
	| 'pictures-settled'
	| 'no-such-pair'
	| 'step-in-use'
	| 'too-few-in-the-room'
	| 'too-few-voted';

/** Who is here and what they were promised. */
export interface RoomSize {
	openness: 'anonymous' | 'open';
	k: number;
	/** How many have joined. */
	people: number;
	/** How many have voted on what is open now. */
	votes: number;
}

/** Whether the contract lets this room see no numbers. */
export function isTooFew(
	{ openness, k }: Pick<RoomSize, 'openness' | 'k'>,
	people: number
): boolean {
	return openness === 'anonymous' && people < k;
}

/**
 * Why a room cannot be asked, or shown an answer, because too few are there. It is said before anybody
 * answers; and a reveal that would show nothing waits, since it could not be repeated.
 */
export function sizeRefusal(
	{ kind }: Pick<Command, 'kind'>,
	room: RoomSize
): SteerRefusal | undefined {
	if (kind === 'open-vote' || kind === 'open-focus' || kind === 'open-weighing')
		return isTooFew(room, room.people) ? 'too-few-in-the-room' : undefined;
	// Nobody at all is another matter, with words of its own.
	if (kind === 'reveal' && room.votes > 0 && isTooFew(room, room.votes)) return 'too-few-voted';
}

import { z } from 'zod';
import { cleanName } from '../round/team-list.ts';
import { NAME_LENGTH } from '../sheet.ts';
import { agendaSchema, type Agenda } from './agenda.ts';

const name = z
	.string()
	.max(10 * NAME_LENGTH)
	.transform(cleanName)
	.pipe(z.string().min(1).max(NAME_LENGTH));

/** What a facilitator decides before anyone joins. */
export const newWorkshopSchema = z.object({
	organization: name,
	team: name,
	headcount: z.int().min(2).max(1_000),
	openness: z.enum(['anonymous', 'open']).default('anonymous'),
	k: z.int().min(4).max(20).default(5),
	form: z.string().min(1).max(60).default('quick'),
	keptUntil: z.iso.date(),
	agenda: agendaSchema,
	/** The facilitator's link of this team's last workshop: its open promises come along. */
	previous: z.string().max(200).nullable().default(null)
});
export type NewWorkshop = z.output<typeof newWorkshopSchema>;

/** Why a workshop cannot be planned like this. */
export type PlanRefusal =
	'too-few-for-numbers' | 'unknown-dimension' | 'unknown-form' | 'kept-too-short' | 'no-previous';

/** The steps that end in numbers. */
const NUMBERS = ['questions', 'clues', 'focus'] as const;

/** Said before anybody answers: an anonymous team below k sees no numbers, so it talks first, or agrees to be open. */
export function isTooFewForAgenda(
	{ headcount, openness, k }: Pick<NewWorkshop, 'headcount' | 'openness' | 'k'>,
	{ steps }: Agenda
): boolean {
	const asksForNumbers = steps.some(({ kind }) => NUMBERS.some((step) => step === kind));
	return openness === 'anonymous' && headcount < k && asksForNumbers;
}

const ROOM_FOR_LATE_HEADS = 10;
const FEWEST_SPARE_SEATS = 2;

/**
 * How many can join: the headcount and a little more, for guests and for phones that were left at home.
 * Without a limit, one person could fill a room with seats until the others' votes stand alone.
 */
export function seatsFor(headcount: number): number {
	return headcount + Math.max(FEWEST_SPARE_SEATS, Math.ceil(headcount / ROOM_FOR_LATE_HEADS));
}

export const aliasSchema = z
	.string()
	.max(400)
	.transform(cleanName)
	.pipe(z.string().max(40))
	.transform((alias) => alias || null);

/** Why somebody cannot take a seat. */
export type JoinRefusal =
	| 'no-such-code'
	| 'too-many-tries'
	| 'too-many-writes'
	| 'room-full'
	| 'workshop-ended'
	| 'no-such-seat';

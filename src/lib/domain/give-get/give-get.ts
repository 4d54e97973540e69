import { z } from 'zod';

/** Who gives and gets: somebody of us, a part of us, or those outside whom all of it is for. */
export const partyKindSchema = z.enum(['person', 'team', 'customer', 'partner']);
export type PartyKind = z.infer<typeof partyKindSchema>;

export const NAME_LENGTH = 60;
export const ENTRY_LENGTH = 200;
export const MOST_PARTIES = 60;
export const MOST_ENTRIES = 1_000;

const id = z.string().min(1).max(60);
const oneLine = (length: number) =>
	z
		.string()
		.transform((text) =>
			text
				.toWellFormed()
				.replace(/[\s\p{Cc}]+/gu, ' ')
				.trim()
		)
		.pipe(z.string().min(1).max(length));

export const partySchema = z.object({ id, name: oneLine(NAME_LENGTH), kind: partyKindSchema });
export type Party = z.infer<typeof partySchema>;

/**
 * One thing that goes from one party to another: a `get` is what the receiver says they need, a `give` what the giver
 * aims to give. Both run the same way, so that they can meet: `from` gives, `to` gets.
 */
export const entrySchema = z.object({
	id,
	side: z.enum(['get', 'give']),
	from: id,
	to: id,
	text: oneLine(ENTRY_LENGTH)
});
export type Entry = z.infer<typeof entrySchema>;

/** A get and a give, by their ids. */
export const pairSchema = z.object({ get: id, give: id });
export type Pair = z.infer<typeof pairSchema>;

/** Everything that was written, what people confirmed as the same, and what they said is not. */
export const giveAndGetSchema = z
	.object({
		parties: z.array(partySchema).max(MOST_PARTIES),
		entries: z.array(entrySchema).max(MOST_ENTRIES),
		same: z.array(pairSchema),
		different: z.array(pairSchema)
	})
	.refine(({ parties }) => isDistinct(parties.map((party) => party.id)), {
		path: ['parties'],
		error: 'Each party is there once.'
	})
	.refine(({ entries }) => isDistinct(entries.map((entry) => entry.id)), {
		path: ['entries'],
		error: 'Each entry is there once.'
	})
	.refine(({ parties, entries }) => entries.every((entry) => isBetween(parties, entry)), {
		path: ['entries'],
		error: 'Each entry goes from one of the parties to another one.'
	})
	.refine((whole) => [...whole.same, ...whole.different].every((pair) => canMeet(whole, pair)), {
		path: ['same'],
		error: 'A get and a give meet between the same two parties.'
	})
	.refine(({ same }) => isDistinct(same.flatMap(({ get, give }) => [get, give])), {
		path: ['same'],
		error: 'Each get and each give is met once.'
	});
export type GiveAndGet = z.infer<typeof giveAndGetSchema>;

export const NOTHING_YET: GiveAndGet = { parties: [], entries: [], same: [], different: [] };

/** Whether both are there, one a get and one a give, from the same party to the same party. */
export function canMeet({ entries }: Pick<GiveAndGet, 'entries'>, { get, give }: Pair): boolean {
	const [asked, given] = [get, give].map((id) => entries.find((entry) => entry.id === id));
	return (
		asked?.side === 'get' &&
		given?.side === 'give' &&
		asked.from === given.from &&
		asked.to === given.to
	);
}

export function isSamePair(a: Pair, b: Pair): boolean {
	return a.get === b.get && a.give === b.give;
}

function isBetween(parties: readonly Party[], { from, to }: Entry): boolean {
	return from !== to && [from, to].every((id) => parties.some((party) => party.id === id));
}

function isDistinct(values: readonly string[]): boolean {
	return new Set(values).size === values.length;
}

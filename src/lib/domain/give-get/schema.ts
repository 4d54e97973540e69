import { z } from 'zod';
import {
	canMeet,
	ENTRY_LENGTH,
	MOST_ENTRIES,
	MOST_PARTIES,
	NAME_LENGTH,
	PARTY_KINDS,
	type Entry,
	type GiveAndGet,
	type Party
} from './give-get.ts';

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

export const partySchema = z.object({
	id,
	name: oneLine(NAME_LENGTH),
	kind: z.enum(PARTY_KINDS)
});

export const entrySchema = z.object({
	id,
	side: z.enum(['get', 'give']),
	from: id,
	to: id,
	text: oneLine(ENTRY_LENGTH)
});

const pairs = z.array(z.object({ get: id, give: id })).max(MOST_ENTRIES * 10);

/** A whole that holds together: each entry between two of the parties, each pair a get and a give that can meet. */
export const giveAndGetSchema: z.ZodType<GiveAndGet> = z
	.object({
		parties: z.array(partySchema).max(MOST_PARTIES),
		entries: z.array(entrySchema).max(MOST_ENTRIES),
		same: pairs,
		different: pairs
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

function isBetween(parties: readonly Party[], { from, to }: Entry): boolean {
	return from !== to && [from, to].every((id) => parties.some((party) => party.id === id));
}

function isDistinct(values: readonly string[]): boolean {
	return new Set(values).size === values.length;
}

import { z } from 'zod';
import { contractSchema } from '../publication/contract.ts';
import { NAME_LENGTH } from '../sheet.ts';
import { cleanName } from './team-list.ts';

/** What an organizer decides about a round before anyone answers. */
export const newRoundSchema = z.object({
	organization: z
		.string()
		.max(10 * NAME_LENGTH)
		.transform(cleanName)
		.pipe(z.string().min(1).max(NAME_LENGTH)),
	form: z.string().min(1).max(60),
	locale: z.string().min(2).max(35).default('en'),
	contract: contractSchema,
	closesOn: z.iso.date(),
	teams: z.array(z.object({ name: z.string(), headcount: z.int() })).default([])
});
export type NewRound = z.output<typeof newRoundSchema>;

/** A change to a round; what is absent stays. Teams come whole, in the organizer's order; new ones have no id. */
export const roundEditSchema = z.object({
	version: z.int().min(1).describe('The version that the organizer was looking at.'),
	organization: newRoundSchema.shape.organization.optional(),
	closesOn: z.iso.date().optional(),
	teams: z
		.array(z.object({ id: z.string().nullable(), name: z.string(), headcount: z.int() }))
		.optional()
});
export type RoundEdit = z.output<typeof roundEditSchema>;
export type TeamEdit = NonNullable<RoundEdit['teams']>[number];

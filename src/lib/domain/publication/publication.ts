import { z } from 'zod';
import { hiddenSchema } from './reasons.ts';

const count = z.int().min(0);

const meanSchema = z.discriminatedUnion('as', [
	z.object({ as: z.literal('value'), value: z.number() }),
	z.object({ as: z.literal('bound'), side: z.enum(['or-more', 'or-less']), value: z.number() }),
	hiddenSchema
]);
const marginSchema = z.discriminatedUnion('as', [
	z.object({ as: z.literal('value'), value: z.number() }),
	hiddenSchema
]);
const distributionSchema = z.discriminatedUnion('as', [
	z.object({ as: z.literal('counts'), counts: z.array(count) }),
	z.object({ as: z.literal('shape'), heights: z.array(z.enum(['low', 'middle', 'high'])) }),
	hiddenSchema
]);

const cellSchema = z.object({
	group: z.string(),
	measure: z.string(),
	/** Sheets with a value; null where the cell is hidden, or where nearly all of the group's have one. */
	n: count.nullable(),
	mean: meanSchema,
	margin: marginSchema.nullable(),
	distribution: distributionSchema.nullable()
});
export type PublishedCell = z.infer<typeof cellSchema>;

const groupSchema = z.object({
	group: z.string(),
	/** Sheets; null where the group is too small to say. */
	sheets: count.nullable(),
	/** Share of the headcount that answered, as a word where a number would point at one person. */
	response: z.union([
		z.object({ as: z.literal('of'), headcount: count }),
		z.object({ as: z.enum(['nearly-all', 'unknown']) })
	])
});

const findingSchema = z.object({
	id: z.string(),
	shown: z.discriminatedUnion('as', [
		z.object({ as: z.literal('value'), value: z.union([z.number(), z.string()]) }),
		hiddenSchema
	])
});

/** One published fact, readable for everyone who may see the results. It holds nothing that was hidden. */
export const ledgerEntrySchema = z.object({
	publication: z.string(),
	group: z.string(),
	measure: z.string(),
	fact: z.enum(['mean', 'margin', 'distribution']),
	atoms: z.array(z.string()),
	strata: z.array(z.object({ atoms: z.array(z.string()), headcount: count })).optional(),
	/** The fact as it was shown, to compare with what the same answers would show now. */
	shown: z.string()
});
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;
/** All publications of a round, and of rounds whose answers can be assumed to be the same. */
export type Ledger = readonly LedgerEntry[];

/** A frozen view of results that passed the gate: the only thing screens, files and streams are made from. */
export const publicationSchema = z.object({
	version: z.literal(1),
	id: z.string(),
	contractHash: z.string(),
	groups: z.array(groupSchema),
	cells: z.array(cellSchema),
	findings: z.array(findingSchema),
	/** What this publication adds to the ledger. */
	entries: z.array(ledgerEntrySchema)
});
export type Publication = z.infer<typeof publicationSchema>;

import { z } from 'zod';
import { lensSchema } from '../instrument/instrument.ts';
import { contractSchema } from '../publication/contract.ts';
import { ledgerEntrySchema, publicationSchema } from '../publication/publication.ts';
import { hiddenSchema, reasonSchema } from '../publication/reasons.ts';
import type { Results } from './results.ts';

/** Rises when a reader of the file would have to change. */
export const RESULTS_VERSION = 1;

/** Results as a file: everything that the results page shows, for programs. */
export type ResultsFile = { version: typeof RESULTS_VERSION } & Results;

const cell = publicationSchema.shape.cells.element.shape;
const group = publicationSchema.shape.groups.element.shape;
const count = z.int().min(0);

function shown<T extends z.ZodType>(value: T) {
	return z.discriminatedUnion('as', [z.object({ as: z.literal('value'), value }), hiddenSchema]);
}

const scoreSchema = z.strictObject({
	measure: z.string().describe('A dimension’s or an outcome’s id, or “overall”.'),
	n: count.nullable().describe('Null where hidden, or where it would count one or two people.'),
	mean: cell.mean.describe('0 (monolith) to 100 (hologram), a bound, or the rule that hides it.'),
	margin: cell.margin.describe('Half of the 95 % interval, in points.'),
	distribution: cell.distribution.describe(
		'How many people lie in each fifth of 0 to 100, or gave each answer to an outcome, lowest first; or only as a shape.'
	),
	agreement: shown(z.enum(['close-together', 'mixed', 'wide-apart'])).nullable(),
	change: shown(
		z.strictObject({
			difference: z.number().describe('This round minus the one before, in points.'),
			margin: z.number(),
			isClear: z.boolean().describe('Larger than its margin.')
		})
	).nullable()
});

const mirrorSide = scoreSchema.pick({ n: true, mean: true, margin: true });

const groupSchema = z.strictObject({
	id: z.string(),
	name: z.string(),
	lens: lensSchema,
	headcount: count.nullable(),
	sheets: count.nullable(),
	response: group.response,
	overall: scoreSchema,
	dimensions: z.array(scoreSchema),
	outcomes: z
		.array(scoreSchema)
		.describe(
			'The price of control: 0 (almost never) to 100 (almost always). Empty where not asked.'
		)
});

export const resultsSchema = z.strictObject({
	version: z.literal(RESULTS_VERSION),
	organization: z.string(),
	form: z.string(),
	edition: z.string(),
	openedOn: z.string().nullable(),
	closesOn: z.string().describe('The day that people were told the round would close.'),
	closedOn: z.string().nullable(),
	contract: contractSchema,
	contractHash: z.string(),
	whole: groupSchema,
	teams: z.array(groupSchema).describe('In the organizer’s order, which is no ranking.'),
	lenses: z.array(groupSchema),
	fidelity: z.strictObject({
		verdict: shown(
			z.enum(['mirror', 'small-differences', 'different-pictures', 'too-little-data'])
		),
		fidelity: shown(z.number()).nullable().describe('0 to 100.'),
		gap: shown(z.number()).nullable().describe('Typical gap between a part and the whole.'),
		teams: z.array(
			z.strictObject({
				team: z.string(),
				fidelity: shown(z.number()),
				standsOut: shown(z.boolean())
			})
		)
	}),
	gaps: z
		.array(
			z.strictObject({
				a: lensSchema,
				b: lensSchema,
				dimension: z.string().describe('A dimension’s id, or “overall”.'),
				difference: z.number().describe('a − b, in points.')
			})
		)
		.describe('Only where two lenses differ by more than noise and by ten points at least.'),
	mirror: z
		.array(
			z.strictObject({
				dimension: z.string().describe('Of the question; “overall” for all questions together.'),
				item: z.string().nullable().describe('The question that all three views answered.'),
				own: mirrorSide.describe('How members see it.'),
				guess: mirrorSide.describe('How members guess that customers see it.'),
				customers: mirrorSide,
				finding: shown(
					z.enum([
						'shared-strength',
						'shared-blind-spot',
						'overestimate',
						'underestimate',
						'unclear'
					])
				)
			})
		)
		.describe('Empty where members were not asked to guess.'),
	balance: z.array(
		z.strictObject({
			group: z.string(),
			quadrant: shown(
				z.enum(['connected', 'turned-inward', 'heroic-front-line', 'walled'])
			).nullable(),
			isTurnedInward: shown(z.boolean()).nullable()
		})
	),
	hidden: z.array(z.strictObject({ reason: reasonSchema, groups: z.array(z.string()), count })),
	promises: z
		.array(
			z.strictObject({
				team: z.string(),
				words: z.string(),
				serves: z.string().describe('How it will serve the customer.'),
				dimension: z.string(),
				dueOn: z.string().nullable()
			})
		)
		.describe('What teams promised in workshops that have ended, without their owners’ names.'),
	comments: z
		.array(
			z.strictObject({
				group: z.string().describe('“whole” for members of all teams together.'),
				texts: z.array(z.string()).describe('In an order that says nothing.'),
				count,
				kept: z
					.enum([
						'still-open',
						'small-group',
						'few-writers',
						'hidden-group',
						'remainder',
						'deleted'
					])
					.nullable()
					.describe('Why they stay back.')
			})
		)
		.describe('What people added in their own words; apart from all scores.'),
	ledger: z.array(ledgerEntrySchema)
}) satisfies z.ZodType<ResultsFile>;

/** The results as a file of JSON. */
export function resultsFile(results: Results): ResultsFile {
	return { version: RESULTS_VERSION, ...results };
}

/** The published JSON Schema of such a file. */
export function resultsJsonSchema() {
	return {
		$id: `urn:holoscope:results:${RESULTS_VERSION}`,
		...z.toJSONSchema(resultsSchema, { io: 'input' })
	};
}

import { z } from 'zod';
import { lensSchema } from '../instrument/instrument.ts';
import { lensChangeSchema, mirrorSchema } from './change-schemas.ts';
import {
	balanceSchema,
	count,
	dimensionScoreSchema,
	gapsSchema,
	groupScoreSchema,
	maybe,
	name
} from './score-schemas.ts';
import {
	agreementSchema,
	carelessSchema,
	fidelitySchema,
	reliabilitySchema,
	teamVarianceSchema
} from './statistics-schemas.ts';
import { ANALYSIS_VERSION } from './version.ts';

const groupShape = {
	sheets: count.describe('Answer sheets that came in.'),
	empty: count.describe('Sheets without an answer.'),
	leftOut: count.describe('Sheets of one and the same answer, left out of every score.'),
	headcount: count.nullable(),
	responseRate: z
		.number()
		.min(0)
		.nullable()
		.describe('Sheets for each head; above 1 when the headcount is too small.'),
	overall: groupScoreSchema,
	dimensions: z.array(dimensionScoreSchema),
	agreement: z.strictObject({
		overall: agreementSchema.describe('Over all spectrum items.'),
		dimensions: z.array(z.strictObject({ dimension: name, ...agreementSchema.shape }))
	})
};

const teamSchema = z.strictObject({ team: name, ...groupShape }).meta({ id: 'Team' });

const itemSchema = z
	.strictObject({
		item: name,
		dimension: name,
		counts: z.array(count).describe('Answers by value of the scale, low to high.'),
		notSure: count,
		unanswered: count,
		mean: maybe.describe('On the scale as asked, not turned around.'),
		sd: maybe
	})
	.meta({ id: 'Item' });

const lensAnalysisSchema = z
	.strictObject({
		lens: lensSchema,
		form: name,
		organization: z.strictObject(groupShape),
		teams: z.array(teamSchema).describe('In the order of the headcounts, then by name.'),
		items: z.array(itemSchema),
		betweenTeams: z.array(
			z.strictObject({
				dimension: name.describe('Or “overall”.'),
				result: teamVarianceSchema.nullable(),
				missing: z.enum(['too-few-teams-or-people']).nullable()
			})
		),
		reliability: z.array(
			z.strictObject({
				dimension: name,
				pairwise: reliabilitySchema,
				listwise: reliabilitySchema
			})
		),
		fidelity: fidelitySchema,
		careless: carelessSchema
	})
	.meta({ id: 'LensAnalysis' });

const gapSchema = z
	.strictObject({
		a: lensSchema,
		b: lensSchema,
		organization: gapsSchema,
		teams: z.array(z.strictObject({ team: name, ...gapsSchema.shape }))
	})
	.meta({ id: 'LensGap', description: 'How two lenses see the same dimensions, a − b.' });

/**
 * Everything that can be said about a round, for the one whose data it is. Not for publishing: numbers of small
 * groups are in it. What is undefined is null, with a reason beside it where it is not plain.
 */
export const analysisSchema = z.strictObject({
	version: z.literal(ANALYSIS_VERSION),
	instrument: z.strictObject({
		id: name,
		edition: name,
		locale: name,
		status: z.enum(['unvalidated', 'piloted', 'validated'])
	}),
	seed: z.int().describe('Of the shuffles in the chance tests.'),
	lenses: z.array(lensAnalysisSchema),
	gaps: z.array(gapSchema),
	balance: z
		.strictObject({
			organization: balanceSchema,
			teams: z.array(z.strictObject({ team: name, ...balanceSchema.shape }))
		})
		.nullable()
		.describe('Of members and leaders; null when the instrument does not ask both sides.'),
	mirror: mirrorSchema
		.nullable()
		.describe(
			'What members, their guesses and customers say of the same; null without two of them.'
		),
	change: z
		.array(lensChangeSchema)
		.nullable()
		.describe('Since an earlier round, for each lens that answered in both; null without one.')
});

export type Analysis = z.infer<typeof analysisSchema>;
export type LensAnalysis = Analysis['lenses'][number];
export type TeamAnalysis = LensAnalysis['teams'][number];
export type GroupAnalysis = LensAnalysis['organization'];
export type ItemAnalysis = LensAnalysis['items'][number];
export type { LensChange, Mirror, ScoreChange } from './change-schemas.ts';
export type LensGap = Analysis['gaps'][number];

/** The published JSON Schema of an analysis. */
export function analysisJsonSchema() {
	return {
		$id: `urn:holoscope:analysis:${ANALYSIS_VERSION}`,
		...z.toJSONSchema(analysisSchema)
	};
}

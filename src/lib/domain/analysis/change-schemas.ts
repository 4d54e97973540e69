import { z } from 'zod';
import { lensSchema } from '../instrument/instrument.ts';
import { count, differenceShape, maybe, name } from './score-schemas.ts';

/** Schemas of what two rounds, or two views of the same indicators, say together. Points go from 0 to 100. */

const changeShape = {
	n: z
		.strictObject({
			before: count,
			now: count,
			linked: count.describe(
				'Of them, those whose two answers were compared with each other; 0 where the rounds are not linked by person, or for too few.'
			)
		})
		.describe('People with this score.'),
	...differenceShape,
	isClear: z.boolean().describe('Larger than its noise: zero lies outside the interval.'),
	smallestClear: maybe.describe(
		'From how many points on a change would have been clear among these people: half the interval.'
	),
	missing: z
		.enum(['not-asked', 'other-items', 'nobody', 'too-few-people'])
		.nullable()
		.describe('Why the change or its interval is null.')
};

const scoreChangeSchema = z.strictObject(changeShape).meta({
	id: 'ScoreChange',
	description:
		'Now minus before. Where codes link at least two people and half of each round, the mean of their own changes with the paired interval; else the difference of means with Welch’s, careful when the same people answered.'
});

const groupChangeShape = {
	overall: scoreChangeSchema,
	dimensions: z.array(z.strictObject({ dimension: name, ...changeShape }))
};

export const lensChangeSchema = z
	.strictObject({
		lens: lensSchema,
		organization: z
			.strictObject(groupChangeShape)
			.describe(
				'Of members: the change within the teams of both rounds, weighted by headcount, or by answers where a headcount is missing. Of other lenses: of everybody.'
			),
		teams: z
			.array(z.strictObject({ team: name, ...groupChangeShape }))
			.describe('Teams that answered in both rounds.'),
		onlyBefore: z.array(name).describe('Teams that answered in the earlier round only.'),
		onlyNow: z.array(name).describe('Teams that answered in the later round only.')
	})
	.meta({ id: 'LensChange' });

const side = z.strictObject({ n: count, mean: maybe }).nullable();
const gap = z.strictObject(differenceShape).nullable();

const mirrorResultSchema = z
	.strictObject({
		id: name.describe('The dimension or the item.'),
		finding: z.enum([
			'shared-strength',
			'shared-blind-spot',
			'overestimate',
			'underestimate',
			'unclear'
		]),
		own: side.describe('How members see it; null when they were not asked.'),
		guess: side.describe('How employees guess that customers see it; null when nobody was asked.'),
		customers: side,
		ownGap: gap.describe('Own view minus customers’ view.'),
		guessGap: gap.describe('Guess minus customers’ view.')
	})
	.meta({ id: 'MirrorResult' });

export const mirrorSchema = z
	.strictObject({
		dimensions: z.array(mirrorResultSchema),
		items: z
			.array(mirrorResultSchema)
			.describe('In points: 100 is the hologram’s answer, whichever way the item is keyed.')
	})
	.meta({ id: 'Mirror' });

export type LensChange = z.infer<typeof lensChangeSchema>;
export type ScoreChange = z.infer<typeof scoreChangeSchema>;
export type Mirror = z.infer<typeof mirrorSchema>;

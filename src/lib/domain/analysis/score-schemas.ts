import { z } from 'zod';

/** Schemas of scores, intervals and differences: parts of an analysis. Points go from 0 to 100. */

export const count = z.int().min(0);
export const maybe = z.number().nullable();
export const name = z.string().min(1);
export const share = z.number().min(0).max(1).nullable();

export const intervalSchema = z
	.strictObject({
		low: z.number().min(0).max(100),
		high: z.number().min(0).max(100),
		margin: z.number().min(0).describe('Half-width in points, before clipping to 0–100.'),
		method: z.enum(['plain-t', 'moderated-t'])
	})
	.meta({ id: 'ScoreInterval', description: '95 % interval of a mean score.' });

export const groupScoreSchema = z
	.strictObject({
		n: count.describe('People with this score.'),
		mean: maybe,
		sd: maybe.describe('Standard deviation of people (n − 1).'),
		se: maybe.describe('Standard error of the mean.'),
		climate: intervalSchema
			.nullable()
			.describe('For the climate that these people are a sample of.'),
		now: intervalSchema.nullable().describe('For these people, now.'),
		missing: z
			.enum(['not-asked', 'nobody', 'too-few-people', 'no-headcount', 'no-reliability'])
			.nullable()
			.describe('Why a mean or an interval is null.')
	})
	.meta({ id: 'GroupScore' });

export const dimensionScoreSchema = z
	.strictObject({
		dimension: name,
		isPointer: z
			.boolean()
			.describe('The form asks too little to show this by itself; it counts in the overall.'),
		...groupScoreSchema.shape
	})
	.meta({ id: 'DimensionScore' });

const bounds = z.strictObject({ low: z.number(), high: z.number() });

export const differenceShape = {
	difference: maybe.describe('In points; null when a side is empty.'),
	error: maybe,
	df: maybe.describe('Degrees of freedom; null for an error that is known beforehand.'),
	interval: bounds.nullable().describe('95 % interval.')
};

export const gapsSchema = z
	.strictObject({
		dimensions: z.array(
			z.strictObject({
				dimension: name,
				n: z.strictObject({ a: count, b: count }),
				...differenceShape,
				mayShow: z.boolean().describe('Larger than its noise, and at least ten points.')
			})
		),
		index: maybe.describe('Typical true gap in points, noise taken out.'),
		signed: maybe.describe('Mean gap with its sign.')
	})
	.meta({ id: 'PerceptionGaps' });

export const balanceSchema = z
	.strictObject({
		n: count,
		outward: maybe,
		inward: maybe,
		balance: maybe.describe('Outward minus inward, in points.'),
		error: maybe,
		interval: bounds.nullable(),
		quadrant: z.enum(['connected', 'turned-inward', 'heroic-front-line', 'walled']).nullable(),
		isTurnedInward: z.boolean(),
		customers: z.strictObject({ n: count, outward: maybe }).nullable()
	})
	.meta({ id: 'Balance' });

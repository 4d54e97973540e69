import { z } from 'zod';
import { NULL_DISTRIBUTIONS } from '../scoring/agreement-nulls.ts';
import { count, maybe, name, share } from './score-schemas.ts';

/** Schemas of agreement, team differences, reliability, fidelity and careless answering. */

export const agreementSchema = z
	.strictObject({
		items: count.describe('Items with two answers or more.'),
		n: count.describe('The fewest answers that one of these items has.'),
		meanVariance: maybe.describe(
			'In squared steps of the scale, like all distances here in steps.'
		),
		meanSd: maybe,
		adMean: maybe,
		adMedian: maybe,
		rwgJ: z.record(z.enum(NULL_DISTRIBUTIONS), maybe).describe('By null distribution.'),
		rwgJLindell: maybe,
		awg: maybe,
		vanDerEijk: maybe,
		consensus: maybe,
		polarization: maybe,
		word: z
			.enum(['close-together', 'mixed', 'wide-apart'])
			.nullable()
			.describe('Null below four answers.')
	})
	.meta({ id: 'Agreement' });

const icc = z.strictObject({ raw: maybe, value: maybe });

export const teamVarianceSchema = z
	.strictObject({
		teams: count,
		people: count,
		meanSize: z.number(),
		n0: z.number(),
		msBetween: z.number(),
		msWithin: maybe,
		f: maybe,
		p: maybe,
		etaSquared: maybe,
		epsilonSquared: maybe,
		omegaSquared: maybe,
		icc1: icc,
		icc1Interval: z.strictObject({ from: z.number(), to: z.number() }).nullable(),
		icc1PlainSize: icc,
		icc2: icc,
		isRough: z.boolean().describe('Fewer than ten teams.')
	})
	.meta({ id: 'TeamVariance' });

export const reliabilitySchema = z
	.strictObject({
		people: count,
		items: count,
		alpha: maybe.describe('Null below 50 people.'),
		isRough: z.boolean().describe('Fewer than 100 people.'),
		omega: maybe.describe('Null below 100 people.'),
		perItem: z.array(z.strictObject({ alphaIfDropped: maybe, itemTotal: maybe }))
	})
	.meta({ id: 'Reliability' });

const gapShape = {
	variance: z.number().describe('τ² in squared points, not cut at zero.'),
	gap: z.number().describe('τ in points.')
};

const chance = z.discriminatedUnion('method', [
	z.strictObject({
		p: share.unwrap(),
		method: z.literal('shuffle'),
		shuffles: count,
		seed: z.int()
	}),
	z
		.strictObject({ p: share.unwrap(), method: z.literal('approximation') })
		.describe('For more people than are shuffled.')
]);

const teamFidelity = z
	.strictObject({
		team: name,
		n: count,
		fidelity: z.number(),
		gap: z.number(),
		noise: z.number(),
		distance: z.strictObject({
			squared: z.number(),
			elevation: z.number(),
			scatter: z.number(),
			shape: z.number(),
			correlation: maybe
		}),
		chanceBand: z.strictObject({ low: z.number(), high: z.number() }),
		standsOut: z.boolean()
	})
	.meta({ id: 'TeamFidelity' });

export const fidelitySchema = z
	.strictObject({
		verdict: z.enum(['mirror', 'small-differences', 'different-pictures', 'too-little-data']),
		flags: z.array(z.enum(['fewer-than-three-teams', 'three-or-four-teams', 'floor', 'ceiling'])),
		estimate: z
			.strictObject({
				...gapShape,
				fidelity: z.number().min(0).max(100),
				dimensions: z.array(z.strictObject({ dimension: name, ...gapShape })),
				level: z.strictObject(gapShape),
				pattern: z.strictObject(gapShape),
				chance,
				gapUpperBound: z.number(),
				varietyCarried: share,
				spreadWithin: z.number(),
				byTeam: z.array(teamFidelity)
			})
			.nullable()
			.describe('Null for fewer than three teams of three people.'),
		step: z.number().positive(),
		teams: count,
		people: count,
		leftOut: z.array(name)
	})
	.meta({ id: 'Fidelity' });

export const carelessSchema = z
	.strictObject({
		signs: z
			.strictObject({
				'all-equal': count,
				'long-run': count,
				'little-variation': count,
				'key-contradiction': count,
				'too-fast': count
			})
			.describe('How many sheets show which sign.'),
		leftOut: count.describe('Sheets of one and the same answer: not in any score.'),
		flagged: count.describe('Sheets with a sign that stay in.'),
		farOut: z
			.strictObject({
				people: count.nullable(),
				missing: z.enum(['too-few-people', 'too-many-people', 'not-defined']).nullable()
			})
			.describe('Squared Mahalanobis distance beyond the 99.9 % point.'),
		withAndWithout: z
			.array(
				z.strictObject({
					dimension: name.describe('Or “overall”.'),
					with: maybe,
					without: maybe,
					difference: maybe,
					moves: z.boolean()
				})
			)
			.describe('Means with and without flagged sheets.')
	})
	.meta({ id: 'Careless' });

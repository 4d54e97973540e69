import { z } from 'zod';
import { ENTRY_LENGTH } from '../give-get/give-get.ts';
import { partySchema } from '../give-get/schema.ts';
import { MOST_NAMED, PERSON, type Exchange } from './exchange.ts';
import { SENTENCE_LENGTH, type Sentence } from './picture.ts';
import { FOR_ROUND, type TextBodies, type TextStep } from './texts.ts';
import { typedText } from './typed-text.ts';
import { STORY_LENGTH, type Voice } from './voice.ts';

// Apart from what pages need to know of texts, so that a phone in the room does not load what reads requests.

export const voiceSchema: z.ZodType<Voice> = z.object({
	words: typedText(STORY_LENGTH),
	moment: z.enum(['hologram', 'monolith']),
	dimension: z.string().min(1).max(60).nullable().default(null)
});

export const sentenceSchema: z.ZodType<Sentence> = z.object({ words: typedText(SENTENCE_LENGTH) });

const partyId = z.string().min(1).max(120);

export const exchangeSchema: z.ZodType<Exchange> = z
	.object({
		side: z.enum(['get', 'give']),
		from: partyId,
		to: partyId,
		words: typedText(ENTRY_LENGTH)
	})
	.refine(({ from, to }) => from !== to, { path: ['to'], error: 'Choose two different parties.' });

/** Teams, customers and partners, as the facilitator names them: people name themselves, under an open contract only. */
export const namedPartiesSchema = z
	.array(partySchema.extend({ kind: z.enum(['team', 'customer', 'partner']) }))
	.min(1)
	.max(MOST_NAMED)
	.refine((parties) => parties.some(({ kind }) => kind === 'customer'), {
		error: 'Customers are always on the picture.'
	})
	.refine((parties) => new Set(parties.map(({ id }) => id)).size === parties.length, {
		error: 'Each party is there once.'
	})
	.refine((parties) => parties.every(({ id }) => !id.startsWith(PERSON)), {
		error: 'People name themselves.'
	});

/** 128 random bits, as hexadecimal. */
export const textKeySchema = z.string().regex(/^[\da-f]{32}$/);

const sent = <Step extends TextStep>(step: Step, body: z.ZodType<TextBodies[Step]>) =>
	z.object({
		step: z.literal(step),
		key: textKeySchema,
		revision: z.int().min(1).max(1_000_000),
		mayKeep: z.boolean(),
		// Anything else was not told: the text is welcome, and stays in the room.
		told: z.literal(FOR_ROUND).optional().catch(undefined),
		body
	});

export const sentTextSchema = z.discriminatedUnion('step', [
	sent('who-we-are', sentenceSchema),
	sent('voices', voiceSchema),
	sent('give-get', exchangeSchema)
]);

export const textStepSchema = z.enum(
	sentTextSchema.options.map(({ shape }) => shape.step.value) as [TextStep, ...TextStep[]]
);

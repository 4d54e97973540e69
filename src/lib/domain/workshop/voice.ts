import { z } from 'zod';
import { typedText } from './typed-text.ts';

/** The longest story: what can be read out in a minute. */
export const STORY_LENGTH = 600;

/** A short true story: a moment when we were a hologram, or a monolith. */
export const voiceSchema = z.object({
	words: typedText(STORY_LENGTH),
	moment: z.enum(['hologram', 'monolith']),
	dimension: z.string().min(1).max(60).nullable().default(null)
});
export type Voice = z.output<typeof voiceSchema>;
export type Moment = Voice['moment'];

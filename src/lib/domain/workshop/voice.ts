/** The longest story: what can be read out in a minute. */
export const STORY_LENGTH = 600;

export type Moment = 'hologram' | 'monolith';

/** A short true story: a moment when we were a hologram, or a monolith. */
export interface Voice {
	words: string;
	moment: Moment;
	dimension: string | null;
}

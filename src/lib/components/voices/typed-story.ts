import type { Moment, Voice } from '$lib/domain/workshop/voice';

/** A story as it stands in the fields. */
export interface TypedStory {
	moment: Moment;
	words: string;
	/** Empty while left open. */
	dimension: string;
	mayKeep: boolean;
}

export const emptyStory: TypedStory = {
	moment: 'hologram',
	words: '',
	dimension: '',
	mayKeep: false
};

export function storyIn({ moment, words, dimension }: TypedStory): Voice {
	return { moment, words: words.trim(), dimension: dimension || null };
}

export function typedFromStory({ moment, words, dimension }: Voice, mayKeep: boolean): TypedStory {
	return { moment, words, dimension: dimension ?? '', mayKeep };
}

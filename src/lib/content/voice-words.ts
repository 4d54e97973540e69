import { commentMinimum } from '../domain/publication/comment-minimum.ts';
import type { Contract } from '../domain/publication/contract.ts';
import type { CommentsRefusal } from '../domain/publication/rules/comments.ts';
import type { Moment, Voice } from '../domain/workshop/voice.ts';
import * as m from '../paraglide/messages.js';

/** The two kinds of moments that stories are about. */
export const momentWords: Record<Moment, { name: () => string; hint: () => string }> = {
	hologram: { name: m.voices_moment_hologram, hint: m.voices_moment_hologram_hint },
	monolith: { name: m.voices_moment_monolith, hint: m.voices_moment_monolith_hint }
};

/** What a story is about, in one line: the kind of moment, and a dimension where its writer named one. */
export function storyAbout(
	{ moment, dimension }: Pick<Voice, 'moment' | 'dimension'>,
	dimensions: readonly { id: string; name: string }[]
): string {
	const found = dimensions.find(({ id }) => id === dimension);
	return [momentWords[moment].name(), found?.name].filter(Boolean).join(' · ');
}

/** Why no story is shown. */
export function keptStoriesWords(refusal: CommentsRefusal, { k }: Pick<Contract, 'k'>): string {
	return refusal === 'small-group'
		? m.voices_kept_small({ needed: commentMinimum({ k }) })
		: m.voices_kept_few();
}

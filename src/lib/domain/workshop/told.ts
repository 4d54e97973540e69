import type { PublishedTexts } from '../publication/publish-texts.ts';
import type { Mean } from './results.ts';
import type { Voice } from './voice.ts';

/** What the workshops of a round have told, for everybody with its results link: apart from all scores. */
export interface Told {
	/** Stories of all teams together, without their teams; null where none was kept. */
	stories: PublishedTexts<Voice> | null;
	/** In the round's order; teams that did not say who they want to be are not here. */
	pictures: readonly TeamPictures[];
}

/** One team's pictures of the whole. */
export interface TeamPictures {
	team: string;
	/** How many of 100 share the largest. */
	largest: Mean;
	/** How many pictures the team has, and the sentences of the largest; null where they are kept back. */
	told: { pictures: number; sentences: readonly string[] } | null;
	refusal: PublishedTexts<unknown>['refusal'];
}

import type { GiveAndGet, SaidOfPairs } from '../give-get/give-get.ts';
import type { PublishedTexts } from '../publication/publish-texts.ts';
import type { Mean } from './results.ts';
import type { Voice } from './voice.ts';

/** What the workshops of a round have told, for everybody with its results link: apart from all scores. */
export interface Told {
	/** Stories of all teams together, without their teams; null where none was kept. */
	stories: PublishedTexts<Voice> | null;
	/** In the round's order; teams that did not say who they want to be are not here. */
	pictures: readonly TeamPictures[];
	/** Null where no team has written for the others to read. */
	exchange: ToldExchange | null;
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

/** What the teams of a round need from and give to each other, customers and partners. */
export interface ToldExchange {
	/** Without entries where all of it is kept back. */
	whole: GiveAndGet;
	/** What rooms have said about their own needs and gives: it stays as it is. */
	inRooms: SaidOfPairs;
	/** Teams whose texts are kept back, and why. */
	kept: readonly { team: string; refusal: NonNullable<PublishedTexts<unknown>['refusal']> }[];
	/** Teams on the picture that have not written for it: what they give may just not be told. */
	silent: readonly string[];
}

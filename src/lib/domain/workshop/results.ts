import type { PublishedCell } from '../publication/publication.ts';
import type { VoteShape } from '../scoring/vote-shape.ts';

export type { Progress } from '../publication/rules/progress.ts';

/** A mean as the gate lets it out: on the scale of what was asked, as “so much or more”, or hidden with the rule. */
export type Mean = PublishedCell['mean'];
/** The dots, lowest level first: how many on each, or only a rough picture, or hidden with the rule. */
export type Dots = NonNullable<PublishedCell['distribution']>;

/** One revealed ballot on one dimension. It never changes again. */
export interface VoteResult {
	/** Null where the number of voters would tell who did not vote. */
	n: number | null;
	/** From 1, the monolith, to 5, the hologram. */
	mean: Mean;
	dots: Dots;
	/** What the dots look like, for a fitting question to open with; null where they are hidden. */
	shape: VoteShape | null;
	/** In a second vote: how many moved. Null in a first one, and where it is hidden. */
	moved: number | null;
	/** Under an open contract, who chose what, by level; null under an anonymous one and in large rooms. */
	voters: readonly Voter[] | null;
}

export interface Voter {
	/** Null for somebody who gave no name. */
	alias: string | null;
	level: number;
}

/** The dots on one dimension after they were closed: their sum over everyone. */
export interface DotTotal {
	dimension: string;
	total: Mean;
}

import type { VoteShape } from '../scoring/vote-shape.ts';

/** Nothing is ever empty or zero because a rule hides it: it says so, and which rule. */
export interface Hidden {
	as: 'hidden';
	because: string;
	instead: string;
	/** The least number of people that the rule asks for. */
	needed: number;
}

/** A mean as the gate lets it out: on the scale of what was asked, or as “so much or more”. */
export type Mean =
	| { as: 'value'; value: number }
	| { as: 'bound'; side: 'or-more' | 'or-less'; value: number }
	| Hidden;

/** The dots, lowest level first: how many on each, or only a rough picture. */
export type Dots =
	| { as: 'counts'; counts: readonly number[] }
	| { as: 'shape'; heights: readonly ('low' | 'middle' | 'high')[] }
	| Hidden;

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

/** How far something is that everyone is asked for: a number only where it points at nobody. */
export type Progress =
	{ as: 'count'; finished: number } | { as: 'nearly-all' } | { as: 'too-few-to-say' };

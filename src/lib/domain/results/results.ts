import type { Lens } from '../instrument/instrument.ts';
import type { Contract } from '../publication/contract.ts';
import type { LedgerEntry, Publication, PublishedCell } from '../publication/publication.ts';
import type { AgreementWord } from '../scoring/agreement-word.ts';
import type { MirrorFinding } from '../scoring/mirror.ts';
import type { BalanceQuadrant } from '../scoring/quadrant.ts';
import type { CommentsView } from './comment-views.ts';

type Hidden = Extract<PublishedCell['mean'], { as: 'hidden' }>;

/** A finding that passed the gate, or the rule that hides it. */
export type Shown<T> = { as: 'value'; value: T } | Hidden;

/** How answers are spread, as far as it may be shown. */
export type Spread = Exclude<NonNullable<PublishedCell['distribution']>, Hidden>;

/** One dimension of a group, or its overall, as everybody may see it. */
export interface ScoreView {
	/** A dimension's or an outcome's id, or “overall”. */
	measure: string;
	n: number | null;
	mean: PublishedCell['mean'];
	margin: PublishedCell['margin'];
	/**
	 * How many people's scores lie in each fifth of the spectrum, or gave each answer to an outcome, lowest first;
	 * null where nobody asked for it.
	 */
	distribution: PublishedCell['distribution'];
	/** How closely people agree; null where too few answered for a word. */
	agreement: Shown<AgreementWord> | null;
	/** Change since the round before, in points; null where there is nothing to compare with. */
	change: Shown<{ difference: number; margin: number; isClear: boolean }> | null;
}

/** A team, the whole, or a lens. */
export interface GroupView {
	/** A team's id, or “whole”, “leaders”, “customers”, “partners”. */
	id: string;
	name: string;
	lens: Lens;
	headcount: number | null;
	sheets: number | null;
	response: Publication['groups'][number]['response'];
	overall: ScoreView;
	/** In the instrument's order; empty where the form asks too little of each to show it. */
	dimensions: ScoreView[];
	/** The price of control, where the round asked for it: how often, 0 to 100. They count in no other score. */
	outcomes: ScoreView[];
}

export interface FidelityView {
	verdict: Shown<'mirror' | 'small-differences' | 'different-pictures' | 'too-little-data'>;
	/** 0 to 100. */
	fidelity: Shown<number> | null;
	/** Typical gap between a part and the whole, in points. */
	gap: Shown<number> | null;
	/** Teams that count, all of them shown; each with its fidelity and whether it stands out from chance. */
	teams: { team: string; fidelity: Shown<number>; standsOut: Shown<boolean> }[];
}

/** How two lenses see a dimension: only differences larger than their noise are in the list. */
export interface GapView {
	a: Lens;
	b: Lens;
	/** A dimension's id, or “overall”: all that the quick form lets lenses compare. */
	dimension: string;
	/** a − b, in points. */
	difference: number;
}

/** One view in the mirror, in points of 0 to 100. */
export type MirrorSide = Pick<ScoreView, 'n' | 'mean' | 'margin'>;

/** One question, or the overall, as members see it, as they guess that customers see it, and as customers do. */
export interface MirrorView {
	/** The dimension that the question is about; “overall” for all of them. */
	dimension: string;
	/** Null for the overall. */
	item: string | null;
	own: MirrorSide;
	guess: MirrorSide;
	customers: MirrorSide;
	finding: Shown<MirrorFinding>;
}

export interface BalanceView {
	/** “whole”, or a team's id. */
	group: string;
	quadrant: Shown<BalanceQuadrant> | null;
	isTurnedInward: Shown<boolean> | null;
}

/** What is hidden, gathered by reason, so that a page can say it once. */
export interface HiddenLine {
	reason: Hidden['because'];
	/** Names of the groups it concerns, in the organizer's order. */
	groups: string[];
	count: number;
}

/** What a team wants to do, as its workshop accepted it. Its owner's name stays in the room. */
export interface PromiseLine {
	/** The team's id. */
	team: string;
	words: string;
	/** How it will serve the customer. */
	serves: string;
	dimension: string;
	dueOn: string | null;
}

/**
 * Everything a results page, a file or a report may say about a round: made from publications and from
 * what organizers and rooms typed, never from answers.
 */
export interface Results {
	organization: string;
	form: string;
	edition: string;
	openedOn: string | null;
	/** The day that people were told the round would close. */
	closesOn: string;
	closedOn: string | null;
	contract: Contract;
	contractHash: string;
	/** Members, headcount-weighted. */
	whole: GroupView;
	/** In the organizer's order, which is no ranking. */
	teams: GroupView[];
	/** Leaders, customers and partners, as far as the round asked them. */
	lenses: GroupView[];
	fidelity: FidelityView;
	gaps: GapView[];
	/** The overall first, then the customers' questions; empty where members were not asked to guess. */
	mirror: MirrorView[];
	balance: BalanceView[];
	hidden: HiddenLine[];
	/** Of workshops that have ended, team by team. */
	promises: PromiseLine[];
	/** What people added in their own words, apart from all scores. */
	comments: CommentsView[];
	ledger: LedgerEntry[];
}

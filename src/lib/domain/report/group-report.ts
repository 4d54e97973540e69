import { spectrumDimensions } from '../instrument/form.ts';
import type { Instrument, Lens } from '../instrument/instrument.ts';
import type { Contract } from '../publication/contract.ts';
import type { Hidden } from '../publication/reasons.ts';
import type { InwardTrend } from '../results/inward-trend.ts';
import type { MirrorView, ScoreView } from '../results/results.ts';
import type { AgreementWord } from '../scoring/agreement-word.ts';
import { clearlyBeside, type Span } from '../scoring/clearly-beside.ts';
import type { BalanceQuadrant } from '../scoring/quadrant.ts';

/** One dimension of a group, or its overall, in points of 0 to 100. */
export interface ReportScore {
	/** A dimension's or an outcome's id, or “overall”. */
	measure: string;
	/** Null where it would say too much. */
	n: number | null;
	mean: number | null;
	/** Half-width of the 95 % band. */
	margin: number | null;
	/** Set where no more is told than that the mean is this or beyond. */
	bound: 'or-more' | 'or-less' | null;
	/** Null where too few answered for a word. */
	agreement: AgreementWord | null;
	/** Why there is no mean. */
	missing: 'not-asked' | 'pointer' | 'nobody' | 'hidden' | null;
}

export interface ReportGroup {
	name: string;
	headcount: number | null;
	sheets: number | null;
	overall: ReportScore;
	/** In the instrument's order. */
	dimensions: ReportScore[];
	/** The price of control: 0 (almost never) to 100 (almost always); empty where it was not asked. */
	outcomes: ReportScore[];
	/** Of a team that is compared with the others: how much of the whole it shows, 0 to 100. */
	fidelity: number | null;
}

/** How well the parts mirror the whole. */
export interface ReportFidelity {
	verdict: 'mirror' | 'small-differences' | 'different-pictures' | 'too-little-data' | 'hidden';
	/** 0 to 100. */
	fidelity: number | null;
	/** Typical difference between a part and the whole, in points. */
	gap: number | null;
	/** Teams that differ from the whole by more than chance, in the given order. */
	standOut: string[];
}

/** A difference between two lenses that is larger than its noise. */
export interface ReportGap {
	a: Lens;
	b: Lens;
	measure: string;
	/** a − b, in points. */
	difference: number;
}

export interface ReportBalance {
	quadrant: BalanceQuadrant;
	/** Teams that serve each other while the customer is far away, in the given order. */
	turnedInward: string[];
}

/** Signs of answering without reading. */
export interface ReportCareless {
	leftOut: number;
	flagged: number;
	/** What would move by more than five points without the flagged sheets. */
	moved: string[];
}

/** How often an item was answered with each value of the scale, low to high. */
export interface ReportItem {
	item: string;
	counts: number[];
	notSure: number;
}

/** The organization that a team's report stands beside. */
export interface ReportWithin {
	whole: ReportGroup;
	/** Whether the team shows another picture than the others; null where that cannot be told. */
	differs: boolean | null;
}

/** How a measure moved since the round before, in points. */
export interface ReportChange {
	measure: string;
	difference: number;
	margin: number;
	/** Larger than its margin. */
	isClear: boolean;
	/** People whose own answers were compared, where codes link the two rounds. */
	linked?: number;
}

/** Names of the groups that a rule hides something of. */
export interface ReportHidden {
	rule: Hidden;
	groups: string[];
}

/** What people were promised before they answered. */
export interface ReportContract {
	terms: Contract;
	/** SHA-256 of the terms, in hexadecimal. */
	hash: string;
	/** The day that people were told the round would close. */
	closesOn: string;
}

/** What a room wants to do, as everybody may read it: without its owner's name. */
export interface ReportPromise {
	team: string;
	words: string;
	/** How it will serve the customer. */
	serves: string;
	dimension: string;
	dueOn: string | null;
}

/** How people's scores are spread over the fifths of the spectrum, or the rule that hides it. */
export interface ReportShape {
	/** A dimension's id, or “overall”. */
	measure: string;
	distribution: NonNullable<ScoreView['distribution']>;
}

/** What the report of an organization or a team says, in codes and numbers; made for its owner or from a publication. */
export interface GroupReport {
	/** Empty when nobody said it. */
	name: string;
	day: string;
	lens: Lens;
	form: string;
	whole: ReportGroup;
	/** Whether margins speak of these people, now, or of the climate that they are a sample of. */
	marginsOf: 'these-people' | 'climate';
	/** Of the whole: the overall, then the dimensions; empty where nobody asked for shapes. */
	shapes: ReportShape[];
	/** In the given order, which is no ranking. */
	teams: ReportGroup[];
	/** The other lenses. */
	lenses: { lens: Lens; group: ReportGroup }[];
	/** Set in the report of one team of several. */
	within: ReportWithin | null;
	/** Empty for a first round, or where it cannot be shown. */
	changes: ReportChange[];
	/** Null for one team by itself. */
	fidelity: ReportFidelity | null;
	gaps: ReportGap[];
	/** The overall and the questions of the mirror; empty where nobody was to guess. */
	mirror: MirrorView[];
	/** Since the round before; null where give and get has not clearly risen. */
	inward: InwardTrend | null;
	balance: ReportBalance | null;
	careless: ReportCareless | null;
	/** Answers item by item: for the owner of the data only. */
	items: ReportItem[] | null;
	/** The smallest group with numbers; null where the owner of the data sees everything. */
	smallest: number | null;
	hidden: ReportHidden[];
	/** Null where the owner of the data made the report. */
	contract: ReportContract | null;
	promises: ReportPromise[];
}

/** The dimensions that clearly need people most: at most two, in the instrument's order. Empty when none does. */
export function clearNeeds(instrument: Instrument, group: ReportGroup): ReportScore[] {
	return clearTo('below', instrument, group);
}

/** The dimensions that are clearly nearer to the hologram than the group as a whole: at most two, in the instrument's order. */
export function clearStrengths(instrument: Instrument, group: ReportGroup): ReportScore[] {
	return clearTo('above', instrument, group);
}

function clearTo(
	side: 'below' | 'above',
	instrument: Instrument,
	{ overall, dimensions }: ReportGroup
): ReportScore[] {
	if (overall.mean === null) return [];
	const spectrum = new Set(spectrumDimensions(instrument).map(({ id }) => id));
	const counted = dimensions.filter(({ measure }) => spectrum.has(measure));
	return clearlyBeside(counted, spanOf, { own: overall.mean, side });
}

/** A bound leaves all that lies beyond it. */
function spanOf({ mean, margin, bound }: ReportScore): Span | null {
	if (mean === null) return null;
	if (bound) return bound === 'or-more' ? { low: mean, high: 100 } : { low: 0, high: mean };
	return margin === null ? null : { low: mean - margin, high: mean + margin };
}

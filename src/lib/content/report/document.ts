import type { Logo } from '../../domain/branding/branding.ts';
import type { NetworkLink, NetworkParty } from '../../domain/give-get/network.ts';
import type { MapPoint } from '../../domain/results/map-point.ts';
import type { Spread } from '../../domain/results/results.ts';

/** A report with all its words and numbers in place, and nothing about how it is drawn. */
export interface ReportDocument {
	/** As in `en`; also sets hyphenation and quotes. */
	language: string;
	paper: Paper;
	/** The file's title, which readers show in their window. */
	title: string;
	subject: string;
	keywords: string[];
	/** As in 2026-11-22: dates the file, so that the same input gives the same bytes. */
	day: string;
	brand: string;
	/** Above each page but the first. */
	runningHead: string;
	/** With `{page}` and `{pages}` in it. */
	pageNumber: string;
	footer: string;
	/** Whom it is about; empty when that was not said. */
	name: string;
	/** Short facts above the heading. */
	facts: string[];
	heading: string;
	lead: string[];
	blocks: ReportBlock[];
	/** How the cover looks like its organization's own. */
	branding?: ReportBranding;
	/** What a program needs to recompute the report. */
	data: { name: string; description: string; json: string };
}

export interface ReportBranding {
	/** As `#rrggbb`, readable on white; null for ink. */
	accent: string | null;
	/** The picture as a PNG in base64, and what it shows. */
	logo: (Logo & { alt: string }) | null;
}

export type Paper = 'a4' | 'letter';

export interface ReportSection {
	kind: 'section';
	heading: string;
	/** What links inside the report call it. */
	id?: string;
	/** Whether the section opens a new page. */
	startsPage?: boolean;
	/** For what is short and read as one: it stays on one page. */
	isWhole?: boolean;
	blocks: ReportBlock[];
}

export type ReportBlock =
	| ReportSection
	| TextBlock
	| ListBlock
	/** What people wrote, word for word; where it says so, what each is about. */
	| { kind: 'quotes'; items: string[]; about?: string[] }
	/** One thing to do, for a reader who stops here. */
	| { kind: 'act'; label: string; title: string; text: string }
	| SpectrumBlock
	| ScoresBlock
	| RailsBlock
	| MapBlock
	| IndexBlock
	| RadarBlock
	| ChangeBlock
	| PolesBlock
	| PlatesBlock
	| VotesBlock
	| ShapesBlock
	| NetworkBlock
	| TableBlock
	| { kind: 'beside'; left: ReportBlock[]; right: ReportBlock[] }
	/** Read column by column; `isWhole` for what is short enough to stay on one page. */
	| { kind: 'columns'; columns: ReportBlock[][]; isWhole?: boolean };

export interface TextBlock {
	kind: 'text';
	text: string;
	tone?: 'plain' | 'small';
	/** Stays on one page with what it introduces, as a heading does. */
	isTied?: boolean;
}

export interface ListBlock {
	kind: 'list';
	items: string[];
	/** For points of several lines, which would run into each other. */
	isLoose?: boolean;
	/** Where each item is told at length: the id of a section that is surely there, or null. */
	leadsTo?: (string | null)[];
	/** How such a place is named, with `{page}` in it; without it, the item itself is the link. */
	reference?: string;
}

export interface SpectrumBlock {
	kind: 'spectrum';
	alt: string;
	/** 0 to 100 in full precision; null draws the bare spectrum. */
	score: number | null;
	margin: number | null;
	/** What is written above the marker. */
	label: string;
	poles: { monolith: string; hologram: string };
	/** Where the parts stand, each as a ring below. */
	rings?: number[];
	/** Says what a ring is; empty without rings. */
	ringNote?: string;
}

export interface ScoresBlock {
	kind: 'scores';
	columns: {
		name: string;
		low: string;
		scale: string;
		high: string;
		score: string;
		margin: string;
		answered: string;
	};
	lines: ScoreLine[];
	note: string;
}

export interface ScoreLine {
	name: string;
	low: string;
	high: string;
	score: number | null;
	margin: number | null;
	/** The score as it is printed, or why there is none. */
	label: string;
	marginLabel: string;
	/** How many of its questions were answered. */
	answered: string;
	/** Drawn stronger than the others. */
	stands: boolean;
	/** Belongs beside the spectrum, not on it. */
	isApart: boolean;
}

/** Scores of a few, each on its own line from 0 to 100. */
export interface RailsBlock {
	kind: 'rails';
	columns: { name: string; scale: string; score: string; margin: string; answered: string };
	lines: Pick<
		ScoreLine,
		'name' | 'score' | 'margin' | 'label' | 'marginLabel' | 'answered' | 'stands'
	>[];
}

/** The spectrum across and fidelity upward. */
export interface MapBlock {
	kind: 'map';
	alt: string;
	points: MapPoint[];
	axes: { spectrum: string; fidelity: string };
	/** What the corners mean: top left, top right, bottom left, bottom right. */
	corners: { title: string; text: string }[];
}

/** Where each is found, as in the back of a book. */
export interface IndexBlock {
	kind: 'index';
	entries: { name: string; leadsTo: string[] }[];
}

export interface RadarBlock {
	kind: 'radar';
	alt: string;
	caption: string;
	labels: string[];
	now: RadarProfile;
	earlier: RadarProfile | null;
}

interface RadarProfile {
	name: string;
	scores: (number | null)[];
	margins: (number | null)[];
}

export interface ChangeBlock {
	kind: 'change';
	alt: string;
	caption: string;
	names: { score: string; margin: string };
	poles: { monolith: string; hologram: string };
	points: { label: string; score: number | null; margin: number | null }[];
}

export interface PolesBlock {
	kind: 'poles';
	entries: {
		name: string;
		/** Where it stands, in one line. */
		place: string;
		low: { label: string; text: string };
		high: { label: string; text: string };
		side: 'monolith' | 'hologram';
		practices: { title: string; text: string; sign: string }[];
	}[];
}

/** Profiles side by side, each over that of the whole. */
export interface PlatesBlock {
	kind: 'plates';
	/** How many stand beside each other. */
	across: number;
	whole: (number | null)[];
	entries: {
		/** What an index calls it. */
		id?: string;
		name: string;
		note: string;
		alt: string;
		scores: (number | null)[];
		/** Of the overall, in points. */
		margin: number | null;
	}[];
}

/** How answers are spread, one small picture beside the other. */
export interface ShapesBlock {
	kind: 'shapes';
	entries: {
		name: string;
		/** How closely people agree, in a word; empty where there is none. */
		note: string;
		alt: string;
		spread: Spread;
	}[];
}

/** Votes of a workshop: each person a dot, before and after the talk. */
export interface VotesBlock {
	kind: 'votes';
	entries: {
		name: string;
		poles: { monolith: string; hologram: string };
		ballots: {
			label: string;
			words: string;
			alt: string;
			/** Lowest level first; null where they are hidden, which the words say. */
			dots:
				| { as: 'counts'; counts: number[] }
				| { as: 'shape'; heights: ('low' | 'middle' | 'high')[] }
				| null;
		}[];
	}[];
}

/** Who gives what to whom, drawn; each party with its name. */
export interface NetworkBlock {
	kind: 'network';
	alt: string;
	parties: readonly NetworkParty[];
	links: readonly NetworkLink[];
	/** What lines and dashed marks mean. */
	caption: string;
	/** In the order of the parties. */
	names: string[];
}

export interface TableBlock {
	kind: 'table';
	columns: {
		label: string;
		align: 'start' | 'end';
		/** Its part of the width beside the others. */
		share: number;
		/** The label stands upright, so that narrow columns can have long ones. */
		isTurned?: boolean;
	}[];
	rows: string[][];
	/** What an index calls each row. */
	ids?: string[];
}

export function section(heading: string, blocks: ReportBlock[]): ReportSection {
	return { kind: 'section', heading, blocks };
}

export function text(words: string): TextBlock {
	return { kind: 'text', text: words };
}

export function small(words: string): TextBlock {
	return { kind: 'text', tone: 'small', text: words };
}

export function tied(block: TextBlock): TextBlock {
	return { ...block, isTied: true };
}

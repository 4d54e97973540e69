import type { Lens } from '../instrument/instrument.ts';
import type { Cut } from './contract.ts';

/**
 * Sheets that every cut treats alike: what the gate counts with. Every group is a union of atoms, and
 * atoms share no answer. Answers that stay the same from one publication to the next must be the same
 * atom, or the ledger cannot see a difference between the two: see `src/decisions/0040-the-gate.md`.
 */
export interface Atom {
	id: string;
	/** At most so many have a value; where a group says its own number of sheets, only the limit. */
	sheets: number;
	/** Who they are, when the same people stand behind several atoms (their vote before and after). */
	people?: string;
	/** The atom of an earlier publication that this one is a piece of. */
	partOf?: string;
	/** Their answers count as known: a leader who consented to be seen alone, a vote cast in the open. */
	isKnown?: boolean;
}

/** What the sheets of one atom say about one measure. */
export interface AtomStatistic {
	/** Sheets with a valid value. */
	n: number;
	/** Sum of the values in whole units above the lowest possible one: 0 to n × range. */
	sum: number;
	/** How many sheets gave each answer, lowest first; only needed where a distribution is wanted. */
	answers?: readonly number[];
}

export interface Measure {
	id: string;
	kind: 'overall' | 'dimension' | 'item' | 'vote';
	/** Whole units between the lowest and the highest value of one sheet: 4 for an item of 1 to 5. */
	range: number;
	/**
	 * The least by which one complete sheet's value can differ, in the same units: 3 for a dimension of four
	 * items counted in twelfths of a step. 1 where it is not given.
	 */
	step?: number;
	/** How a mean is written: from low to high in this many equal steps. Scores: 0, 100, 100. */
	scale: { low: number; high: number; steps: number };
	/** The measures it is the mean of, as the overall is of the dimensions; a shorter form may have other ones. */
	parts?: readonly (readonly string[])[];
}

export interface Group {
	id: string;
	cut: Cut;
	lens: Lens | null;
	atoms: readonly string[];
	/** Where its atoms are cut differently for each measure, so that theirs do not add up. */
	sheets?: number;
	headcount: number | null;
	/** For a mean that counts each stratum by its headcount and not by its sheets. */
	strata?: readonly { atoms: readonly string[]; headcount: number }[];
	/** For a vote after the talk, linked to the one before: how many sheets changed. */
	changed?: number;
}

/** A whole and the groups it falls into, in the organizer's order. */
export interface Partition {
	parent: string;
	children: readonly string[];
}

export interface CellRequest {
	group: string;
	measure: string;
	/** Half-width of the 95 % band, in units of the scale. */
	margin?: number | null;
	/** Whether the answers' distribution is wanted too. */
	distribution?: boolean;
}

/** A finding that is computed from several cells: fidelity, a gap, a word on agreement. */
export interface FindingRequest {
	id: string;
	value: number | string;
	/** All cells whose group's answers it is computed from, as `group/measure`. */
	from: readonly string[];
}

export interface PublicationRequest {
	id: string;
	/** Whether people can still answer. */
	isOpen: boolean;
	/**
	 * An earlier round asked the same people about the same weeks: its entries are in the ledger and atoms are
	 * shared, or nobody can say which answers are the same and everything waits for a later round.
	 */
	sameWeeks?: 'shared' | 'unknown';
	atoms: readonly Atom[];
	measures: readonly Measure[];
	/** By measure, then by atom; an atom without one has no valid value. */
	statistics: Readonly<Record<string, Readonly<Record<string, AtomStatistic>>>>;
	groups: readonly Group[];
	partitions: readonly Partition[];
	/** What is wanted, the most important first: when two cells cannot both be shown, the first stays. */
	cells: readonly CellRequest[];
	findings?: readonly FindingRequest[];
}

export function cellId({ group, measure }: { group: string; measure: string }): string {
	return `${group}/${measure}`;
}

/** How many sheets a group has, with a value or without. */
export function sheetsOf(
	{ atoms, sheets }: Pick<Group, 'atoms' | 'sheets'>,
	sheetsByAtom: ReadonlyMap<string, number>
): number {
	return sheets ?? atoms.reduce((sum, atom) => sum + sheetsByAtom.get(atom)!, 0);
}

/** What is known about the sheets of one atom, for one measure. */
export interface Population {
	/** Sheets with a valid value. */
	n: number;
	sum: bigint;
	/** The sum if everybody gave the highest answer. */
	most: bigint;
	/** Who they are; atoms of the same people carry the same key. */
	people: string;
	/** Whether their answers count as known to everyone, so that there is nothing to protect. */
	isKnown: boolean;
	/** How many gave each answer, where distributions are published. */
	answers?: readonly number[];
}

/** One published fact: a weighted sum over atoms, and the range in which a reader knows it to lie. */
export interface Fact {
	weights: ReadonlyMap<string, bigint>;
	value: bigint;
	low: bigint;
	high: bigint;
}

/** Everything published about one measure, as a system of equations and limits over atoms. */
export interface System {
	populations: ReadonlyMap<string, Population>;
	facts: readonly Fact[];
	/** Sets of fewer people than this must stay unknown. */
	minimum: number;
	/** The least by which one sheet's value can differ, in units of the sums. */
	step: bigint;
}

import type { People } from './people.ts';

/** Another possible truth: by how much the sums of some classes are higher or lower. */
export type Shift = ReadonlyMap<number, bigint>;

/** How far one fact lets the classes it is about move. */
export interface Leeway {
	weights: ReadonlyMap<number, bigint>;
	/** Zero or less, zero or more: the published value stays as it is written in between. */
	least: bigint;
	most: bigint;
}

/** What another truth must respect. */
export interface Room {
	leeways: readonly Leeway[];
	/** The least movement of a class. */
	step: bigint;
	/** Whether a class can be off by so much: its limits. */
	canBeOff: (index: number, by: bigint) => boolean;
	peopleOf: (index: number) => People;
	/** Sets of fewer people than this must stay unknown. */
	minimum: number;
	/** Classes of few people: a truth that moves none of them beside the target proves more. */
	isSmall: (index: number) => boolean;
}

/** Whether a reader could not tell the shifted truth from the real one; in exact arithmetic. */
export function isPossible(shift: Shift, { leeways, canBeOff }: Room): boolean {
	for (const [index, by] of shift) if (!canBeOff(index, by)) return false;
	return leeways.every(({ weights, least, most }) => {
		let off = 0n;
		if (shift.size < weights.size)
			for (const [index, by] of shift) off += by * (weights.get(index) ?? 0n);
		else for (const [index, weight] of weights) off += weight * (shift.get(index) ?? 0n);
		return off >= least && off <= most;
	});
}

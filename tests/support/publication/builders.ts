import {
	contractSchema,
	type Contract,
	type FrozenContract
} from '$lib/domain/publication/contract';
import { cellOf, publish } from '$lib/domain/publication/publish';
import type { Ledger, Publication } from '$lib/domain/publication/publication';
import type {
	Atom,
	AtomStatistic,
	CellRequest,
	Group,
	Measure,
	Partition,
	PublicationRequest
} from '$lib/domain/publication/request';

/** An anonymous contract that allows every cut; its hash is a stand-in. */
export function contractWith(changes: Partial<Contract> = {}): FrozenContract {
	const contract = contractSchema.parse({
		version: 1,
		lenses: ['member', 'leader', 'customer', 'partner'],
		cuts: ['whole', 'team', 'lens', 'team-by-lens', 'pooled-leaders', 'second-vote'],
		keptUntil: '2027-12-31',
		...changes
	});
	return { contract, hash: 'stand-in' };
}

/** A question of 1 to 5 whose mean is written as a score of 0 to 100 in whole numbers. */
export const item: Measure = {
	id: 'item',
	kind: 'item',
	range: 4,
	scale: { low: 0, high: 100, steps: 100 }
};
/** A vote of 1 to 5 whose mean is written with two decimals, as in the worked example of rule 4. */
export const vote: Measure = {
	id: 'vote',
	kind: 'vote',
	range: 4,
	scale: { low: 1, high: 5, steps: 400 }
};

/** Answers of 1 to 5 by atom. */
export type Answers = Record<string, readonly number[]>;
type GroupSketch = readonly string[] | (Partial<Group> & { atoms: readonly string[] });

export interface Sketch {
	id?: string;
	answers: Answers;
	groups: Record<string, GroupSketch>;
	partitions?: readonly Partition[];
	/** Wanted groups, the most important first; all of them when left out. */
	wanted?: readonly string[];
	measure?: Measure;
	atoms?: Record<string, Partial<Atom>>;
	cell?: Partial<CellRequest>;
	isOpen?: boolean;
}

/** A request about one measure from people's answers, cut into atoms and groups. */
export function requestFor({
	id = 'publication-1',
	answers,
	groups,
	partitions = [],
	wanted = Object.keys(groups),
	measure = item,
	atoms = {},
	cell = {},
	isOpen = false
}: Sketch): PublicationRequest {
	return {
		id,
		isOpen,
		atoms: Object.entries(answers).map(([atom, { length }]) => ({
			id: atom,
			sheets: length,
			...atoms[atom]
		})),
		measures: [measure],
		statistics: {
			[measure.id]: Object.fromEntries(
				Object.entries(answers).map(([atom, values]) => [atom, statisticOf(values, measure.range)])
			)
		},
		groups: Object.entries(groups).map(([group, sketch]) => ({
			id: group,
			cut: 'team' as const,
			lens: null,
			headcount: null,
			...('atoms' in sketch ? sketch : { atoms: sketch })
		})),
		partitions,
		cells: wanted.map((group) => ({ group, measure: measure.id, ...cell }))
	};
}

export function statisticOf(values: readonly number[], range = 4): AtomStatistic {
	return {
		n: values.length,
		sum: values.reduce((sum, value) => sum + value - 1, 0),
		answers: Array.from({ length: range + 1 }, (_, i) => values.filter((v) => v === i + 1).length)
	};
}

export function publishSketch(
	sketch: Sketch,
	contract = contractWith(),
	ledger: Ledger = []
): Publication {
	return publish(requestFor(sketch), contract, ledger);
}

/** What each group's mean looks like: its value, “95 or-more”, or the rule that hides it. */
export function means({ cells }: Publication): Record<string, number | string> {
	return Object.fromEntries(
		cells.map(({ group, mean }) => [
			group,
			mean.as === 'value'
				? mean.value
				: mean.as === 'bound'
					? `${mean.value} ${mean.side}`
					: mean.because
		])
	);
}

export function meanOf(publication: Publication, group: string): number | string {
	return means(publication)[cellOf(publication, group, publication.cells[0]!.measure).group]!;
}

/** So many people whose answers lie around the middle and are not all the same. */
export function mixed(n: number): number[] {
	return Array.from({ length: n }, (_, i) => 2 + (i % 3));
}

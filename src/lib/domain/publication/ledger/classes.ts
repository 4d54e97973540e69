import { peopleIn, type People } from './people.ts';
import type { Fact, Population, System } from './system.ts';

/** Atoms that no published fact tells apart: only their joint sum can ever follow from the facts. */
export interface Class {
	people: People;
	sum: bigint;
	most: bigint;
	isKnown: boolean;
	answers: readonly number[] | null;
}

/** A fact over classes, named by their place in the list. */
export interface ClassFact {
	weights: ReadonlyMap<number, bigint>;
	value: bigint;
	low: bigint;
	high: bigint;
}

export interface ClassSystem {
	classes: readonly Class[];
	facts: readonly ClassFact[];
	minimum: number;
	step: bigint;
}

/** Merges the atoms that occur in the same facts with the same weights. */
export function classSystem({ populations, facts, ...limits }: System): ClassSystem {
	const members = new Map<string, string[]>();
	for (const [atom, signature] of signatures(facts)) {
		const key = `${populations.get(atom)!.isKnown ? 'known' : ''}${signature}`;
		const atoms = members.get(key);
		if (atoms) atoms.push(atom);
		else members.set(key, [atom]);
	}

	const classOf = new Map([...members.values()].map((atoms, i) => [atoms[0]!, i]));
	return {
		classes: [...members.values()].map((atoms) => merged(atoms.map((id) => populations.get(id)!))),
		facts: facts.map((fact) => ({ ...fact, weights: weightsByClass(fact, classOf) })),
		...limits
	};
}

/** For each atom, the facts it occurs in, with its weights. */
function signatures(facts: readonly Fact[]): Map<string, string> {
	const signature = new Map<string, string>();
	facts.forEach(({ weights }, i) => {
		for (const [atom, weight] of weights)
			signature.set(atom, `${signature.get(atom) ?? ''};${i}*${weight}`);
	});
	return signature;
}

function merged(atoms: readonly Population[]): Class {
	return {
		people: peopleIn(atoms),
		sum: atoms.reduce((sum, atom) => sum + atom.sum, 0n),
		most: atoms.reduce((most, atom) => most + atom.most, 0n),
		isKnown: atoms[0]!.isKnown,
		answers: atoms.every(({ answers }) => answers)
			? total(atoms.map(({ answers }) => answers!))
			: null
	};
}

function total(counts: readonly (readonly number[])[]): number[] {
	return counts[0]!.map((_, answer) => counts.reduce((sum, each) => sum + each[answer]!, 0));
}

/** Each class is met through its first atom; the others of the class stand in the same facts. */
function weightsByClass(
	{ weights }: Fact,
	classOf: ReadonlyMap<string, number>
): Map<number, bigint> {
	const byClass = new Map<number, bigint>();
	for (const [atom, weight] of weights) {
		const index = classOf.get(atom);
		if (index !== undefined) byClass.set(index, weight);
	}
	return byClass;
}

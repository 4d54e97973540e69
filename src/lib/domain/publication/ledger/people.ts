/** How many people stand behind each key; the same people may stand behind several atoms. */
export type People = ReadonlyMap<string, number>;

/** The people of several atoms, each counted once; those whose answers are known are left out. */
export function peopleIn(
	atoms: readonly { people: string; n: number; isKnown: boolean }[]
): Map<string, number> {
	const people = new Map<string, number>();
	for (const { people: key, n, isKnown } of atoms)
		if (!isKnown) people.set(key, Math.max(n, people.get(key) ?? 0));
	return people;
}

/** The people of both; where they are the same people, the larger number. */
export function together(some: People, others: People): Map<string, number> {
	const all = new Map(some);
	for (const [key, n] of others) all.set(key, Math.max(n, all.get(key) ?? 0));
	return all;
}

export function countOf(people: People): number {
	let count = 0;
	for (const n of people.values()) count += n;
	return count;
}

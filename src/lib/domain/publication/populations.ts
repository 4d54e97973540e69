import type { Population } from './ledger/system.ts';
import type { Measure, PublicationRequest } from './request.ts';

/** The atoms of a request as the ledger sees them, for one measure; atoms without a value are left out. */
export function populationsFor(
	{ id, range }: Measure,
	{ atoms, statistics }: PublicationRequest
): Map<string, Population> {
	const populations = new Map<string, Population>();
	for (const { id: atom, people, isKnown = false } of atoms) {
		const statistic = statistics[id]?.[atom];
		if (!statistic || statistic.n === 0) continue;
		const { n, sum, answers } = statistic;
		populations.set(atom, {
			n,
			sum: BigInt(sum),
			most: BigInt(n * range),
			people: people ?? atom,
			isKnown,
			answers
		});
	}
	return populations;
}

/** Finds what has become of an atom of an earlier publication: itself, or the pieces it was cut into. */
export function piecesOf({ atoms }: PublicationRequest): (atom: string) => string[] {
	const pieces = new Map<string, string[]>();
	for (const { id, partOf } of atoms)
		if (partOf !== undefined) pieces.set(partOf, [...(pieces.get(partOf) ?? []), id]);
	const known = new Set(atoms.map(({ id }) => id));

	return function resolve(atom): string[] {
		const parts = pieces.get(atom);
		if (parts) return parts.flatMap(resolve);
		if (!known.has(atom)) throw new Error(`The ledger speaks of ${atom}, the request does not.`);
		return [atom];
	};
}

import { isSafe } from '$lib/domain/publication/ledger/is-safe';
import type { Fact, Population } from '$lib/domain/publication/ledger/system';
import { describe, expect, test } from 'vitest';

/** Atoms of so many people who answer 0 to 4; facts are the sums over the atoms named, known to ± a width. */
function safe(
	people: Record<string, readonly [n: number, sum: number]>,
	facts: readonly string[],
	{ width = 0, minimum = 5 } = {}
) {
	const populations = new Map<string, Population>(
		Object.entries(people).map(([id, [n, sum]]) => [
			id,
			{ n, sum: BigInt(sum), most: BigInt(4 * n), people: id, isKnown: false }
		])
	);
	const fact = (atoms: string): Fact => {
		const weights = new Map([...atoms].map((atom) => [atom, 1n]));
		const value = [...atoms].reduce((sum, atom) => sum + populations.get(atom)!.sum, 0n);
		return { weights, value, low: value - BigInt(width), high: value + BigInt(width) };
	};
	return isSafe({ populations, facts: facts.map(fact), minimum, step: 1n });
}

describe('a ledger', () => {
	test('may hold sums of k people, and not of fewer', () => {
		expect(safe({ a: [5, 9] }, ['a'])).toBe(true);
		expect(safe({ a: [4, 9] }, ['a'])).toBe(false);
	});

	test('may not let four people be counted out, however coarsely their sums are rounded', () => {
		expect(safe({ a: [36, 81], b: [4, 7] }, ['ab', 'a'], { width: 3 })).toBe(false);
		expect(safe({ a: [36, 81], b: [5, 7] }, ['ab', 'a'], { width: 3 })).toBe(true);
	});

	test('may not let the same follow from three sums, or from five', () => {
		const pairs = { a: [3, 5], b: [9, 12], c: [9, 20] } as const;
		// (ab + ac − bc) is twice a.
		expect(safe(pairs, ['ab', 'ac'])).toBe(true);
		expect(safe(pairs, ['ab', 'ac', 'bc'])).toBe(false);

		const ring = { a: [3, 5], b: [4, 6], c: [4, 7], d: [4, 8], e: [4, 9] } as const;
		expect(safe(ring, ['ab', 'bc', 'cd', 'de'])).toBe(true);
		expect(safe(ring, ['ab', 'bc', 'cd', 'de', 'ea'])).toBe(false);
	});

	test('may hold a table whose hidden cells stand in for each other', () => {
		const table = { a: [3, 5], b: [4, 6], c: [2, 3], d: [4, 8] } as const;
		// Rows ab and cd, columns ac and bd: a square of unknowns.
		expect(safe(table, ['ab', 'cd', 'ac', 'bd'])).toBe(true);
		expect(safe({ ...table, e: [9, 9] }, ['ab', 'cde', 'ac', 'bd'])).toBe(true);
	});

	test('may not hold a table whose hidden cells cannot move, since two are at the ends of the scale', () => {
		const table = { a: [3, 0], b: [4, 6], c: [2, 3], d: [4, 16] } as const;
		const facts = ['ab', 'cd', 'ac', 'bd'];
		// One of a and d would have to go down with b and c up, or up with them down.
		expect(safe(table, facts)).toBe(false);
		expect(safe({ ...table, d: [4, 15] }, facts)).toBe(true);
	});

	test('may hold everybody’s lowest answer only where rounding leaves another possibility', () => {
		expect(safe({ a: [8, 0] }, ['a'])).toBe(false);
		expect(safe({ a: [8, 0] }, ['a'], { width: 1 })).toBe(true);
		expect(safe({ a: [20, 40], b: [8, 0] }, ['ab', 'a'])).toBe(false);
	});

	test('counts people once who stand behind several atoms', () => {
		const votes = new Map<string, Population>(
			(['stay', 'before', 'after'] as const).map((id) => [
				id,
				{
					n: id === 'stay' ? 8 : 3,
					sum: 6n,
					most: id === 'stay' ? 32n : 12n,
					people: id === 'stay' ? 'stay' : 'movers',
					isKnown: false
				}
			])
		);
		const fact = (...atoms: string[]): Fact => {
			const value = BigInt(6 * atoms.length);
			return { weights: new Map(atoms.map((id) => [id, 1n])), value, low: value, high: value };
		};
		const facts = [fact('stay', 'before'), fact('stay', 'after')];

		// before − after is about six answers, but about three people.
		expect(isSafe({ populations: votes, facts, minimum: 4, step: 1n })).toBe(false);
		expect(isSafe({ populations: votes, facts, minimum: 3, step: 1n })).toBe(true);
	});
});

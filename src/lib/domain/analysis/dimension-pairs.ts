import { mergePairSums, type PairSums } from '../scoring/pairwise.ts';
import { pairsOf } from '../scoring/layout.ts';
import { FIELDS, readPattern } from '../scoring/patterns.ts';
import { answerCounts } from '../scoring/readings.ts';
import type { Cell, Tally } from '../scoring/tally.ts';

/** Whose answers count: of everybody who answered both items of a pair, or of people who answered all items. */
export type PairMode = 'pairwise' | 'listwise';

/** What covariances of a dimension's items need, over raw steps from 0; `total` holds all teams together. */
export function dimensionPairs(tally: Tally, total: Cell, d: number): Record<PairMode, PairSums> {
	return tally.layout.dimensions[d]!.isTabled
		? fromPatterns(tally, d)
		: {
				pairwise: fromPairCounts(tally, total, d, 'pairwise'),
				listwise: fromPairCounts(tally, total, d, 'listwise')
			};
}

function emptyPairs(items: number): PairSums {
	const empty = () => new Float64Array(items * items);
	return { items, people: empty(), sums: empty(), products: empty() };
}

function fromPatterns({ layout, patterns }: Tally, d: number): Record<PairMode, PairSums> {
	const table = patterns[d]!;
	const codes = new Uint8Array(layout.dimensions[d]!.places.length);
	const listwise = emptyPairs(codes.length);
	const others = emptyPairs(codes.length);
	for (let pattern = 0; pattern < table.length / FIELDS; pattern++) {
		const people = table[pattern * FIELDS]!;
		if (people === 0) continue;
		const given = readPattern(pattern, layout, codes);
		addPattern(given === codes.length ? listwise : others, codes, layout.levels, people);
	}
	return { listwise, pairwise: mergePairSums(listwise, others) };
}

/** Adds people who all have these codes. */
function addPattern(pairs: PairSums, codes: Uint8Array, levels: number, people: number): void {
	for (let i = 0; i < codes.length; i++) {
		const own = codes[i]!;
		if (own === 0 || own > levels) continue;
		for (let j = 0; j < codes.length; j++) {
			const other = codes[j]!;
			if (other > 0 && other <= levels) addPair(pairs, i, j, own - 1, other - 1, people);
		}
	}
}

function fromPairCounts(tally: Tally, total: Cell, d: number, mode: PairMode): PairSums {
	const { layout, pairs: counts } = tally;
	const { places, pairsAt } = layout.dimensions[d]!;
	const { codes, levels } = layout;
	const pairs = emptyPairs(places.length);
	const tables = pairsOf(places.length) / 2;
	let table = 0;
	for (let i = 1; i < places.length; i++) {
		for (let j = 0; j < i; j++, table++) {
			for (let cell = 0; cell < codes * codes; cell++) {
				const [a, b] = [Math.floor(cell / codes), cell % codes];
				if (a === 0 || a > levels || b === 0 || b > levels) continue;
				const complete = counts[pairsAt + table * codes * codes + cell]!;
				const partial = counts[pairsAt + (tables + table) * codes * codes + cell]!;
				const people = mode === 'listwise' ? complete : complete + partial;
				if (people === 0) continue;
				addPair(pairs, i, j, a - 1, b - 1, people);
				addPair(pairs, j, i, b - 1, a - 1, people);
				// Of complete people any pair tells the items' own squares: take the one with the item before.
				if (mode === 'listwise' && j === i - 1) addPair(pairs, i, i, a - 1, a - 1, people);
				if (mode === 'listwise' && i === 1) addPair(pairs, 0, 0, b - 1, b - 1, people);
			}
		}
	}
	if (mode === 'listwise') return pairs;
	places.forEach((place, i) =>
		answerCounts(tally, total, place).forEach((people, step) =>
			addPair(pairs, i, i, step, step, people)
		)
	);
	return pairs;
}

function addPair(
	{ items, people, sums, products }: PairSums,
	i: number,
	j: number,
	a: number,
	b: number,
	count: number
): void {
	people[i * items + j]! += count;
	sums[i * items + j]! += a * count;
	products[i * items + j]! += a * b * count;
}

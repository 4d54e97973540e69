import type { PairSums } from '../scoring/pairwise.ts';
import { pairsOf } from '../scoring/layout.ts';
import { FIELDS, readPattern } from '../scoring/patterns.ts';
import { answerCounts } from '../scoring/readings.ts';
import type { Cell, Tally } from '../scoring/tally.ts';

/** Whose answers count: of everybody who answered both items of a pair, or of people who answered all items. */
export type PairMode = 'pairwise' | 'listwise';

/** What covariances of a dimension's items need, over raw steps from 0; `total` holds all teams together. */
export function dimensionPairs(tally: Tally, total: Cell, d: number, mode: PairMode): PairSums {
	const items = tally.layout.dimensions[d]!.places.length;
	const empty = () => new Float64Array(items * items);
	const pairs = { items, people: empty(), sums: empty(), products: empty() };
	if (tally.layout.dimensions[d]!.isTabled) fromPatterns(tally, d, mode, pairs);
	else fromPairCounts(tally, total, d, mode, pairs);
	return pairs;
}

function fromPatterns({ layout, patterns }: Tally, d: number, mode: PairMode, pairs: PairSums) {
	const { codes: base, levels } = layout;
	const table = patterns[d]!;
	const codes = new Uint8Array(pairs.items);
	const isGiven = (code: number) => code > 0 && code <= levels;
	for (let pattern = 0; pattern < table.length / FIELDS; pattern++) {
		const people = table[pattern * FIELDS]!;
		if (people === 0) continue;
		readPattern(pattern, base, codes);
		if (mode === 'listwise' && !codes.every(isGiven)) continue;
		for (let i = 0; i < codes.length; i++) {
			if (!isGiven(codes[i]!)) continue;
			for (let j = 0; j < codes.length; j++) {
				if (isGiven(codes[j]!)) addPair(pairs, i, j, codes[i]! - 1, codes[j]! - 1, people);
			}
		}
	}
}

function fromPairCounts(tally: Tally, total: Cell, d: number, mode: PairMode, pairs: PairSums) {
	const { layout, pairs: counts } = tally;
	const { places, pairsAt } = layout.dimensions[d]!;
	const { codes, levels } = layout;
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
	if (mode === 'listwise') return;
	places.forEach((place, i) =>
		answerCounts(tally, total, place).forEach((people, step) =>
			addPair(pairs, i, i, step, step, people)
		)
	);
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

import { greatestCommon, size } from '../whole-numbers.ts';
import { eliminate, type Budget } from './eliminate.ts';
import type { Equation } from './peel.ts';
import { countOf, together, type People } from './people.ts';

/**
 * Takes out, again and again, bundles of classes that only ever follow together.
 *
 * Where several classes stand in the equations with weights of the same proportion, a combination is about
 * all of them or about none. A bundle of as many people as the minimum, or more, is then never part of a
 * set of few: only combinations without it are left to look at. Null when the budget is spent.
 */
export function withoutLargeBundles(
	equations: readonly Equation[],
	peopleOf: (index: number) => People,
	minimum: number,
	budget: Budget
): Equation[] | null {
	let left: Equation[] | null = [...equations];
	while (left !== null) {
		const large = bundles(left).filter((bundle) => isLargeTogether(bundle, peopleOf, minimum));
		if (large.length === 0) return left;
		const isLarge = new Set(large.flat());
		left = eliminate(left, (index) => !isLarge.has(index), budget);
	}
	return null;
}

/** Classes whose weights, from equation to equation, have the same proportions. */
function bundles(equations: readonly Equation[]): number[][] {
	const weights = new Map<number, [equation: number, weight: bigint][]>();
	equations.forEach((equation, i) => {
		for (const [index, weight] of equation) {
			const own = weights.get(index);
			if (own) own.push([i, weight]);
			else weights.set(index, [[i, weight]]);
		}
	});
	const byProportion = new Map<string, number[]>();
	for (const [index, own] of weights) {
		const key = proportions(own);
		const bundle = byProportion.get(key);
		if (bundle) bundle.push(index);
		else byProportion.set(key, [index]);
	}
	return [...byProportion.values()];
}

/** Equal for weights of equal proportions: each as a fraction of the first, in lowest terms. */
function proportions(weights: readonly [number, bigint][]): string {
	const first = weights[0]![1];
	return weights
		.map(([equation, weight]) => {
			if (weight === first) return `${equation}`;
			const common = greatestCommon(size(weight), size(first)) * (first < 0n ? -1n : 1n);
			return `${equation}:${weight / common}/${first / common}`;
		})
		.join(' ');
}

function isLargeTogether(
	bundle: readonly number[],
	peopleOf: (index: number) => People,
	minimum: number
): boolean {
	let people: People = peopleOf(bundle[0]!);
	for (let i = 1; i < bundle.length && countOf(people) < minimum; i += 1)
		people = together(people, peopleOf(bundle[i]!));
	return countOf(people) >= minimum;
}

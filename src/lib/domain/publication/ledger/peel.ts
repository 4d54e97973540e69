import type { ClassSystem } from './classes.ts';
import { countOf } from './people.ts';

/** Equations over classes, by their place in the list. */
export type Equation = Map<number, bigint>;

/**
 * Takes out of the equations, again and again, each class that stands alone in one: its sum is known, so
 * the other equations lose it. Most of a hierarchy dissolves this way, in time that grows with its size.
 *
 * Returns the equations that remain, each with two classes or more, or null when a class that stands
 * alone is a set of fewer people than the minimum.
 */
export function peel({ classes, facts, minimum }: ClassSystem): Equation[] | null {
	const sizes = classes.map(({ people }) => countOf(people));
	const equations = facts.map(({ weights }) => new Map(weights));
	const holding: number[][] = classes.map(() => []);
	equations.forEach((equation, i) => {
		for (const index of equation.keys()) holding[index]!.push(i);
	});

	const alone: number[] = classes.flatMap(({ isKnown }, index) => (isKnown ? [index] : []));
	const isOut = new Set(alone);
	const takeOut = (index: number) => {
		if (isOut.has(index)) return;
		isOut.add(index);
		alone.push(index);
	};
	for (const equation of equations) if (equation.size === 1) takeOut(only(equation));

	for (let next = alone.pop(); next !== undefined; next = alone.pop()) {
		if (sizes[next]! > 0 && sizes[next]! < minimum) return null;
		for (const i of holding[next]!) {
			const equation = equations[i]!;
			equation.delete(next);
			if (equation.size === 1) takeOut(only(equation));
		}
	}
	return equations.filter((equation) => equation.size > 1);
}

function only(equation: Equation): number {
	return equation.keys().next().value!;
}

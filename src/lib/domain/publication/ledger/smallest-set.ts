import { without, type Budget } from './eliminate.ts';
import type { Equation } from './peel.ts';
import { countOf, together, type People } from './people.ts';

/**
 * Whether some combination of the equations is about fewer people than the minimum.
 *
 * Goes through the classes one by one: either the combination leaves the class out, which costs one
 * equation, or it may use it, which costs its people. Both run out soon. Says yes when the budget does.
 */
export function isAboutFewPeople(
	equations: readonly Equation[],
	peopleOf: (index: number) => People,
	minimum: number,
	budget: Budget
): boolean {
	return connected(equations).some((some) => search(some, new Map(), new Set()));

	function search(left: readonly Equation[], used: People, decided: ReadonlySet<number>): boolean {
		if (left.length === 0) return false;
		budget.steps -= left.length;
		if (budget.steps < 0) return true;
		const index = undecided(left, decided);
		if (index === null) return countOf(used) > 0;

		if (search(leavingOut(index, left), used, decided)) return true;
		const more = together(used, peopleOf(index));
		return countOf(more) < minimum && search(left, more, new Set(decided).add(index));
	}
}

/** The next class to decide on: the first that is not decided yet in the shortest equation. */
function undecided(left: readonly Equation[], decided: ReadonlySet<number>): number | null {
	for (const equation of left)
		for (const index of equation.keys()) if (!decided.has(index)) return index;
	return null;
}

/** All combinations of the equations that leave the class out: one equation fewer, if any holds it. */
function leavingOut(index: number, left: readonly Equation[]): Equation[] {
	const pivot = left.find((equation) => equation.has(index));
	if (!pivot) return [...left];
	return left
		.filter((equation) => equation !== pivot)
		.map((equation) => (equation.has(index) ? without(index, equation, pivot) : equation))
		.filter((equation) => equation.size > 0);
}

/** Equations that share no class cannot be combined to say less: each bundle is looked at by itself. */
function connected(equations: readonly Equation[]): Equation[][] {
	const bundles: { classes: Set<number>; equations: Equation[] }[] = [];
	for (const equation of equations) {
		const touched = bundles.filter(({ classes }) =>
			[...equation.keys()].some((i) => classes.has(i))
		);
		const bundle = { classes: new Set(equation.keys()), equations: [equation] };
		for (const other of touched) {
			bundles.splice(bundles.indexOf(other), 1);
			for (const index of other.classes) bundle.classes.add(index);
			bundle.equations.push(...other.equations);
		}
		bundles.push(bundle);
	}
	return bundles.map((bundle) => bundle.equations);
}

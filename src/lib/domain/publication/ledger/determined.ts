import type { ClassSystem } from './classes.ts';
import { eliminate } from './eliminate.ts';
import { withoutLargeBundles } from './bundles.ts';
import { peel } from './peel.ts';
import { countOf } from './people.ts';
import { isAboutFewPeople } from './smallest-set.ts';

const ELIMINATION_STEPS = 1_000_000;
const SET_STEPS = 20_000;

/**
 * Whether sums and differences of facts, taken exactly, give a sum about fewer people than the minimum.
 *
 * From quick to thorough: classes that stand alone; then what follows without large classes, and without
 * bundles of classes that are large together, since neither is ever part of a small set; and of what is
 * left, all combinations.
 */
export function isDetermined({ minimum, ...system }: ClassSystem): boolean {
	const peopleOf = (index: number) => system.classes[index]!.people;
	const isSmall = system.classes.map(({ people }) => countOf(people) < minimum);
	const steps = { steps: ELIMINATION_STEPS };

	const equations = peel({ ...system, minimum });
	if (equations === null) return true;
	const aboutSmall = eliminate(equations, (index) => isSmall[index]!, steps);
	if (aboutSmall === null) return true;

	const left = withoutLargeBundles(aboutSmall, peopleOf, minimum, steps);
	return left === null || isAboutFewPeople(left, peopleOf, minimum, { steps: SET_STEPS });
}

import type { Class, ClassSystem } from './classes.ts';
import { countOf } from './people.ts';
import type { Room } from './room.ts';
import { thoseThatMayNotVary } from './varies.ts';

/**
 * Whether whole numbers, the scale's limits and the ranges of what is shown may leave a single possibility:
 * for the sum of fewer people than the minimum, or for a class in which everybody gave the same extreme
 * answer (there, one sum is all answers; in every other class two people can trade a step unseen).
 *
 * A class is safe when another possible truth is found for it. Nothing found counts as forced.
 */
export function isForced(system: ClassSystem): boolean {
	const { classes, minimum } = system;
	const delicate = classes.flatMap((each, index) => (isDelicate(each, minimum) ? [index] : []));
	if (delicate.length === 0) return false;
	return thoseThatMayNotVary(delicate, roomIn(system)).length > 0;
}

function isDelicate({ people, sum, most }: Class, minimum: number): boolean {
	const size = countOf(people);
	return size > 0 && (size < minimum || sum === 0n || sum === most);
}

/** Sums stay within the scale, facts within what is written alike. */
function roomIn({ classes, facts, minimum, step }: ClassSystem): Room {
	const isSmall = classes.map(({ people }) => countOf(people) < minimum);
	return {
		leeways: facts.map(({ weights, value, low, high }) => ({
			weights,
			least: low - value,
			most: high - value
		})),
		step,
		canBeOff: (index, by) => canBeOff(classes[index]!, by),
		peopleOf: (index) => classes[index]!.people,
		minimum,
		isSmall: (index) => isSmall[index]!
	};
}

/**
 * Within the scale, and not from everybody lowest to everybody highest: such a jump tells of some of these
 * people exactly as much as of all, and could make up for another class's movement.
 */
function canBeOff({ sum, most, isKnown, people }: Class, by: bigint): boolean {
	const moved = sum + by;
	const isWithin = !isKnown && moved >= 0n && moved <= most;
	const isJump = (by === most || by === -most) && countOf(people) > 1;
	return isWithin && !isJump;
}

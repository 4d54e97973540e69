import { countOf, together, type People } from './people.ts';
import type { Room, Shift } from './room.ts';
import { ShiftSearch } from './shift-search.ts';

const MOST_TRUTHS = 40;
const MOST_MOVING = 24;

/**
 * Of the classes in question, those of which it is not certain that they vary, and with them every set of
 * few people that holds them.
 *
 * One other truth is not enough when the class trades with another small one in it: the two together stay
 * the same. As long as such a set is left, a further truth is looked for in which its other classes rest.
 */
export function thoseThatMayNotVary(questioned: readonly number[], room: Room): number[] {
	const search = new ShiftSearch(room);
	return questioned.filter((target) => !varies(target));

	function varies(target: number): boolean {
		const truths: Shift[] = [];
		while (truths.length < MOST_TRUTHS) {
			const same = setThatStays(target, truths, room);
			if (same === null) return true;
			const truth = search.find(target, same);
			if (!truth) return false;
			truths.push(truth);
		}
		return false;
	}
}

/**
 * The other classes of a set of few people with the target whose joint sum is the same in all these truths;
 * empty for the target alone; null when there is no such set.
 */
function setThatStays(
	target: number,
	truths: readonly Shift[],
	{ peopleOf, minimum, isSmall }: Room
): Set<number> | null {
	const isPartner = (index: number) =>
		index !== target &&
		isSmall(index) &&
		countOf(together(peopleOf(target), peopleOf(index))) < minimum;
	const moving = [...new Set(truths.flatMap((shift) => [...shift.keys()]))].filter(isPartner);
	const isAlone = (shift: Shift) => ![...shift.keys()].some((index) => moving.includes(index));
	if (truths.some(isAlone)) return null;
	// Too many to try all sets of them: the next truth avoids them all.
	if (moving.length > MOST_MOVING) return new Set(moving);
	return extended([], peopleOf(target), 0);

	function extended(set: readonly number[], people: People, next: number): Set<number> | null {
		if (truths.every((shift) => sumIn(shift, [target, ...set]) === 0n)) return new Set(set);
		for (let i = next; i < moving.length; i += 1) {
			const more = together(people, peopleOf(moving[i]!));
			if (countOf(more) >= minimum) continue;
			const found = extended([...set, moving[i]!], more, i + 1);
			if (found) return found;
		}
		return null;
	}
}

function sumIn(shift: Shift, set: readonly number[]): bigint {
	return set.reduce((sum, index) => sum + (shift.get(index) ?? 0n), 0n);
}

import { isSafe, type Knowledge } from './is-safe.ts';
import type { Fact, System } from './system.ts';

/**
 * Which of the wanted facts may join the ledger's: all, or the first ones that are safe together, in the
 * order given. Halves the list where it must, so that a few refusals cost a few looks.
 */
export function admitted<T extends Fact>(
	system: System,
	wanted: readonly T[],
	about: Knowledge = 'sums'
): Set<T> {
	const safe: T[] = [];
	const isSafeWith = (more: readonly T[]) =>
		isSafe({ ...system, facts: [...system.facts, ...safe, ...more] }, about);
	admit(wanted);
	return new Set(safe);

	function admit(some: readonly T[]): void {
		if (some.length === 0) return;
		if (isSafeWith(some)) {
			safe.push(...some);
			return;
		}
		if (some.length === 1) return;
		const middle = some.length >> 1;
		admit(some.slice(0, middle));
		admit(some.slice(middle));
	}
}

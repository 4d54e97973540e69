import { classSystem, type Class } from './classes.ts';
import { isDetermined } from './determined.ts';
import { isForced } from './forced.ts';
import { countOf } from './people.ts';
import type { System } from './system.ts';

/** What the facts are about, and with it what a reader could use them for. */
export type Knowledge = 'sums' | 'spreads' | 'distributions';

/**
 * Rule 4: whether nobody can work out, from all facts of a ledger together, the sum of fewer people than
 * the minimum, or a person's answer. Errs on the side of no: what cannot be shown to be safe is not.
 */
export function isSafe(system: System, about: Knowledge = 'sums'): boolean {
	const merged = classSystem(system);
	if (isDetermined(merged)) return false;
	if (about === 'sums') return !isForced(merged);
	return about === 'spreads' || !merged.classes.some(isUnanimous);
}

function isUnanimous({ answers, people }: Class): boolean {
	return countOf(people) > 0 && answers?.filter((count) => count > 0).length === 1;
}

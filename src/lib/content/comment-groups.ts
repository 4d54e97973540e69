import type { Results } from '../domain/results/results.ts';
import { lensNames } from './round-words.ts';

/** Whose comments stand with the results of the whole: members of all teams together, then the other lenses. */
export function commentGroups({ whole, lenses }: Pick<Results, 'whole' | 'lenses'>) {
	return [{ id: whole.id, name: lensNames.member() }, ...lenses];
}

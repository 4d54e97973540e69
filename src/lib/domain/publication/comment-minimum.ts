import type { Contract } from './contract.ts';

const FEWEST_FOR_COMMENTS = 8;

/** The smallest group whose comments are shown: style gives people away sooner than numbers do. */
export function commentMinimum({ k }: Pick<Contract, 'k'>): number {
	return Math.max(FEWEST_FOR_COMMENTS, k);
}

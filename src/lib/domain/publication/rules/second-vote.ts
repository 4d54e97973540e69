import type { Contract } from '../contract.ts';

/**
 * Rules 5 and 7: a vote after the talk is shown beside the one before only if at least k people moved, or
 * if nobody can know who is in both. `changed` is null for votes that are not linked; 0 moves nobody and
 * shows the same picture again.
 */
export function isSecondVoteTooClose(
	changed: number | null | undefined,
	{ openness, k }: Contract
): boolean {
	if (openness === 'open' || changed == null) return false;
	return changed > 0 && changed < k;
}

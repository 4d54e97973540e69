import type { Contract } from '../contract.ts';

/**
 * Rule 1: no statistic for fewer than k sheets.
 * Sheets whose answers are known anyway protect nobody: only the others count, and where all are known
 * there is nobody left to protect.
 */
export function isTooSmall(
	sheets: number,
	knownSheets: number,
	{ openness, k }: Contract
): boolean {
	if (openness === 'open') return sheets === 0;
	const unknown = sheets - knownSheets;
	return sheets === 0 || (unknown > 0 && unknown < k);
}

/**
 * The four ways in which serving colleagues and serving customers can meet, with 50 as the border:
 * both high, only the inward side, only the outward side, neither.
 */
export type BalanceQuadrant = 'connected' | 'turned-inward' | 'heroic-front-line' | 'walled';

const BORDER = 50;

/** The quadrant of an outward and an inward score of 0 to 100. */
export function quadrantOf(outward: number, inward: number): BalanceQuadrant {
	if (inward >= BORDER) return outward >= BORDER ? 'connected' : 'turned-inward';
	return outward >= BORDER ? 'heroic-front-line' : 'walled';
}

import type { Contract } from '../contract.ts';
import type { Measure } from '../request.ts';

const FEWEST_FOR_SINGLE_ITEMS = 8;

/**
 * The smallest group whose margin is shown. A margin tells the spread, and mean and spread of one question
 * give back all answers of 64 % of the groups of five, of 16 % of the groups of eight; the finer score of
 * a dimension does not.
 */
export function marginMinimum({ kind }: Pick<Measure, 'kind'>, { k }: Contract): number {
	return kind === 'item' || kind === 'vote' ? Math.max(FEWEST_FOR_SINGLE_ITEMS, k) : k;
}

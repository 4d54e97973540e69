import type { Fact } from './ledger/system.ts';
import type { LedgerEntry } from './publication.ts';
import type { Group, Measure } from './request.ts';
import {
	plainMean,
	writtenAlike,
	writtenMean,
	type ExactMean,
	type Written
} from './rules/rounding.ts';
import { groupSum, type Statistics, type GroupSum } from './group-sum.ts';

/** A group's mean as it would be written, with the fact that a reader would learn. */
export interface WrittenCell {
	sum: GroupSum;
	written: Written;
	fact: Fact;
}

/**
 * How a group's mean is written, and what that tells; null where nobody has a value. Plain, without bounds,
 * where people agreed that their answers are seen.
 */
export function writtenCell(
	group: Pick<Group, 'atoms' | 'strata'>,
	measure: Measure,
	statistics: Statistics,
	isPlain: boolean
): WrittenCell | null {
	const sum = groupSum(group, statistics, measure.range);
	if (sum.n === 0 || sum.most === 0n) return null;
	const { weights, value } = sum;
	const mean = exactMean(sum, measure);
	if (isPlain) {
		const written = plainMean(mean, measure.scale.steps);
		return { sum, written, fact: { weights, value, low: value, high: value } };
	}
	const written = writtenMean(mean, measure.scale.steps);
	return { sum, written, fact: { weights, value, ...writtenAlike(mean, written) } };
}

/** The fact that a distribution in numbers tells about the sum: all of it. */
export function exactFact({ weights, value }: GroupSum): Fact {
	return { weights, value, low: value, high: value };
}

/** What an entry of the ledger tells about sums, reckoned again from the same answers. */
export function factOfEntry(
	entry: LedgerEntry,
	measure: Measure,
	statistics: Statistics,
	isPlain: boolean
): Fact | null {
	const cell = writtenCell(entry, measure, statistics, isPlain);
	if (cell === null || entry.fact === 'margin') return cell?.fact ?? null;
	if (entry.fact === 'distribution') return exactFact(cell.sum);
	if (writtenAs(cell.written) !== entry.shown)
		throw new Error(
			`${entry.group}/${entry.measure} was published from other answers: name changed sheets as atoms of their own.`
		);
	return cell.fact;
}

/** A written mean in the ledger: “73/100” for step 73 of 100, “or-more 95” for a bound. */
export function writtenAs(written: Written): string {
	return written.as === 'value'
		? `${written.step}/${written.steps}`
		: `${written.side} ${written.share}`;
}

function exactMean({ n, value, most, weights }: GroupSum, { step = 1 }: Measure): ExactMean {
	let heaviest = 0n;
	for (const weight of weights.values()) if (weight > heaviest) heaviest = weight;
	return { n, value, most, unit: heaviest * BigInt(step) };
}

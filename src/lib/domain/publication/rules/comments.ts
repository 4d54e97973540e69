import { commentMinimum } from '../comment-minimum.ts';
import type { Contract } from '../contract.ts';

export interface Comment {
	text: string;
	/** Tells writers apart, only to count them; it does not leave. */
	writer: string;
}

export type CommentsRefusal = 'still-open' | 'small-group' | 'few-writers';

export interface CommentsRequest {
	isOpen: boolean;
	/** Finished sheets of the team or the whole that they are shown for. */
	sheets: number;
	comments: readonly Comment[];
	/** The next whole number from 0 up to, not including, the given one; from a source nobody can repeat. */
	randomBelow: (end: number) => number;
}

/** The fewest different writers of a batch. */
export const FEWEST_WRITERS = 3;

/** Whether as many different people wrote this as a batch needs (rule 8). */
export function hasEnoughWriters(batch: readonly { writer: string }[]): boolean {
	return new Set(batch.map(({ writer }) => writer)).size >= FEWEST_WRITERS;
}

/**
 * Rule 8: comments of at least three writers, for groups of 8 and of k, shuffled, as bare texts: without
 * writer, time or score beside them. The order says nothing about who wrote or answered first.
 */
export function shownComments(
	request: CommentsRequest,
	contract: Contract
): { texts: string[] } | { refusal: CommentsRefusal } {
	const { isOpen, sheets, comments, randomBelow } = request;
	if (isOpen) return { refusal: 'still-open' };
	if (sheets < commentMinimum(contract)) return { refusal: 'small-group' };
	if (!hasEnoughWriters(comments)) return { refusal: 'few-writers' };
	return {
		texts: shuffled(
			comments.map(({ text }) => text),
			randomBelow
		)
	};
}

/** Fisher and Yates (1938) in Durstenfeld's form (1964): every order is equally likely. */
export function shuffled<T>(values: readonly T[], randomBelow: (end: number) => number): T[] {
	const order = [...values];
	for (let last = order.length - 1; last > 0; last -= 1) {
		const other = randomBelow(last + 1);
		[order[last], order[other]] = [order[other]!, order[last]!];
	}
	return order;
}

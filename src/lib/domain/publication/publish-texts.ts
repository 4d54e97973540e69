import { commentMinimum, type Contract } from './contract.ts';
import { hasEnoughWriters, type CommentsRefusal } from './rules/comments.ts';

/** Something that somebody wrote. Its random id and its writer put it in order and count it; neither leaves. */
export interface WrittenText<Text> {
	id: string;
	writer: string;
	text: Text;
}

export interface TextsRequest<Text> {
	/** Whether people can still write. */
	isOpen: boolean;
	/** What was written together, as in one workshop. */
	batches: readonly (readonly WrittenText<Text>[])[];
	/** How many people stand behind them, for others to read; null for those who heard them in the room. */
	people: number | null;
	/** The fewest writers of a batch, where they were told of more than three. */
	fewest?: number;
}

/** Bare texts in the order of their random ids, or the rule that keeps them back. */
export interface PublishedTexts<Text> {
	texts: readonly Text[];
	refusal: CommentsRefusal | null;
}

/**
 * The gate for texts (rule 8): nothing that people wrote is shown after a workshop or a round but through here. A
 * batch of fewer than three writers stays out; for readers who were not in the room there must be 8 people and k
 * behind them. No writer, time or score comes along, and nothing of it stands in an order that tells either.
 */
export function publishTexts<Text>(
	{ isOpen, batches, people, fewest }: TextsRequest<Text>,
	contract: Pick<Contract, 'k'>
): PublishedTexts<Text> {
	if (isOpen) return kept('still-open');
	if (people !== null && people < commentMinimum(contract)) return kept('small-group');
	const shown = batches.filter((batch) => hasEnoughWriters(batch, fewest)).flat();
	if (shown.length === 0) return kept('few-writers');
	const order = shown.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
	return { texts: order.map(({ text }) => text), refusal: null };
}

function kept(refusal: CommentsRefusal): { texts: []; refusal: CommentsRefusal } {
	return { texts: [], refusal };
}

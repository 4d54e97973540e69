import type { ClosingAnswers, Weight } from '../domain/workshop/promise.ts';
import type { OwnText, SentText } from '../domain/workshop/texts.ts';
import type { OwnPart } from '../domain/workshop/views.ts';
import type { Ballot } from '../domain/workshop/workshop.ts';

/** What a person has done on their phone, on its way to the server. Sending one twice does nothing twice. */
export type PartMessage =
	| { kind: 'vote'; dimension: string; ballot: Ballot; level: number; revision: number }
	| { kind: 'dot'; move: 'place' | 'take-back'; dimension: string; placed: number }
	| { kind: 'weight'; promiseId: string; weight: Weight }
	| ({ kind: 'closing' } & ClosingAnswers)
	| { kind: 'text'; text: SentText }
	| { kind: 'text-back'; text: Pick<SentText, 'step' | 'key'> };

/** Messages with the same key replace each other: only the newest choice counts. Each dot is its own. */
export function keyOf(message: PartMessage): string | null {
	switch (message.kind) {
		case 'vote':
			return `vote ${message.dimension} ${message.ballot}`;
		case 'weight':
			return `weight ${message.promiseId}`;
		case 'closing':
			return 'closing';
		case 'text':
		case 'text-back':
			return `text ${message.text.key}`;
		case 'dot':
			return null;
	}
}

/** Where it goes, below the workshop's address, and what is sent. */
export function requestOf(message: PartMessage): { path: string; body: object } {
	switch (message.kind) {
		case 'vote': {
			const { dimension, ballot, level, revision } = message;
			return { path: 'votes', body: { dimension, ballot, level, revision } };
		}
		case 'dot': {
			const { move, dimension, placed } = message;
			return { path: 'dots', body: { kind: move, dimension, placed } };
		}
		case 'weight': {
			const { promiseId, weight } = message;
			return { path: 'weights', body: { promiseId, weight } };
		}
		case 'closing': {
			const { wellSpent, withEachOther } = message;
			return { path: 'closing', body: { wellSpent, withEachOther } };
		}
		case 'text':
			return { path: 'texts', body: message.text };
		case 'text-back':
			return { path: 'texts/back', body: message.text };
	}
}

/** A person's part with one thing more done. */
export function withMessage(own: OwnPart, message: PartMessage): OwnPart {
	switch (message.kind) {
		case 'vote': {
			const { dimension, ballot, level, revision } = message;
			const before = own.votes[dimension];
			// A newer vote from another tab stays.
			if ((before?.[ballot]?.revision ?? 0) > revision) return own;
			const votes = { ...own.votes, [dimension]: { ...before, [ballot]: { level, revision } } };
			return { ...own, votes };
		}
		case 'dot':
			return withDots(own, moved(own.dots, message));
		case 'weight':
			return { ...own, weights: { ...own.weights, [message.promiseId]: message.weight } };
		case 'closing': {
			const { wellSpent, withEachOther } = message;
			return { ...own, closing: { wellSpent, withEachOther } };
		}
		case 'text':
			return { ...own, texts: withText(own.texts, message.text) };
		case 'text-back':
			return { ...own, texts: own.texts.filter(({ key }) => key !== message.text.key) };
	}
}

/** A person's part with their dots where they lie now. */
export function withDots(own: OwnPart, dots: readonly string[]): OwnPart {
	return { ...own, dots, dotsLeft: own.dots.length + own.dotsLeft - dots.length };
}

function withText(texts: readonly OwnText[], sent: SentText): readonly OwnText[] {
	const before = texts.find(({ key }) => key === sent.key);
	// A newer one from another tab stays.
	if (before && before.revision > sent.revision) return texts;
	const text: OwnText = { ...sent, isShown: before?.isShown ?? false };
	return before ? texts.map((each) => (each === before ? text : each)) : [...texts, text];
}

function moved(
	dots: readonly string[],
	{ move, dimension }: Extract<PartMessage, { kind: 'dot' }>
): readonly string[] {
	if (move === 'place') return [...dots, dimension];
	const at = dots.lastIndexOf(dimension);
	return at < 0 ? dots : dots.toSpliced(at, 1);
}

import { shownComments, shuffled } from '$lib/domain/publication/rules/comments';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contractWith } from '../../../../support/publication/builders';

const { contract } = contractWith();
const comments = ['a', 'b', 'c', 'd'].map((writer) => ({ writer, text: `from ${writer}` }));
const request = { isOpen: false, sheets: 8, comments, randomBelow: () => 0 };

describe('comments', () => {
	test('come as bare texts in another order', () => {
		expect(shownComments(request, contract)).toEqual({
			texts: ['from b', 'from c', 'from d', 'from a']
		});
	});

	test.each([
		['while people can answer', { isOpen: true }, 'still-open'],
		['of a team of seven', { sheets: 7 }, 'small-group'],
		['of two people', { comments: comments.slice(0, 2) }, 'few-writers'],
		[
			'of two people, one of whom wrote twice',
			{ comments: [...comments.slice(0, 2), comments[0]!] },
			'few-writers'
		]
	])('stay back %s', (_, change, refusal) => {
		expect(shownComments({ ...request, ...change }, contract)).toEqual({ refusal });
	});

	test('are shuffled without losing or doubling any', () => {
		fc.assert(
			fc.property(fc.array(fc.string()), fc.infiniteStream(fc.nat()), (texts, numbers) => {
				const randomBelow = (end: number) => numbers.next().value! % end;
				expect(shuffled(texts, randomBelow).sort()).toEqual([...texts].sort());
			})
		);
	});

	test('come first equally often, whoever wrote first', () => {
		// All ways that four texts can be shuffled, each exactly once: 4 × 3 × 2 choices.
		const firsts: string[] = [];
		for (let i = 0; i < 24; i += 1) {
			const choices = [i % 4, Math.floor(i / 4) % 3, Math.floor(i / 12)];
			firsts.push(shuffled(['a', 'b', 'c', 'd'], () => choices.shift()!)[0]!);
		}
		expect(['a', 'b', 'c', 'd'].map((text) => firsts.filter((f) => f === text).length)).toEqual([
			6, 6, 6, 6
		]);
	});
});

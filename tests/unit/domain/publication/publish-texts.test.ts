import { publishTexts } from '$lib/domain/publication/publish-texts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contractWith } from '../../../support/publication/builders';

const { contract } = contractWith();
const batch = (...writers: string[]) =>
	writers.map((writer, at) => ({ id: `${writer}${at}`, writer, text: `from ${writer}` }));
const three = batch('c', 'a', 'b');
const request = { isOpen: false, batches: [three], people: 8 as number | null };

describe('texts after a workshop', () => {
	test('come bare, in the order of their random ids', () => {
		expect(publishTexts(request, contract)).toEqual({
			texts: ['from a', 'from b', 'from c'],
			refusal: null
		});
	});

	test.each([
		['while people can write', { isOpen: true }, 'still-open'],
		['of seven people, for readers who were not there', { people: 7 }, 'small-group'],
		['of two writers', { batches: [batch('a', 'b')] }, 'few-writers'],
		['of two writers, one of whom wrote twice', { batches: [batch('a', 'b', 'a')] }, 'few-writers'],
		[
			'of two rooms with two writers each',
			{ batches: [batch('a', 'b'), batch('c', 'd')] },
			'few-writers'
		],
		['of three writers who were told of four', { fewest: 4 }, 'few-writers'],
		['that are not there', { batches: [] }, 'few-writers']
	])('stay back %s', (_, change, refusal) => {
		expect(publishTexts({ ...request, ...change }, contract)).toEqual({ texts: [], refusal });
	});

	test('of three people are shown to the room that heard them, however small', () => {
		expect(publishTexts({ ...request, people: null }, contract).refusal).toBeNull();
	});

	test('never come from a batch of fewer than three writers, nor in the order they came', () => {
		const written = fc.uniqueArray(
			fc.record({
				id: fc.string({ minLength: 1 }),
				writer: fc.constantFrom('a', 'b', 'c', 'd'),
				room: fc.constantFrom(0, 1, 2)
			}),
			{ selector: ({ id }) => id, maxLength: 20 }
		);
		fc.assert(
			fc.property(written, (all) => {
				const batches = [0, 1, 2].map((room) =>
					all.filter((each) => each.room === room).map((each) => ({ ...each, text: each }))
				);
				const { texts } = publishTexts({ isOpen: false, batches, people: 20 }, contract);
				for (const { room } of texts)
					expect(new Set(batches[room]!.map(({ writer }) => writer)).size).toBeGreaterThanOrEqual(
						3
					);
				const turned = batches.map((each) => each.toReversed()).reverse();
				expect(
					publishTexts({ isOpen: false, batches: turned, people: 20 }, contract).texts
				).toEqual(texts);
			})
		);
	});
});

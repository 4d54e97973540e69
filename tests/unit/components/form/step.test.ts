import { hrefOf, stepOf } from '$lib/components/form/step';
import { expect, test } from 'vitest';

const order = ['a', 'b', 'c', 'd'];
const item = (index: number) => ({ at: 'item', index });

test.each([
	['no step in the address', null, {}, { at: 'start' }],
	['a step, but no sheet', '2', undefined, { at: 'start' }],
	['the first item', '1', {}, item(0)],
	['the first open item', '3', { a: 1, b: null }, item(2)],
	['an answered item', '1', { a: 1, b: null }, item(0)],
	['an item past the first open one', '4', { a: 1 }, item(1)],
	['an item past an open one in the middle', '4', { a: 1, c: 2, d: 3 }, item(1)],
	['an item past the end', '99', { a: 1, b: 1, c: 1, d: 1 }, item(3)],
	['an item before the first', '-3', { a: 1 }, item(0)],
	['an item that is no number', 'sesame', { a: 1 }, item(0)],
	['the last look', 'check', { a: 1 }, { at: 'check' }]
])('reads %s', (_, step, answers, expected) => {
	expect(stepOf(step, order, answers)).toEqual(expected);
});

test('leads from the start over the items to the last look', () => {
	expect([-1, 0, 3, 4].map((index) => hrefOf(index, 4))).toEqual([
		'/assess',
		'/assess?item=1',
		'/assess?item=4',
		'/assess?item=check'
	]);
});

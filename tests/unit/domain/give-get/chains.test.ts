import { deadChains, stepsToCustomer } from '$lib/domain/give-get/chains';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyGiveAndGet, giveAndGet } from '../../../support/give-get';

const all = {
	ana: 'person',
	ben: 'person',
	cleo: 'team',
	depot: 'partner',
	shop: 'customer'
} as const;
const chains = (entries: string[]) =>
	deadChains(giveAndGet(all, entries)).map(({ parties, end }) => `${parties.join(' > ')} ${end}`);

test.each([
	['nobody gives anything', [], []],
	['it reaches the customer', ['give ana > ben: x', 'give ben > shop: x'], []],
	['it stops at a part', ['give ana > ben: x', 'give ben > cleo: x'], ['ana > ben > cleo stops']],
	[
		'a get alone carries nothing on',
		['give ana > ben: x', 'get ben > shop: x'],
		['ana > ben stops']
	],
	['a partner is not the end', ['give ana > depot: x'], ['ana > depot stops']],
	['a partner passes it on', ['give ana > depot: x', 'give depot > shop: x'], []],
	['one of two ways arrives', ['give ana > ben: x', 'give ana > shop: x'], []],
	['two turn in a circle', ['give ana > ben: x', 'give ben > ana: x'], ['ana > ben > ana circle']],
	[
		'one leads into a circle',
		['give ben > cleo: x', 'give cleo > ben: x', 'give ana > ben: x'],
		['ana > ben > cleo > ben circle']
	],
	[
		'a circle that somebody leaves',
		['give ana > ben: x', 'give ben > ana: x', 'give ben > cleo: x'],
		['ana > ben > cleo stops']
	],
	[
		'two begin and stop at one',
		['give ana > cleo: x', 'give ben > cleo: x'],
		['ana > cleo stops', 'ben > cleo stops']
	],
	['what a customer gives is for us', ['give shop > ana: x'], []]
])('%s', (_, entries, expected) => {
	expect(chains(entries)).toEqual(expected);
});

test('the shortest way to a customer counts', () => {
	const whole = giveAndGet(all, [
		'give ana > ben: x',
		'give ben > cleo: x',
		'give cleo > shop: x',
		'give ana > cleo: x'
	]);
	expect(Object.fromEntries(stepsToCustomer(whole))).toEqual({
		shop: 0,
		cleo: 1,
		ben: 2,
		ana: 2,
		depot: null
	});
});

test('every party that gives and reaches no customer is on a chain that is named, and no other', () => {
	fc.assert(
		fc.property(anyGiveAndGet, (whole) => {
			const steps = stepsToCustomer(whole);
			const givers = whole.parties.filter(({ id }) =>
				whole.entries.some(({ side, from }) => side === 'give' && from === id)
			);
			const lost = givers.filter(({ id }) => steps.get(id) === null).map(({ id }) => id);
			const named = new Set(deadChains(whole).flatMap(({ parties }) => parties));
			expect(lost.filter((id) => !named.has(id))).toEqual([]);
			for (const id of named) expect(steps.get(id)).toBeNull();
		})
	);
});

test('the order in which people wrote makes no difference', () => {
	fc.assert(
		fc.property(anyGiveAndGet, (whole) => {
			const turned = { ...whole, entries: whole.entries.toReversed() };
			expect(deadChains(turned)).toEqual(deadChains(whole));
			expect(stepsToCustomer(turned)).toEqual(stepsToCustomer(whole));
		})
	);
});

import { firstParties, promiseFromNeed } from '$lib/content/give-get-words';
import { linesOf } from '$lib/domain/give-get/states';
import { proposalSchema } from '$lib/domain/workshop/promise';
import { expect, test } from 'vitest';
import { giveAndGet } from '../../support/give-get';

test('the other teams of the round are on the picture from the start, and the customers last', () => {
	expect(firstParties('Harbor', [{ id: 'x', name: 'Depot' }])).toEqual([
		{ id: 'team', name: 'Harbor', kind: 'team' },
		{ id: 'team:x', name: 'Depot', kind: 'team' },
		{ id: 'customers', name: 'Our customers', kind: 'customer' }
	]);
});

const parties = { Ana: 'person', Ben: 'person', Cleo: 'team', Shop: 'customer' } as const;
const proposal = (entries: string[]) => {
	const whole = giveAndGet(parties, entries);
	return promiseFromNeed(
		whole,
		linesOf(whole).find(({ state }) => state === 'unmet')!
	);
};

test.each([
	[['get Ana > Shop: an offer'], 'Shop gets it.'],
	[
		['get Ana > Ben: prices', 'give Ben > Cleo: x', 'give Cleo > Shop: x'],
		'It goes on to the customer: Ben → Cleo → Shop'
	],
	[
		['get Ana > Ben: prices', 'give Ben > Cleo: x'],
		'Ask first: what Ben does with it comes to no customer yet.'
	]
])('an unmet need says how it would serve the customer: %j', (entries, serves) => {
	expect(proposal(entries)).toMatchObject({ serves, owner: 'Ana' });
});

test('the longest need still fits into a promise', () => {
	const { words, ...rest } = proposal([`get Ana > Ben: ${'🙂'.repeat(100)}${'a'.repeat(100)}`]);
	const read = proposalSchema.safeParse({ words, ...rest, dimension: 'voice' });
	expect(read.success).toBe(true);
});

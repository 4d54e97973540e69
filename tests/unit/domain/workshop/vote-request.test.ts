import { describe, expect, test } from 'vitest';
import { contractSchema } from '$lib/domain/publication/contract';
import type { LedgerEntry } from '$lib/domain/publication/publication';
import { publish } from '$lib/domain/publication/publish';
import { voteRequest, type VoteOn, type VotePair } from '$lib/domain/workshop/vote-request';
import { voteResult } from '$lib/domain/workshop/vote-result';

const contract = (openness: 'anonymous' | 'open') => ({
	contract: contractSchema.parse({
		version: 1,
		openness,
		lenses: ['member'],
		cuts: ['team', 'second-vote'],
		keptUntil: '2027-12-31'
	}),
	hash: 'stand-in'
});

const firstOnly = (levels: number[]): VotePair[] =>
	levels.map((first) => ({ first, second: null }));

function reveal(
	pairs: VotePair[],
	{
		ballot = 'first',
		openness = 'anonymous',
		people = pairs.length,
		ledger = []
	}: Partial<Pick<VoteOn, 'ballot' | 'openness' | 'people'>> & { ledger?: LedgerEntry[] } = {}
) {
	const vote: VoteOn = { workshopId: 'w', dimension: 'voice', ballot, pairs, people, openness };
	const publication = publish(voteRequest(vote), contract(openness), ledger);
	return { publication, result: voteResult(publication, vote, null) };
}

describe('the dots of a reveal, with k = 5', () => {
	test('are hidden below eight votes: the room talks about the mean', () => {
		const { result } = reveal(firstOnly([1, 2, 3, 4, 5]));
		expect(result.mean).toEqual({ as: 'value', value: 3 });
		expect(result.dots).toMatchObject({ as: 'hidden' });
		expect(result.shape).toBeNull();
	});

	test('are a rough picture below 2k votes', () => {
		const { result } = reveal(firstOnly([1, 1, 1, 1, 5, 5, 5, 5]));
		expect(result.dots).toEqual({ as: 'shape', heights: ['high', 'low', 'low', 'low', 'high'] });
		expect(result.shape).toBe('two-camps');
	});

	test('are counts from 2k votes on', () => {
		const { result } = reveal(firstOnly([1, 1, 1, 1, 1, 5, 5, 5, 5, 5]));
		expect(result.dots).toEqual({ as: 'counts', counts: [5, 0, 0, 0, 5] });
	});

	test('never point at one person under an anonymous contract', () => {
		const levels = [4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 1];
		expect(reveal(firstOnly(levels)).result.shape).toBe('agreement');
		expect(reveal(firstOnly(levels), { openness: 'open' }).result.shape).toBe('one-far-off');
	});

	test('say a bound where all agree on an end of the scale', () => {
		expect(reveal(firstOnly(Array(6).fill(5))).result.mean).toMatchObject({
			as: 'bound',
			side: 'or-more'
		});
	});

	test('are hidden below k, and shown to two people under an open contract', () => {
		expect(reveal(firstOnly([1, 2, 3, 4])).result.mean).toMatchObject({ because: 'small-group' });
		expect(reveal(firstOnly([2, 4]), { openness: 'open' }).result).toMatchObject({
			mean: { as: 'value', value: 3 },
			dots: { as: 'counts', counts: [0, 1, 0, 1, 0] }
		});
	});

	test('do not say that just one person has not voted', () => {
		expect(reveal(firstOnly([1, 2, 3, 4, 5, 3]), { people: 7 }).result.n).toBeNull();
		expect(reveal(firstOnly([1, 2, 3, 4, 5, 3]), { people: 9 }).result.n).toBe(6);
	});
});

describe('a second vote, with k = 5', () => {
	const before = [1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 2];
	const ledger = reveal(firstOnly(before)).publication.entries;
	const after = (movers: number) =>
		before.map((first, person) => ({ first, second: person < movers ? first + 1 : first }));

	test.each([
		['nobody', 0, 'value'],
		['one person', 1, 'hidden'],
		['four people', 4, 'hidden'],
		['five people', 5, 'value']
	] as const)('after which %s moved is %s', (_, movers, as) => {
		const { result } = reveal(after(movers), { ballot: 'second', ledger });
		expect(result.mean.as).toBe(as);
		expect(result.moved).toBe(as === 'value' ? movers : null);
	});

	test('counts those who did not touch it where they were', () => {
		const pairs = firstOnly(before);
		const { result } = reveal(pairs, { ballot: 'second', ledger });
		expect(result.mean).toEqual(reveal(firstOnly(before)).result.mean);
	});

	test('with one late joiner is hidden, as one person who moved would be', () => {
		const pairs = [...firstOnly(before), { first: null, second: 5 }];
		const { result } = reveal(pairs, { ballot: 'second', ledger });
		expect(result.mean).toMatchObject({ as: 'hidden', because: 'second-vote' });
	});

	test('is always shown under an open contract', () => {
		const open = { openness: 'open' as const };
		const { publication } = reveal(firstOnly(before), open);
		const { result } = reveal(after(1), { ...open, ballot: 'second', ledger: publication.entries });
		expect(result).toMatchObject({ mean: { as: 'value' }, moved: 1 });
	});
});

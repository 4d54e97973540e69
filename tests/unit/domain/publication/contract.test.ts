import {
	commentMinimum,
	contractRefusal,
	contractSchema,
	freezeContract,
	isIntact
} from '$lib/domain/publication/contract';
import { describe, expect, test } from 'vitest';

const contract = contractSchema.parse({
	version: 1,
	lenses: ['member', 'leader'],
	cuts: ['whole', 'team'],
	keptUntil: '2027-06-30'
});

describe('a contract', () => {
	test('is anonymous with a smallest group of five when nothing else is said', () => {
		expect(contract).toMatchObject({ openness: 'anonymous', k: 5 });
	});

	test.each([3, 21, 5.5])('refuses a smallest group of %s', (k) => {
		expect(contractSchema.safeParse({ ...contract, k }).success).toBe(false);
	});

	test('refuses a promise it does not know', () => {
		expect(contractSchema.safeParse({ ...contract, leadersSeeFirst: true }).success).toBe(false);
	});

	test.each([
		[5, 8],
		[12, 12]
	])('with k = %i shows comments from %i people on', (k, minimum) => {
		expect(commentMinimum({ ...contract, k })).toBe(minimum);
	});
});

describe('the hash of a contract', () => {
	test('is the SHA-256 of its JSON with sorted keys', async () => {
		// printf '%s' '{"cuts":["team","whole"],…}' | sha256sum
		expect((await freezeContract(contract)).hash).toBe(
			'2a270b516cc43e0d1eab158018e56b9db4067c87ac607ef9717c807709427c1f'
		);
	});

	test('of old contracts stays what it was: what they do not ask is not in them', async () => {
		expect(contract).not.toHaveProperty('outcomes');
		expect((await freezeContract({ ...contract, outcomes: true })).hash).not.toBe(
			(await freezeContract(contract)).hash
		);
	});

	test('is the same however keys, lenses and cuts were ordered', async () => {
		const reordered = contractSchema.parse({
			cuts: ['team', 'whole', 'team'],
			keptUntil: '2027-06-30',
			lenses: ['leader', 'member'],
			version: 1
		});

		expect(await freezeContract(reordered)).toEqual(await freezeContract(contract));
	});

	test('tells a changed contract from the frozen one', async () => {
		const frozen = await freezeContract(contract);

		expect(await isIntact(frozen)).toBe(true);
		expect(await isIntact({ ...frozen, contract: { ...contract, k: 4 } })).toBe(false);
	});
});

describe('a frozen contract', () => {
	test.each([
		['opened', { openness: 'open' }],
		['k-lowered', { k: 4 }],
		['lens-added', { lenses: ['leader', 'member', 'customer'] }],
		['cut-added', { cuts: ['team', 'whole', 'team-by-lens'] }],
		['outcomes-added', { outcomes: true }],
		['kept-longer', { keptUntil: '2027-07-01' }]
	] as const)('cannot be loosened: %s', (refusal, change) => {
		expect(contractRefusal(contract, { ...contract, ...change } as typeof contract)).toBe(refusal);
	});

	test('can become stricter', () => {
		const stricter = { ...contract, k: 8, keptUntil: '2027-01-31', cuts: ['whole' as const] };

		expect(contractRefusal(contract, stricter)).toBeNull();
	});
});

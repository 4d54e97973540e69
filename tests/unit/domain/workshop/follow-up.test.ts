import { contractSchema, freezeContract } from '$lib/domain/publication/contract';
import { publish } from '$lib/domain/publication/publish';
import {
	followUpPhase,
	helpedIn,
	helpedRequest,
	keptSoFar,
	lastDayAsked
} from '$lib/domain/workshop/follow-up';
import type { FollowUp } from '$lib/domain/workshop/promise';
import { describe, expect, test } from 'vitest';

const frozen = await freezeContract(
	contractSchema.parse({
		version: 1,
		lenses: ['member'],
		cuts: ['team'],
		keptUntil: '2027-06-30'
	})
);

function helpedBy(counts: Partial<Record<FollowUp['helped'], number>>) {
	const said = Object.entries(counts).flatMap(([helped, n]) =>
		Array.from({ length: n }, () => ({ helped: helped as FollowUp['helped'] }))
	);
	const on = { workshopId: 'w', promiseId: 'p', said, people: 17 };
	return helpedIn(publish(helpedRequest(on), frozen, []), on);
}

describe('the page of a promise', () => {
	test.each([
		['2026-12-17', 'before'],
		['2026-12-18', 'asking'],
		['2026-12-31', 'asking'],
		['2027-01-01', 'over']
	] as const)('on %s is %s, when the promise is due on December 18', (today, phase) => {
		expect(followUpPhase('2026-12-18', today)).toBe(phase);
	});

	test('says the last day it asks', () => {
		expect(lastDayAsked('2026-12-18')).toBe('2026-12-31');
	});
});

describe('whether a promise is done', () => {
	const said = (yes: number, partly: number, no: number) => [
		...Array.from({ length: yes }, () => ({ done: 'yes' as const })),
		...Array.from({ length: partly }, () => ({ done: 'partly' as const })),
		...Array.from({ length: no }, () => ({ done: 'no' as const }))
	];

	test.each([
		[4, 0, 0, 'too-few-to-say'],
		[5, 0, 0, 'done'],
		[3, 0, 2, 'done'],
		[3, 0, 3, 'not-done'],
		[3, 1, 2, 'partly'],
		[0, 0, 5, 'not-done']
	] as const)('%i yes, %i partly and %i no mean %s, with k = 5', (yes, partly, no, kept) => {
		expect(keptSoFar(said(yes, partly, no), 5)).toBe(kept);
	});

	test('is unknown when nobody answered, even in an open room', () => {
		expect(keptSoFar([], 1)).toBe('too-few-to-say');
	});
});

describe('whether a promise helped', () => {
	test('stays hidden below k voices, and is shown from k on', () => {
		expect(helpedBy({ yes: 2, no: 2 })).toMatchObject({
			n: null,
			mean: { as: 'hidden', because: 'small-group' },
			distribution: null
		});
		expect(helpedBy({ yes: 3, no: 2 }).mean).toEqual({ as: 'value', value: 1.2 });
	});

	test('is a bound where everybody says the same', () => {
		expect(helpedBy({ yes: 12 }).mean).toMatchObject({ as: 'bound', side: 'or-more' });
	});

	test('is counted only where no single voice stands out', () => {
		expect(helpedBy({ yes: 7, 'a-little': 3, no: 2 }).distribution).toEqual({
			as: 'counts',
			counts: [2, 3, 7]
		});
		expect(helpedBy({ yes: 4, 'a-little': 3 }).distribution?.as).not.toBe('counts');
	});

	test('does not count those for whom it is too early', () => {
		expect(helpedBy({ yes: 3, no: 1, 'too-early': 10 }).mean.as).toBe('hidden');
	});
});

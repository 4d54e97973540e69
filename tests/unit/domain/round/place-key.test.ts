import { placeKey, readPlaceKey } from '$lib/domain/round/place-key';
import { expect, test } from 'vitest';

test.each([
	['member.a-_9', { lens: 'member', teamId: 'a-_9' }],
	['leader.x', { lens: 'leader', teamId: 'x' }],
	['customer', { lens: 'customer', teamId: null }],
	['partner', { lens: 'partner', teamId: null }]
] as const)('“%s” stands for a place, there and back', (key, place) => {
	expect(readPlaceKey(key)).toEqual(place);
	expect(placeKey(place)).toBe(key);
});

test.each(['', 'member', 'leader.', 'customer.x', 'results', 'nobody.x'])(
	'“%s” stands for no place',
	(key) => {
		expect(readPlaceKey(key)).toBeNull();
	}
);

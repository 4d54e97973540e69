import { expect, test } from 'vitest';
import { isImpossible } from '$lib/server/impossible-address';

test.each([
	[{}, false],
	[{ key: 'A1-_', promise: undefined }, false],
	[{ team: 'Ünïcode’s 🔭' }, false],
	[{ key: 'A1', promise: 'a\0b' }, true]
])('an address with the parts %j is impossible: %s', (params, isSo) => {
	expect(isImpossible(params)).toBe(isSo);
});

import { stopWords } from '$lib/content/stop-words';
import { LIKE_ENOUGH } from '$lib/domain/give-get/suggest';
import { likeness } from '$lib/domain/language/likeness';
import { expect, test } from 'vitest';
import { otherThing, sameThing } from '../../../support/like-wordings';

const english = stopWords('en');
const found = (pairs: [string, string][]) =>
	pairs.filter(([get, give]) => likeness(get, give, english) >= LIKE_ENOUGH).length;

test('of 24 pairs that mean the same 23 are suggested, of 24 that do not, one', () => {
	expect([sameThing.length, found(sameThing)]).toEqual([24, 23]);
	expect([otherThing.length, found(otherThing)]).toEqual([24, 1]);
});

import { hiddenWithRemainder } from '$lib/domain/publication/rules/remainder';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const k = 5;
const parts = (sizes: readonly number[]) => sizes.map((sheets, i) => ({ id: `t${i}`, sheets }));
const tooSmall = (sizes: readonly number[]) =>
	new Set(parts(sizes).flatMap(({ id, sheets }) => (sheets < k ? [id] : [])));
const hiddenSizes = (sizes: readonly number[]) =>
	hiddenWithRemainder(parts(sizes), tooSmall(sizes), k).map((id) => sizes[Number(id.slice(1))]);

describe('the remainder rule', () => {
	test.each([
		['the only hidden group takes the smallest shown one with it', [4, 9, 6, 12], [4, 6]],
		[
			'three hidden groups with three sheets take a large one with them',
			[1, 1, 1, 30, 40],
			[1, 1, 1, 30]
		],
		['two hidden groups with enough sheets hide nobody else', [4, 3, 9, 12], [4, 3]],
		['two hidden groups with too few sheets take another', [2, 2, 9, 12], [2, 2, 9]],
		['nothing is hidden where every group is large enough', [5, 6, 7], []],
		['an empty group hides nobody', [0, 4, 9, 12], [0, 4, 9]],
		['everything is hidden where nothing is left to hide behind', [4, 9], [4, 9]],
		['a tie goes to the first in the organizer’s order', [4, 9, 9], [4, 9]]
	])('%s', (_, sizes, hidden) => {
		expect(hiddenSizes(sizes)).toEqual(hidden);
	});

	test('settles a tie by the organizer’s order', () => {
		expect(hiddenWithRemainder(parts([9, 4, 9]), new Set(['t1']), k)).toEqual(['t0', 't1']);
	});

	test('leaves either nobody, or at least two groups with k sheets, or everybody hidden', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1 }), (sizes) => {
				const hidden = hiddenSizes(sizes);
				const sheets = hidden.reduce((sum: number, n) => sum + n!, 0);
				expect(
					hidden.length === 0 ||
						hidden.length === sizes.length ||
						(hidden.length >= 2 && sheets >= k)
				).toBe(true);
			})
		);
	});
});

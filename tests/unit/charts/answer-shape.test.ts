import { shapeBars } from '$lib/charts/answer-shape';
import { expect, test } from 'vitest';

test('the fullest fifth is the highest bar, and an empty one can still be seen', () => {
	const bars = shapeBars({ as: 'counts', counts: [0, 2, 8, 4, 0] });
	expect(bars.map(({ height }) => height)).toEqual([0.06, 0.25, 1, 0.5, 0.06]);
	expect(bars.map(({ place }) => place)).toEqual([0.1, 0.3, 0.5, 0.7, 0.9]);
});

test('a rough shape has three heights and no numbers', () => {
	const bars = shapeBars({ as: 'shape', heights: ['low', 'middle', 'high', 'high', 'low'] });
	expect(bars.map(({ height }) => height)).toEqual([0.12, 0.55, 1, 1, 0.12]);
});

test('a group without scores is a row of bars that are equally low', () => {
	const bars = shapeBars({ as: 'counts', counts: [0, 0, 0, 0, 0] });
	expect(new Set(bars.map(({ height }) => height))).toEqual(new Set([0.06]));
});

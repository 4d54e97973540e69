import { plateOutline, plateSharpness } from '$lib/charts/plate';
import { describe, expect, test } from 'vitest';

const numbersOf = (path: string) => path.match(/-?\d+(\.\d+)?/g)!.map(Number);

describe('the outline of a profile', () => {
	test('passes through one point for each dimension, clockwise from the top', () => {
		const [x, y] = numbersOf(plateOutline([100, 100, 100, 100], 50));
		expect([x, y]).toEqual([0, -50]);
		expect(plateOutline([100, 100, 100, 100], 50).match(/C/g)).toHaveLength(4);
	});

	test('keeps a body when every score is 0', () => {
		expect(numbersOf(plateOutline([0, 0, 0], 100))[1]).toBe(-18);
	});

	test('passes over dimensions without a score, and draws nothing below three', () => {
		expect(plateOutline([50, null, 50, 50], 50).match(/C/g)).toHaveLength(3);
		expect(plateOutline([50, null, null, 50], 50)).toBe('');
		expect(plateOutline([], 50)).toBe('');
	});
});

test.each([
	[null, 0.25],
	[3, 1],
	[5, 1],
	[18, 0.5],
	[40, 0.25]
])('a margin of %j points leaves %d of the color', (margin, sharpness) => {
	expect(plateSharpness(margin)).toBeCloseTo(sharpness, 9);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packDots } from '$lib/charts/vote-dots';

const frame = { width: 500, height: 200 };

test('draws as many dots as there are votes, over their levels', () => {
	const { levels } = packDots([5, 4, 1, 3, 3], frame);
	expect(levels.map(({ length }) => length)).toEqual([5, 4, 1, 3, 3]);
	levels.forEach((dots, level) => {
		for (const { x } of dots) expect(Math.floor(x / 100)).toBe(level);
	});
});

test('does not draw one person as a giant', () => {
	expect(packDots([0, 0, 1, 0, 0], frame).radius).toBeCloseTo(18.48, 2);
});

test('draws a thousand people large enough to be seen', () => {
	expect(packDots([0, 1000, 0, 0, 0], frame).radius).toBeGreaterThan(1.5);
	expect(packDots([200, 200, 200, 200, 200], frame).radius).toBeGreaterThan(3.5);
});

test('keeps every dot inside the picture and apart from the others', () => {
	const rooms = fc.array(fc.nat({ max: 60 }), { minLength: 5, maxLength: 5 });
	const heights = fc.integer({ min: 60, max: 400 });
	fc.assert(
		fc.property(rooms, heights, (counts, height) => {
			const { radius, levels } = packDots(counts, { width: 500, height });
			const dots = levels.flat();
			for (const [at, { x, y, turn }] of dots.entries()) {
				expect(x - radius).toBeGreaterThanOrEqual(0);
				expect(x + radius).toBeLessThanOrEqual(500);
				expect(y - radius).toBeGreaterThanOrEqual(0);
				expect(y + radius).toBeLessThanOrEqual(height);
				expect(turn).toBeLessThanOrEqual(1);
				for (const other of dots.slice(at + 1, at + 20))
					expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThan(2 * radius);
			}
		}),
		{ numRuns: 40 }
	);
});

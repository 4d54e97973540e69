import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dotRow } from '$lib/charts/dot-row';

const frame = { width: 600, height: 30 };

test('lays few dots in one line', () => {
	const { dots } = dotRow(17, { most: 17, ...frame });
	expect(new Set(dots.map(({ y }) => y)).size).toBe(1);
});

test('keeps the dots of any room inside their row', () => {
	fc.assert(
		fc.property(fc.nat({ max: 3_000 }), fc.nat({ max: 3_000 }), (a, b) => {
			const { radius, dots } = dotRow(Math.min(a, b), { most: Math.max(a, b), ...frame });
			expect(dots).toHaveLength(Math.min(a, b));
			for (const { x, y } of dots) {
				expect(x + radius).toBeLessThanOrEqual(600);
				expect(Math.min(x, y) - radius).toBeGreaterThanOrEqual(0);
				expect(y + radius).toBeLessThanOrEqual(30);
			}
		}),
		{ numRuns: 30 }
	);
});

import { spectrumColor, lightPalette, darkPalette } from '$lib/charts/palette';
import { spectrumBands } from '$lib/charts/spectrum';
import { describe, expect, test } from 'vitest';

/** Every fragment as left, top, width, height. */
function fragments(width: number, height: number) {
	return spectrumBands(width, height).flatMap(({ path }) =>
		[...path.matchAll(/M(\S+) (\S+)h(\S+)v(\S+)h\S+z/g)].map(([, ...numbers]) => {
			const [x, y, across, down] = numbers.map(Number);
			return { x: x!, y: y!, width: across!, height: down! };
		})
	);
}

describe('the slab that breaks into fragments', () => {
	test('is the same picture each time, so that page and PDF agree', () => {
		expect(spectrumBands(960, 88)).toEqual(spectrumBands(960, 88));
	});

	test('begins unbroken and ends in fine grain', () => {
		const all = fragments(960, 88);
		const leftmost = all.find(({ x }) => x === 0)!;
		const last = all.filter(({ x }) => x > 0.95 * 960);

		expect(leftmost).toMatchObject({ height: 88, width: 124.8 });
		expect(Math.max(...last.map(({ width, height }) => Math.max(width, height)))).toBeLessThan(11);
	});

	test.each([
		[240, 88],
		[960, 88],
		[1800, 160]
	])('stays inside %i × %i and covers most of it', (width, height) => {
		const all = fragments(width, height);
		const area = all.reduce((sum, piece) => sum + piece.width * piece.height, 0);

		for (const piece of all) {
			expect(piece.width).toBeGreaterThan(0);
			expect(piece.height).toBeGreaterThan(0);
			expect(piece.x).toBeGreaterThanOrEqual(0);
			expect(piece.x + piece.width).toBeLessThanOrEqual(width + 0.1);
			expect(piece.y + piece.height).toBeLessThanOrEqual(height + 0.1);
		}
		expect(area / (width * height)).toBeGreaterThan(0.8);
	});
});

test.each([
	[-1, lightPalette.slab],
	[0, lightPalette.slab],
	[0.48, lightPalette.teal],
	[1, lightPalette.rose],
	[2, lightPalette.rose]
])('the place %d of the spectrum has the color %s', (place, color) => {
	expect(spectrumColor(place, lightPalette)).toBe(color);
});

test('colors between two stops are mixed', () => {
	expect(spectrumColor(0.39, darkPalette)).not.toBe(darkPalette.slab);
	expect(spectrumColor(0.39, darkPalette)).toMatch(/^#[0-9a-f]{6}$/);
});

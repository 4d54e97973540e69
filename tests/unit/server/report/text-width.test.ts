import { createCanvas } from '@napi-rs/canvas';
import { textWidth } from '$lib/server/report/text-width';
import fc from 'fast-check';
import { expect, test } from 'vitest';

/** The same font that reports are printed in, under the name it was registered with. */
function drawnWidth(text: string): number {
	const pen = createCanvas(1, 1).getContext('2d');
	pen.font = '100px ReportSansBold';
	return pen.measureText(text).width / 100;
}

test('nothing takes no room, and twice the text takes twice as much', () => {
	expect(textWidth('')).toBe(0);
	expect(textWidth('Rules'.repeat(2))).toBeCloseTo(2 * textWidth('Rules'), 1);
});

test('no text is drawn wider than it was taken for', () => {
	const text = fc.stringMatching(/^[ -~À-ž–±]{1,40}$/);
	fc.assert(
		fc.property(text, (words) => {
			// Kerning that moves letters apart is rare and small.
			expect(drawnWidth(words)).toBeLessThanOrEqual(textWidth(words) * 1.02 + 0.05);
		})
	);
});

test('a text in another script is never taken for one line', () => {
	expect(textWidth('北風')).toBeGreaterThan(1000);
	expect(textWidth('Ноябрь')).toBeGreaterThan(1000);
});

import { contrast, READABLE, readAccent } from '$lib/domain/branding/accent';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('contrast', () => {
	// Ratios that W3C and WebAIM publish for these pairs.
	test.each([
		['#000000', '#ffffff', 21],
		['#767676', '#ffffff', 4.54],
		['#777777', '#ffffff', 4.48],
		['#0000ff', '#ffffff', 8.59],
		['#ff0000', '#ffffff', 4.0],
		['#ffffff', '#ffffff', 1]
	])('of %s and %s is %s', (one, other, ratio) => {
		expect(contrast(one, other)).toBeCloseTo(ratio, 2);
		expect(contrast(other, one)).toBe(contrast(one, other));
	});
});

describe('a color that somebody typed', () => {
	test.each([
		['#0a5c36', '#0a5c36', false],
		['0A5C36', '#0a5c36', false],
		[' #063 ', '#006633', false],
		['#767676', '#767676', false],
		['#777777', '#767676', true],
		['#ffffff', '#757575', true]
	])('%s becomes %s', (typed, accent, wasDarkened) => {
		expect(readAccent(typed)).toEqual({ ok: true, accent, wasDarkened });
	});

	test.each(['', 'green', '#12', '#12345', '#ggg', 'url(x)', '#0a5c36;x', 'rgb(0,0,0)'])(
		'%s is no color',
		(typed) => {
			expect(readAccent(typed)).toEqual({ ok: false });
		}
	);

	test('can be read on white, whatever it was, and stays so', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
				const read = readAccent(value.toString(16).padStart(6, '0'));
				if (!read.ok) throw new Error('A color was refused.');
				expect(contrast(read.accent, '#ffffff')).toBeGreaterThanOrEqual(READABLE);
				expect(readAccent(read.accent)).toEqual({ ...read, wasDarkened: false });
			})
		);
	});
});

import { printable, SUBSTITUTE } from '$lib/server/report/printable';
import { loadFonts } from '$lib/server/report/fonts';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const { coverages } = loadFonts();
const print = (text: string) => printable(text, coverages);

test.each([
	[
		'markup stays as it is',
		'#import "x": $y$ \\ *b* _i_ `c` <a> @b',
		'#import "x": $y$ \\ *b* _i_ `c` <a> @b'
	],
	[
		'other scripts stay',
		'Ωmega Жук 北風食品 ノース 북풍 مزون מזון हिन्दी ไทย',
		'Ωmega Жук 北風食品 ノース 북풍 مزون מזון हिन्दी ไทย'
	],
	['emoji stay, joined ones too', '✓ 👩🏽‍🚀 👨‍👩‍👧', '✓ 👩🏽‍🚀 👨‍👩‍👧'],
	['controls go', 'a\u0000b\u0007c\u007f\u009bd', 'abcd'],
	['overrides of direction go', 'a\u202eb\u2066c\u200fd', 'abcd'],
	['lines become one', 'a\r\nb\u2028c\td', 'a b c d'],
	['half a character becomes a visible one', 'a\ud800b', `a${SUBSTITUTE}b`],
	['what no font has becomes visible', 'a\u{13000}b', `a${SUBSTITUTE}b`],
	['what no one font has together becomes visible', 'xa\u0951y', `x${SUBSTITUTE}y`],
	['words keep their letters together', 'a'.repeat(23), 'a'.repeat(23)],
	[
		'what is longer than any word may break',
		`x ${'ab'.repeat(12)} y`,
		`x ${'ab'.repeat(4)}\u00ad${'ab'.repeat(4)}\u00ad${'ab'.repeat(4)} y`
	],
	['joiners alone go', '\u200d\u200c', '']
])('%s', (_, text, expected) => {
	expect(print(text)).toBe(expected);
});

test('whatever people write, the result is well formed, free of controls, and stays so', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
			const once = print(text);
			expect(once.isWellFormed()).toBe(true);
			// eslint-disable-next-line no-control-regex -- controls are what must be gone
			expect(once).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
			expect(print(once)).toBe(once);
		})
	);
});

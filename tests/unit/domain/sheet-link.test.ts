import { holoscope } from '$lib/content/instruments';
import { itemsOf } from '$lib/domain/instrument/form';
import type { Answers } from '$lib/domain/answers';
import { NAME_LENGTH } from '$lib/domain/name-length';
import type { Sheet } from '$lib/domain/sheet';
import { readSheetLink } from '$lib/domain/read-sheet-link';
import { isSheetLink, sheetLink } from '$lib/domain/sheet-link';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { someSheet } from '../../support/sheets';

const link = (sheet: Sheet) => sheetLink(holoscope, sheet);
const read = (fragment: string) => readSheetLink(holoscope, fragment);

const day = fc
	.date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));
const organization = fc
	.string({ unit: 'grapheme', maxLength: NAME_LENGTH })
	.map((name) => name.slice(0, NAME_LENGTH).toWellFormed().replaceAll('\n', ' ').trim());

const sheets = fc.constantFrom(...Object.keys(holoscope.forms)).chain((form) =>
	fc.record({
		instrument: fc.constant(holoscope.id),
		edition: fc.constant(holoscope.edition),
		form: fc.constant(form),
		lens: fc.constantFrom(...holoscope.lenses),
		organization,
		day,
		answers: fc.record(
			Object.fromEntries(
				itemsOf(holoscope, form).map(({ id }) => [
					id,
					fc.option(fc.integer({ min: 1, max: 5 }), { nil: null })
				])
			),
			{ requiredKeys: [], noNullPrototype: true }
		) as fc.Arbitrary<Answers>
	})
);

test('every sheet comes out of its link as it went in', () => {
	fc.assert(
		fc.property(sheets, (sheet) => {
			expect(read(link(sheet))).toEqual({ ok: true, sheet });
		})
	);
});

test('a link holds only characters that no mail or chat program breaks', () => {
	fc.assert(fc.property(sheets, (sheet) => /^s1-[\w-]+$/.test(link(sheet))));
});

test('a full form with a name takes fewer than 160 characters', () => {
	expect(link(someSheet()).length).toBeLessThan(160);
});

describe('a damaged link opens nothing', () => {
	const whole = link(someSheet());

	test('wherever it is cut off', () => {
		for (let end = 3; end < whole.length; end++) {
			expect(read(whole.slice(0, end))).toEqual({ ok: false, problem: 'broken' });
		}
	});

	test('whichever character is changed', () => {
		fc.assert(
			fc.property(fc.integer({ min: 3, max: whole.length - 2 }), (at) => {
				const changed = whole[at] === 'Q' ? 'g' : 'Q';
				const result = read(whole.slice(0, at) + changed + whole.slice(at + 1));
				expect(result).toEqual({ ok: false, problem: 'broken' });
			})
		);
	});

	test('whatever somebody types', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 300 }), (text) => {
				expect(read(`s1-${text}`)).toEqual({ ok: false, problem: 'broken' });
			})
		);
		expect(read('')).toEqual({ ok: false, problem: 'broken' });
		expect(read(`s1-${'A'.repeat(1_000_000)}`)).toEqual({ ok: false, problem: 'broken' });
	});

	test('when an answer is off the scale, or the day is none', () => {
		const off = { ...someSheet().answers, 'voice-1': 9 };
		expect(read(link(someSheet({ answers: off })))).toEqual({ ok: false, problem: 'broken' });
		expect(read(link(someSheet({ day: '2026-02-31' })))).toEqual({ ok: false, problem: 'broken' });
	});
});

test('says when a link comes from a newer version or another edition', () => {
	expect(read('s2-abc')).toEqual({ ok: false, problem: 'newer-version' });
	expect(read(link(someSheet({ edition: '2031.4' })))).toEqual({
		ok: false,
		problem: 'other-edition'
	});
});

test('a form named like something every object has opens nothing', () => {
	const instrument = structuredClone(holoscope);
	(instrument.forms as any).toString = ['voice-1'];
	const fragment = sheetLink(instrument, someSheet({ form: 'toString' }));
	expect(read(fragment)).toEqual({ ok: false, problem: 'other-edition' });
});

test.each([
	['s1-abc', true],
	['s12-', true],
	['main', false],
	['stories', false],
	['', false]
])('“#%s” means to carry a sheet: %s', (fragment, expected) => {
	expect(isSheetLink(fragment)).toBe(expected);
});

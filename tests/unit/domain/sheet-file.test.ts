import { holoscope } from '$lib/content/instruments';
import { readSheetFile } from '$lib/domain/read-sheet-file';
import { sheetFile } from '$lib/domain/sheet-file';
import { describe, expect, test } from 'vitest';
import { someSheet } from '../../support/sheets';

const read = (content: unknown) => readSheetFile(holoscope, JSON.stringify(content));

test('gives back the sheets that were put in', () => {
	const sheets = [someSheet(), someSheet({ day: '2026-05-01', organization: 'משפחה “Ω” 👩‍🚀' })];
	expect(readSheetFile(holoscope, sheetFile(sheets))).toEqual({ sheets, problems: [] });
	expect(readSheetFile(holoscope, `\uFEFF${sheetFile(sheets)}`).sheets).toEqual(sheets);
});

test('reads one sheet alone, and a report’s attachment', () => {
	expect(read(someSheet()).sheets).toEqual([someSheet()]);
	expect(read({ sheet: someSheet(), paper: 'a4' }).sheets).toEqual([someSheet()]);
});

test('does not let ids in', () => {
	expect(read({ ...someSheet(), id: 'kept' }).sheets).toEqual([someSheet()]);
});

describe('says where a file is wrong, and why', () => {
	test.each([
		['no JSON', '{"sheets": [', [{ path: '', reason: 'not-json' }]],
		['other JSON', '[1, 2]', [{ path: '', reason: 'no-sheet' }]],
		['an empty list', '{"sheets": []}', [{ path: '', reason: 'no-sheet' }]]
	])('%s', (_, text, problems) => {
		expect(readSheetFile(holoscope, text)).toEqual({ sheets: [], problems });
	});

	test.each([
		[{ answers: { 'voice-1': 6 } }, 'sheet.answers.voice-1', 'bad-answer'],
		[{ answers: { 'voice-1': '4' } }, 'sheet.answers.voice-1', 'bad-answer'],
		[{ answers: { 'voice-9': 4 } }, 'sheet.answers.voice-9', 'unknown-item'],
		[{ answers: undefined }, 'sheet.answers', 'missing'],
		[{ form: 'weekly' }, 'sheet.form', 'unknown-form'],
		[{ form: undefined }, 'sheet.form', 'unknown-form'],
		[{ edition: '1999' }, 'sheet.edition', 'other-instrument'],
		[{ day: 'yesterday' }, 'sheet.day', 'bad-day'],
		[{ lens: 'auditor' }, 'sheet.lens', 'invalid'],
		[{ organization: 'x'.repeat(500) }, 'sheet.organization', 'too-long']
	])('%o', (difference, path, reason) => {
		expect(read({ sheet: { ...someSheet(), ...difference } }).problems).toEqual([{ path, reason }]);
	});

	test('and still takes the sheets that are right', () => {
		const { sheets, problems } = read({ sheets: [someSheet(), { answers: {} }, 7] });
		expect(sheets).toEqual([someSheet()]);
		expect(problems.map(({ path }) => path)).toEqual(
			expect.arrayContaining(['sheets[1].form', 'sheets[2]'])
		);
	});
});

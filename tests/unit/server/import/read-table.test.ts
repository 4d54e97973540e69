import { COLUMNS_LIMIT, readTable } from '$lib/server/import/read-table';
import { IMPORT_LIMIT } from '$lib/domain/round/imported-sheet';
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';

test.each([
	['commas', 'Team,voice1\nHarbor,4'],
	['semicolons, as in many countries', 'Team;voice1\r\nHarbor;4\r\n'],
	['tabs, straight from a spreadsheet', 'Team\tvoice1\nHarbor\t4\n\n'],
	['the mark of UTF-8 and an empty first line', '\uFEFF\nTeam,voice1\nHarbor,4'],
	['quotation marks', '"Team","voice1"\n"Harbor","4"']
])('reads %s', (_, text) => {
	expect(readTable(text)).toEqual({
		table: { headers: ['Team', 'voice1'], rows: [['Harbor', '4']] }
	});
});

test('keeps empty rows, so that rows count as in a spreadsheet', () => {
	const read = readTable('a,b\n\n1,"two\nlines"\n');
	expect(read).toEqual({ table: { headers: ['a', 'b'], rows: [[''], ['1', 'two\nlines']] } });
});

test.each([
	['nothing', ' \n \n', { code: 'empty' }],
	['headings alone', 'Team,voice1\n\n\n', { code: 'no-rows' }],
	['a quotation that never ends', 'a,b\n1,2\n"3,4\n5,6\n', { code: 'quote-open', row: 3 }],
	['too many rows', `a,b\n${'1,2\n'.repeat(IMPORT_LIMIT + 1)}`, { code: 'too-many-rows' }],
	['too many columns', `${'a,'.repeat(COLUMNS_LIMIT)}b\n1,2`, { code: 'too-many-columns' }]
])('refuses %s', (_, text, problem) => {
	expect(readTable(text)).toEqual({ problem });
});

test('takes as many rows as may be', () => {
	const read = readTable(`a,b\n${'1,2\n'.repeat(IMPORT_LIMIT)}`);
	expect('table' in read && read.table.rows).toHaveLength(IMPORT_LIMIT);
});

test('reads back what a survey tool writes, whatever is in its cells', () => {
	const cell = fc.string().filter((text) => text === text.trim() && !/[\r\n\uFEFF]/.test(text));
	const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 });
	fc.assert(
		fc.property(rows, (cells) => {
			const filled = cells.map(([a, b]) => [`x${a}`, b]);
			const text = Papa.unparse([['Team', 'voice1'], ...filled], { quotes: true });
			expect(readTable(text)).toEqual({
				table: { headers: ['Team', 'voice1'], rows: filled }
			});
		})
	);
});

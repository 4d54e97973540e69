import { holoscope } from '$lib/content/instruments';
import { sheetCsv } from '$lib/device/sheet-csv';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { answersOf } from '../../support/answers';
import { someSheet } from '../../support/sheets';

const rowsOf = (csv: string) =>
	Papa.parse<Record<string, string>>(csv.replace('\uFEFF', ''), {
		header: true,
		skipEmptyLines: true
	}).data;

test('has one row for each item, in the order asked, with the words that were asked', () => {
	const rows = rowsOf(sheetCsv(holoscope, someSheet({ answers: answersOf('full', () => 4) })));

	expect(rows.map(({ item }) => item)).toEqual(holoscope.forms.full);
	expect(rows[0]).toEqual({
		item: 'voice-1',
		dimension: 'voice',
		wording: 'People in my team asked questions to check what someone meant.',
		answer: '4',
		label: 'Often'
	});
});

test('tells “not sure” from no answer', () => {
	const [first, second] = rowsOf(
		sheetCsv(holoscope, someSheet({ answers: { 'voice-1': null } }))
	) as [Record<string, string>, Record<string, string>];

	expect([first.answer, first.label]).toEqual(['', holoscope.scale.notSure]);
	expect([second.answer, second.label]).toEqual(['', '']);
});

test.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])(
	'defuses %j where a wording would begin with it',
	(organization) => {
		const instrument = structuredClone(holoscope);
		instrument.items[0]!.wording.member = '{org} asked.';
		const [row] = rowsOf(sheetCsv(instrument, someSheet({ organization })));
		expect(row!.wording).toMatch(/^'/);
	}
);

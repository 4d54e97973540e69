import { holoscope } from '$lib/content/instruments';
import { sheetCsv } from '$lib/device/sheet-csv';
import type { Sheet } from '$lib/domain/sheet';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { answersOf } from '../../support/answers';
import { someSheet } from '../../support/sheets';

const csvOf = (sheet: Sheet) => sheetCsv(holoscope, sheet, 'our organization');
const rowsOf = (csv: string) =>
	Papa.parse<Record<string, string>>(csv.replace('\uFEFF', ''), {
		header: true,
		skipEmptyLines: true
	}).data;

test('has one row for each item, in the order asked, with the words that were asked', () => {
	const rows = rowsOf(csvOf(someSheet({ answers: answersOf('full', () => 4) })));

	expect(rows.map(({ item }) => item)).toEqual(holoscope.forms.full);
	expect(rows[0]).toEqual({
		item: 'voice-1',
		dimension: 'voice',
		wording: 'People in my team asked questions to check what someone meant.',
		answer: '4',
		label: 'Often'
	});
});

test('names the organization in the wording, or says “our organization”', () => {
	const wording = (organization: string) =>
		rowsOf(csvOf(someSheet({ organization }))).find(({ item }) => item === 'whole-1')!.wording;

	expect(wording('Contoso')).toContain('how our part fits Contoso as a whole');
	expect(wording('')).toContain('how our part fits our organization as a whole');
});

test('tells “not sure” from no answer', () => {
	const [first, second] = rowsOf(csvOf(someSheet({ answers: { 'voice-1': null } }))) as [
		Record<string, string>,
		Record<string, string>
	];

	expect([first.answer, first.label]).toEqual(['', holoscope.scale.notSure]);
	expect([second.answer, second.label]).toEqual(['', '']);
});

test.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])(
	'defuses %j where a wording would begin with it',
	(organization) => {
		const instrument = structuredClone(holoscope);
		instrument.items[0]!.wording.member = '{org} asked.';
		const [row] = rowsOf(sheetCsv(instrument, someSheet({ organization }), ''));
		expect(row!.wording).toMatch(/^'/);
	}
);

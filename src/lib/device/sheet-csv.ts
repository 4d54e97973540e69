import Papa from 'papaparse';
import { itemsOf, wordingOf } from '../domain/instrument/form.ts';
import type { Instrument } from '../domain/instrument/instrument.ts';
import type { Sheet } from '../domain/sheet.ts';

/** Spreadsheets take text for UTF-8 only when it begins so. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A sheet for a spreadsheet: one row for each item, in the order it was asked. “Not sure” has its label and no
 * number; no answer has neither. `organization` stands in the wording where the sheet names none.
 * Text that a spreadsheet would run as a formula is defused.
 */
export function sheetCsv(instrument: Instrument, sheet: Sheet, organization: string): string {
	const { options, notSure } = instrument.scale;
	const labels = new Map<number | null | undefined, string>([
		...options.map(({ value, label }): [number, string] => [value, label]),
		[null, notSure]
	]);
	const rows = itemsOf(instrument, sheet.form).map((item) => {
		const answer = sheet.answers[item.id];
		return {
			item: item.id,
			dimension: item.dimension,
			wording: wordingOf(item, sheet.lens, sheet.organization || organization),
			answer: answer ?? '',
			label: labels.get(answer) ?? ''
		};
	});
	return BYTE_ORDER_MARK + Papa.unparse(rows, { escapeFormulae: true }) + '\r\n';
}

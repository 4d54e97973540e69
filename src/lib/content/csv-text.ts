import Papa from 'papaparse';

/** Spreadsheets take text for UTF-8 only when it begins so. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A table for a spreadsheet. Text that it would run as a formula is defused. */
export function csvText(table: object[] | { fields: string[]; data: unknown[][] }): string {
	return BYTE_ORDER_MARK + Papa.unparse(table, { escapeFormulae: true }) + '\r\n';
}

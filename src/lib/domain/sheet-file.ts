import type { Sheet } from './sheet.ts';

/** The text of a file that holds results, for a person to keep and for any program to read. */
export function sheetFile(sheets: readonly Sheet[]): string {
	return `${JSON.stringify({ format: 'holoscope-sheets', version: 1, sheets }, null, '\t')}\n`;
}

import Papa from 'papaparse';
import { IMPORT_LIMIT } from '../../domain/round/imported-sheet.ts';

/** More columns than the longest survey tool's export of ours; a file of something else stops here. */
export const COLUMNS_LIMIT = 300;

export interface Table {
	headers: string[];
	/** Below the headings, empty ones included, so that they count as in a spreadsheet. */
	rows: string[][];
}
export type TableProblem =
	| { code: 'empty' | 'no-rows' | 'too-many-rows' | 'too-many-columns' }
	/** The row, counted as in a spreadsheet, in which a quotation begins that never ends. */
	| { code: 'quote-open'; row: number };

/** Reads text with commas, semicolons, tabs or bars between cells, whichever it has. */
export function readTable(text: string): { table: Table } | { problem: TableProblem } {
	const content = text.replace(/^\uFEFF/, '').replace(/^\s*\n/, '');
	if (content.trim() === '') return { problem: { code: 'empty' } };

	const { data, errors } = Papa.parse<string[]>(content, {
		delimiter: delimiterOf(content),
		// One more than may be, to notice it without reading on.
		preview: IMPORT_LIMIT + 2
	});
	const open = errors.find(({ code }) => code === 'MissingQuotes');
	if (open) return { problem: { code: 'quote-open', row: (open.row ?? 0) + 1 } };

	const [headers = [], ...rows] = data;
	const last = rows.findLastIndex((cells) => cells.some((cell) => cell.trim() !== ''));
	if (last < 0) return { problem: { code: 'no-rows' } };
	if (last >= IMPORT_LIMIT) return { problem: { code: 'too-many-rows' } };
	if (headers.length > COLUMNS_LIMIT) return { problem: { code: 'too-many-columns' } };
	return {
		table: { headers: headers.map((header) => header.trim()), rows: rows.slice(0, last + 1) }
	};
}

/** Guessed without empty lines, which have no cells to count. */
function delimiterOf(content: string): string {
	const sample = Papa.parse(content, {
		delimitersToGuess: [',', ';', '\t', '|'],
		preview: 10,
		skipEmptyLines: 'greedy'
	});
	return sample.meta.delimiter;
}

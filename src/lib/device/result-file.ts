import type { Instrument } from '../domain/instrument/instrument.ts';
import type { FileProblem, FileProblemReason } from '../domain/read-sheet-file.ts';
import type { Sheet } from '../domain/sheet.ts';

/** Years of results stay far below this; anything larger is another file. */
const LARGEST_BYTES = 2_000_000;

export interface ResultFileProblem {
	/** Where in the file; empty for the file as a whole. */
	path: FileProblem['path'];
	reason: FileProblemReason | 'too-large' | 'unreadable';
}

/** What became of a file that somebody chose. */
export interface ImportReport {
	added: number;
	/** How many results were here already. */
	known: number;
	problems: ResultFileProblem[];
}

/** Reads a file that a person chose. The parser is loaded with the first one. */
export async function readResultFile(
	instrument: Instrument,
	file: File
): Promise<{ sheets: Sheet[]; problems: ResultFileProblem[] }> {
	if (file.size > LARGEST_BYTES) return refused('too-large');
	try {
		const [text, { readSheetFile }] = await Promise.all([file.text(), import('./parsers.ts')]);
		return readSheetFile(instrument, text);
	} catch {
		return refused('unreadable');
	}
}

function refused(reason: ResultFileProblem['reason']) {
	return { sheets: [], problems: [{ path: '', reason }] };
}

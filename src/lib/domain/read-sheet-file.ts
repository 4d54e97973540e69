import type { z } from 'zod';
import type { Instrument } from './instrument/instrument.ts';
import { sheetSchema, type Sheet } from './sheet.ts';

/** Why something in a file cannot be taken. */
export type FileProblemReason =
	| 'not-json'
	| 'no-sheet'
	| 'other-instrument'
	| 'unknown-form'
	| 'unknown-item'
	| 'bad-answer'
	| 'bad-day'
	| 'too-long'
	| 'missing'
	| 'invalid';

export interface FileProblem {
	/** Where in the file, as in `sheets[2].answers.voice-1`; empty for the file as a whole. */
	path: string;
	reason: FileProblemReason;
}

export interface ReadFile {
	sheets: Sheet[];
	problems: FileProblem[];
}

/**
 * Reads a file made by `sheetFile`, one single sheet, or a report's attachment that holds a `sheet`. Each sheet stands by
 * itself: the good ones come back beside what is wrong with the others.
 */
export function readSheetFile(instrument: Instrument, text: string): ReadFile {
	const content = parsed(text);
	if (content === undefined) return { sheets: [], problems: [{ path: '', reason: 'not-json' }] };

	const candidates = candidatesIn(content);
	if (candidates.length === 0) return { sheets: [], problems: [{ path: '', reason: 'no-sheet' }] };
	const results = candidates.map(({ path, value }) => readSheet(instrument, path, value));
	return {
		sheets: results.flatMap(({ sheets }) => sheets),
		problems: results.flatMap(({ problems }) => problems)
	};
}

function parsed(text: string): unknown {
	try {
		// Some editors put a byte order mark in front.
		return JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		return undefined;
	}
}

interface Candidate {
	path: PropertyKey[];
	value: unknown;
}

function candidatesIn(content: unknown): Candidate[] {
	if (typeof content !== 'object' || content === null) return [];
	if ('sheets' in content && Array.isArray(content.sheets)) {
		return content.sheets.map((value, index) => ({ path: ['sheets', index], value }));
	}
	if ('sheet' in content) return [{ path: ['sheet'], value: content.sheet }];
	return 'answers' in content ? [{ path: [], value: content }] : [];
}

function readSheet(instrument: Instrument, path: PropertyKey[], value: unknown): ReadFile {
	const { success, data, error } = sheetSchema(instrument).safeParse(value, {
		reportInput: true
	});
	if (success) return { sheets: [data], problems: [] };
	return {
		sheets: [],
		problems: error.issues.flatMap((issue) =>
			pathsOf(issue).map((inner) => ({
				path: dotPath([...path, ...inner]),
				reason: reasonFor(issue)
			}))
		)
	};
}

type Issue = z.core.$ZodIssue;

/** An unknown key is told where it stands, not where its parent does. */
function pathsOf(issue: Issue): PropertyKey[][] {
	if (issue.code !== 'unrecognized_keys') return [issue.path];
	return issue.keys.map((key) => [...issue.path, key]);
}

function reasonFor(issue: Issue): FileProblemReason {
	const field = issue.path[0];
	if (issue.code === 'unrecognized_keys') return 'unknown-item';
	if (field === 'instrument' || field === 'edition') return 'other-instrument';
	if (field === 'form') return 'unknown-form';
	if (field === 'day') return 'bad-day';
	if (field === 'answers' && issue.path.length > 1) return 'bad-answer';
	if (issue.code === 'too_big') return 'too-long';
	if ('input' in issue && issue.input === undefined) return 'missing';
	return 'invalid';
}

function dotPath(path: readonly PropertyKey[]): string {
	return path.reduce<string>((text, part) => {
		if (typeof part === 'number') return `${text}[${part}]`;
		return text === '' ? String(part) : `${text}.${String(part)}`;
	}, '');
}

import { decodeText } from '$lib/domain/import/decode-text';
import { FILE_LIMIT, FILE_LIMIT_MB } from '$lib/domain/import/file-limit';
import { IMPORT_LIMIT } from '$lib/domain/round/imported-sheet';
import * as m from '$lib/paraglide/messages';
import {
	COLUMNS_LIMIT,
	readTable,
	type Table,
	type TableProblem
} from '$lib/server/import/read-table';

/** The file of a request, and what is wrong with it. */
export interface ReadFile {
	name: string;
	text: string;
	isLatin: boolean;
	/** Null as long as there is a problem. */
	table: Table | null;
	problem: { status: number; text: string } | null;
}

/** What surrounds the text in a request: names of teams, the columns' meanings. */
const SURROUNDINGS = 1_000_000;

/** Whether a request says of itself that it is too large, before anything of it is kept. */
export function isTooLarge(request: Request): boolean {
	return Number(request.headers.get('content-length')) > FILE_LIMIT + SURROUNDINGS;
}

export const tooLarge = () => ({
	status: 413,
	text: m.import_too_large({ megabytes: FILE_LIMIT_MB })
});

/** Reads a chosen file, or else the text that is in the form already. */
export async function readFile(data: FormData): Promise<ReadFile> {
	const chosen = data.get('file');
	const file = chosen instanceof File && chosen.size > 0 ? chosen : null;
	const typed = String(data.get('text') ?? '');
	const read: ReadFile = {
		name: file?.name || String(data.get('name') ?? ''),
		text: typed,
		isLatin: data.get('isLatin') === 'yes',
		table: null,
		problem: null
	};
	if ((file?.size ?? typed.length) > FILE_LIMIT) return { ...read, problem: tooLarge() };
	if (file) {
		const decoded = decodeText(new Uint8Array(await file.arrayBuffer()));
		if (decoded.problem) return { ...read, problem: { status: 415, text: m.import_not_text() } };
		read.text = decoded.text;
		read.isLatin = decoded.encoding === 'windows-1252';
	}
	const parsed = readTable(read.text);
	if ('table' in parsed) return { ...read, table: parsed.table };
	return {
		...read,
		problem: { status: statusOf(parsed.problem), text: tableWords(parsed.problem) }
	};
}

function statusOf({ code }: TableProblem): number {
	return code.startsWith('too-many') ? 413 : 422;
}

function tableWords(problem: TableProblem): string {
	const words = {
		empty: m.import_empty,
		'no-rows': m.import_no_rows,
		'too-many-rows': () => m.import_too_many_rows({ limit: IMPORT_LIMIT }),
		'too-many-columns': () => m.import_too_many_columns({ limit: COLUMNS_LIMIT }),
		'quote-open': () => m.import_quote_open({ row: 'row' in problem ? problem.row : 0 })
	};
	return words[problem.code]();
}

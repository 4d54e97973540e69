/** What is written of an error: where it came from, and nothing of what was being read or saved. */
export interface ToldError {
	type: string;
	message: string;
	stack: string;
	code?: string | number;
	/** Of the database, where it has rules with names. */
	table?: string;
	constraint?: string;
	errcode?: number;
	cause?: ToldError;
}

/**
 * Databases and drivers hang on errors what went wrong with which values: PostgreSQL quotes the whole row in `detail`, an
 * answer among them. Only what is listed here is written.
 */
export function toldError(error: unknown, depth = 0): ToldError {
	if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
	const { code, errcode, table, constraint, cause } = error as Partial<Record<string, unknown>> &
		Error;
	const isShort = typeof code === 'string' || typeof code === 'number';
	return {
		type: error.name,
		message: withoutQuotes(error),
		stack: (error.stack ?? '').split('\n').filter(isPlace).join('\n'),
		...(isShort && { code }),
		...(typeof table === 'string' && { table }),
		...(typeof constraint === 'string' && { constraint }),
		...(typeof errcode === 'number' && { errcode }),
		...(cause instanceof Error && depth < 3 && { cause: toldError(cause, depth + 1) })
	};
}

/** The words around it say what is wrong; what they quote, somebody may have written. */
function withoutQuotes({ message }: Error): string {
	return message.split('\n', 1)[0]!.replace(/"[^"]*"?|“[^”]*”?|'[^']*'/g, '"…"');
}

function isPlace(line: string): boolean {
	return /^\s+at /.test(line);
}

/** Why the database could not do its work, when that is not our mistake. */
export const storageProblems = [
	'storage-unavailable',
	'storage-locked',
	'storage-full',
	'storage-read-only'
] as const;
export type StorageProblem = (typeof storageProblems)[number];

/** SQLite's primary result codes. */
const sqliteCodes: Record<number, StorageProblem> = {
	5: 'storage-locked',
	6: 'storage-locked',
	8: 'storage-read-only',
	10: 'storage-unavailable',
	11: 'storage-unavailable',
	13: 'storage-full',
	14: 'storage-unavailable',
	26: 'storage-unavailable'
};

/** The operating system's codes, and PostgreSQL's states of five characters. */
const codes: Record<string, StorageProblem> = {
	ENOSPC: 'storage-full',
	EDQUOT: 'storage-full',
	EROFS: 'storage-read-only',
	EACCES: 'storage-read-only',
	EPERM: 'storage-read-only',
	ECONNREFUSED: 'storage-unavailable',
	ECONNRESET: 'storage-unavailable',
	EPIPE: 'storage-unavailable',
	ETIMEDOUT: 'storage-unavailable',
	EHOSTUNREACH: 'storage-unavailable',
	EHOSTDOWN: 'storage-unavailable',
	ENETUNREACH: 'storage-unavailable',
	ENETDOWN: 'storage-unavailable',
	ENOTFOUND: 'storage-unavailable',
	EAI_AGAIN: 'storage-unavailable',
	'25006': 'storage-read-only',
	'53100': 'storage-full',
	'53300': 'storage-unavailable',
	'58030': 'storage-unavailable',
	'55P03': 'storage-locked',
	'57014': 'storage-locked',
	'57P01': 'storage-unavailable',
	'57P02': 'storage-unavailable',
	'57P03': 'storage-unavailable'
};

/** Tells an outage from a bug: the problem that words exist for, or null for any other error. */
export function storageProblemOf(error: unknown): StorageProblem | null {
	if (!(error instanceof Error)) return null;
	const { code, errcode } = error as { code?: unknown; errcode?: unknown };

	if (code === 'ERR_SQLITE_ERROR') return sqliteCodes[Number(errcode) & 0xff] ?? null;
	if (typeof code === 'string' && codes[code]) return codes[code];
	if (typeof code === 'string' && /^08.{3}$/.test(code)) return 'storage-unavailable';
	// The driver for PostgreSQL has no code for these.
	if (/Connection terminated|when trying to connect|not queryable/.test(error.message))
		return 'storage-unavailable';
	return error.cause === undefined ? null : storageProblemOf(error.cause);
}

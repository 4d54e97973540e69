import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { inChunks } from '../database/chunks.ts';
import type { Database } from '../database/database.ts';
import { schemaVersions } from '../database/migrations/index.ts';
import { TABLES, type Writer } from '../database/schema.ts';
import { headSchema, lineSchema } from './format.ts';

export type RestoreRefusal = 'not-empty' | 'not-a-backup' | 'backup-newer' | 'backup-damaged';

export type Restored = { refusal: RestoreRefusal } | { refusal: null; count: number };

/**
 * Puts all rows of a backup back, or none. Refuses where rounds are kept already, unless they are to be
 * replaced. A backup of an earlier version fits as long as later ones only added to the tables.
 */
export async function restoreBackup(
	db: Database,
	file: string,
	{ isReplacing = false } = {}
): Promise<Restored> {
	try {
		const count = await db.write(async (writer) => {
			const isEmpty = !(await writer.selectFrom('rounds').select('id').executeTakeFirst());
			if (!isEmpty && !isReplacing) throw new Refused('not-empty');
			for (const table of [...TABLES].reverse()) await writer.deleteFrom(table).execute();
			return putBack(writer, file);
		});
		return { refusal: null, count };
	} catch (error) {
		if (error instanceof Refused) return { refusal: error.refusal };
		if (isBrokenRule(error)) return { refusal: 'backup-damaged' };
		throw error;
	}
}

/** Thrown out of a write, so that nothing of it stays. */
class Refused extends Error {
	readonly refusal: RestoreRefusal;

	constructor(refusal: RestoreRefusal) {
		super(refusal);
		this.refusal = refusal;
	}
}

/** Rows that do not belong together: SQLite's code for constraints, and PostgreSQL's class of them. */
function isBrokenRule(error: unknown): boolean {
	const { code, errcode } = error as { code?: unknown; errcode?: unknown };
	if (code === 'ERR_SQLITE_ERROR') return (Number(errcode) & 0xff) === 19;
	return typeof code === 'string' && /^23.{3}$/.test(code);
}

async function putBack(writer: Writer, file: string): Promise<number> {
	let count = 0;
	let isAtHead = true;
	let promised: number | null = null;

	for await (const text of linesOf(file)) {
		if (isAtHead) {
			checkHead(text);
			isAtHead = false;
			continue;
		}
		const line = lineSchema.safeParse(parsed(text));
		if (!line.success || promised !== null) throw new Refused('backup-damaged');
		if ('end' in line.data) promised = line.data.count;
		else count += await insert(writer, line.data);
	}
	if (isAtHead) throw new Refused('not-a-backup');
	if (promised !== count) throw new Refused('backup-damaged');
	return count;
}

async function insert(
	writer: Writer,
	{ table, rows }: { table: (typeof TABLES)[number]; rows: object[] }
): Promise<number> {
	for (const chunk of inChunks(rows)) {
		await writer
			.insertInto(table)
			.values(chunk as never)
			.execute();
	}
	return rows.length;
}

function checkHead(text: string): void {
	const head = headSchema.safeParse(parsed(text));
	if (!head.success) throw new Refused('not-a-backup');
	if (!schemaVersions.includes(head.data.schema)) throw new Refused('backup-newer');
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** The lines of a compressed file; one that cannot be decompressed to its end is no whole backup. */
async function* linesOf(file: string): AsyncGenerator<string> {
	const source = createReadStream(file);
	const unzipped = pipeline(source, createGunzip(), () => {});
	let hasBegun = false;
	try {
		for await (const line of createInterface({ input: unzipped })) {
			hasBegun = true;
			yield line;
		}
	} catch (error) {
		const { code } = error as { code?: string };
		if (!code?.startsWith('Z_')) throw error;
		throw new Refused(hasBegun ? 'backup-damaged' : 'not-a-backup');
	}
}

import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sql, type SelectQueryBuilder } from 'kysely';
import type { Database } from '../database/database.ts';
import { schemaVersions } from '../database/migrations/index.ts';
import { TABLES, type Reader } from '../database/schema.ts';
import { keys, type Head, type Line } from './format.ts';

const ROWS_AT_ONCE = 500;
/** For its owner alone: it holds answers. */
const PRIVATE = 0o600;

/** Writes all rows as they are at one moment to a new file, complete and on disk, or not at all. Gives back how many. */
export async function writeBackup(db: Database, file: string, day: string): Promise<number> {
	const part = `${file}.part`;
	await mkdir(dirname(file), { recursive: true });
	try {
		const count = await db.snapshot(async (reader) => {
			const lines = linesOf(reader, day);
			const counted = { rows: 0 };
			await pipeline(
				Readable.from(asText(lines, counted)),
				createGzip(),
				createWriteStream(part, { mode: PRIVATE, flush: true })
			);
			return counted.rows;
		});
		await rename(part, file);
		await flushFolder(dirname(file));
		return count;
	} catch (error) {
		await rm(part, { force: true });
		throw error;
	}
}

async function* asText(lines: AsyncIterable<Head | Line>, counted: { rows: number }) {
	for await (const line of lines) {
		if ('end' in line) counted.rows = line.count;
		yield `${JSON.stringify(line)}\n`;
	}
}

async function* linesOf(reader: Reader, day: string): AsyncGenerator<Head | Line> {
	yield { format: 'holoscope-backup', version: 1, schema: schemaVersions.at(-1)!, day };
	let count = 0;
	for (const table of TABLES) {
		for await (const rows of pagesOf(reader, table)) {
			count += rows.length;
			yield { table, rows };
		}
	}
	yield { end: true, count };
}

type Row = Record<string, string | number | null>;

/** The table's rows in the order of its key, some at a time: each page begins after the last key of the one before. */
async function* pagesOf(reader: Reader, table: (typeof TABLES)[number]): AsyncGenerator<Row[]> {
	let last: Row | undefined;
	do {
		const rows: Row[] = await pageAfter(reader, table, last);
		if (rows.length > 0) yield rows;
		last = rows.length === ROWS_AT_ONCE ? rows.at(-1) : undefined;
	} while (last);
}

function pageAfter(reader: Reader, table: (typeof TABLES)[number], last: Row | undefined) {
	const key: readonly string[] = keys[table];
	// Which table it is, is known when it runs; that every table has these columns, `keys` checks.
	let query = reader.selectFrom(table) as unknown as SelectQueryBuilder<
		Record<string, Row>,
		string,
		object
	>;
	if (last) {
		const columns = sql.join(key.map((column) => sql.ref(column)));
		const values = sql.join(key.map((column) => last[column]));
		query = query.where(sql<boolean>`(${columns}) > (${values})`);
	}
	for (const column of key) query = query.orderBy(column);
	return query.selectAll().limit(ROWS_AT_ONCE).execute() as Promise<Row[]>;
}

/** A new name is on disk once its folder is. */
async function flushFolder(folder: string): Promise<void> {
	const handle = await open(folder);
	await handle.sync().finally(() => handle.close());
}

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, sql } from 'kysely';
import { snapshotOf, type Database } from './database.ts';
import { beginOn, GroupCommit } from './group-commit.ts';
import { migrate } from './migrations/index.ts';
import { NodeSqliteDialect } from './node-sqlite-dialect.ts';
import type { Tables } from './schema.ts';
import { storageProblemOf } from './storage-problem.ts';

const IN_MEMORY = ':memory:';
/** SQLite waits on the thread that serves everyone, so it waits briefly, and we wait between attempts. */
const BUSY_MS = 50;
const LOCKED_MS = 5_000;

interface Options {
	/** 1 commits each write by itself. */
	writesPerCommit?: number;
	/** How long to wait for another process that is writing. */
	lockedMs?: number;
	/** The most pages the file may have, as a small disk would. */
	maxPages?: number;
}

/** Opens the file (a path, or a `file:` address with SQLite's own options), or a database in memory, and brings its tables up to date. */
export async function openSqlite(
	file: string,
	{ writesPerCommit = 256, lockedMs = LOCKED_MS, maxPages }: Options = {}
): Promise<Database> {
	const isPath = file !== IN_MEMORY && !file.startsWith('file:');
	if (isPath) mkdirSync(dirname(file), { recursive: true });
	const { connection, db } = await patiently(() => prepared(file, maxPages), lockedMs);

	const begin = () => patiently(() => beginOn(db), lockedMs);
	const writer = new GroupCommit({ limit: writesPerCommit, begin });
	const read = file === IN_MEMORY ? db : readerOf(file);
	return {
		read,
		snapshot: (look) => snapshotOf(read, look),
		write: (work) => writer.write(work),
		// The value that it has; SQLite writes the page anyway.
		tryWriting: () =>
			writer.write(async (to) => void (await sql`pragma user_version = 0`.execute(to))),
		async scrub() {
			await writer.settled();
			connection.exec('pragma wal_checkpoint(truncate)');
		},
		async close() {
			await writer.settled();
			if (read !== db) await read.destroy();
			await db.destroy();
			if (connection.isOpen) connection.close();
		}
	};
}

/** A connection that writes, with its tables up to date. */
async function prepared(file: string, maxPages: number | undefined) {
	const connection = connect(file);
	try {
		connection.exec('pragma journal_mode = wal; pragma synchronous = full');
		if (maxPages) connection.exec(`pragma max_page_count = ${maxPages}`);
		const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(connection) });
		await migrate(db);
		return { connection, db };
	} catch (error) {
		connection.close();
		throw error;
	}
}

function connect(file: string): DatabaseSync {
	const connection = new DatabaseSync(file, {
		timeout: BUSY_MS,
		enableForeignKeyConstraints: true,
		defensive: true
	});
	// Deleted answers are overwritten with zeros, not just forgotten.
	connection.exec('pragma secure_delete = on');
	return connection;
}

/** A connection of its own, so that nobody who reads waits for a writer. */
function readerOf(file: string): Kysely<Tables> {
	const connection = connect(file);
	connection.exec('pragma query_only = on');
	return new Kysely<Tables>({ dialect: new NodeSqliteDialect(connection) });
}

/** Tries again while another process writes, as two do that start on a new file together. */
async function patiently<T>(attempt: () => Promise<T>, patienceMs: number): Promise<T> {
	const giveUpAt = performance.now() + patienceMs;
	for (;;) {
		try {
			return await attempt();
		} catch (error) {
			if (storageProblemOf(error) !== 'storage-locked' || performance.now() > giveUpAt) throw error;
			await wait(BUSY_MS);
		}
	}
}

import { Kysely, PostgresDialect, sql, type Dialect } from 'kysely';
import pg from 'pg';
import { snapshotOf, type Database, type Work } from './database.ts';
import { migrate } from './migrations/index.ts';
import type { Tables } from './schema.ts';
import { storageProblemOf } from './storage-problem.ts';
import { watchedPool, whoWorks } from './watched-pool.ts';

/** Who only looks does not wait behind those who wait for the disk, so each kind has connections of its own. */
const WRITING = 10;
const READING = 4;
const ATTEMPTS = 5;
/** Whatever the server's own settings: acknowledged is on disk, and nobody waits forever. */
const SESSION = {
	synchronous_commit: 'on',
	lock_timeout: '5s',
	statement_timeout: '60s',
	// Our transactions never pause, so one that does has lost its process, and holds up a room.
	idle_in_transaction_session_timeout: '10s'
};
/** Two transactions in each other's way; PostgreSQL undid ours, and the same again will do. */
const COLLISIONS = ['40001', '40P01'];
/** The state of PostgreSQL for a lack of privileges. */
const NOT_THE_OWNER = '42501';
const TABLES_ARE_OLD =
	'The tables are not those of this version, and this role may not change them. Run `npm run migrate` with the role that owns them.';

/** What people wrote, and the index each table is put in order by. */
const KEYS = {
	sheets: 'sheets_pkey',
	answers: 'answers_key',
	comments: 'comments_pkey',
	participants: 'participants_pkey',
	votes: 'votes_key',
	dots: 'dots_pkey',
	texts: 'texts_pkey',
	weights: 'weights_pkey',
	closings: 'closings_pkey'
};

/** Opens a PostgreSQL database by its address, as in postgres://user@host/name. */
export async function openPostgres(url: string): Promise<Database> {
	return openWith(dialectOf(url, WRITING), dialectOf(url, READING));
}

function dialectOf(url: string, connections: number): Dialect {
	const pool = new pg.Pool({
		connectionString: url,
		max: connections,
		connectionTimeoutMillis: 5_000,
		options: Object.entries(SESSION)
			.map(([name, value]) => `-c ${name}=${value}`)
			.join(' ')
	});
	// A broken connection fails the query that is using it and is replaced; unheard, it would end the process.
	pool.on('error', () => {});
	pool.on('connect', (client) => client.on('error', () => {}));
	const askWhoWorks = () => whoWorks(url);
	return new PostgresDialect({ pool: watchedPool(pool, { askWhoWorks }) });
}

/** The same on any dialect of PostgreSQL. Each write has its own transaction: the server groups commits itself. */
export async function openWith(dialect: Dialect, forReading?: Dialect): Promise<Database> {
	const db = new Kysely<Tables>({ dialect });
	try {
		await migrate(db);
	} catch (error) {
		await db.destroy();
		throw mayNot(error) ? new Error(TABLES_ARE_OLD, { cause: error }) : error;
	}
	const read = forReading ? new Kysely<Tables>({ dialect: forReading }) : db;
	return {
		read,
		snapshot: (look) => snapshotOf(read, look),
		write: (work) => writeWith(db, work),
		// A replica refuses to lock for writing; a number for the transaction makes its commit wait for the disk.
		tryWriting: () =>
			writeWith(db, async (writer) => {
				await sql`lock table rounds in row exclusive mode`.execute(writer);
				await sql`select pg_current_xact_id()`.execute(writer);
			}),
		scrub: () => scrub(db),
		async close() {
			await db.destroy();
			if (read !== db) await read.destroy();
		}
	};
}

async function writeWith<T>(db: Kysely<Tables>, work: Work<T>): Promise<T> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await db.transaction().execute(work);
		} catch (error) {
			const { code } = error as { code?: string };
			if (attempt === ATTEMPTS || !code || !COLLISIONS.includes(code)) throw error;
		}
	}
}

/** Writes the tables anew in the order of their random keys: without deleted rows, and without the order of writing. */
async function scrub(db: Kysely<Tables>): Promise<void> {
	for (const [table, key] of Object.entries(KEYS)) {
		try {
			await cluster(db, table, key);
		} catch (error) {
			// Busy just now; the next time does both.
			if (storageProblemOf(error) !== 'storage-locked') throw error;
		}
	}
}

/** Only a table's owner may; a role with fewer rights asks the function that the owner has left for it. */
async function cluster(db: Kysely<Tables>, table: string, key: string): Promise<void> {
	try {
		await sql`cluster ${sql.table(table)} using ${sql.ref(key)}`.execute(db);
	} catch (error) {
		if (!mayNot(error)) throw error;
		await sql`select holoscope_scrub(${table}, ${key})`.execute(db);
	}
}

function mayNot(error: unknown): boolean {
	return (error as { code?: string }).code === NOT_THE_OWNER;
}

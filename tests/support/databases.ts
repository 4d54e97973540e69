import { randomBytes } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { PGliteDialect } from 'kysely';
import pg from 'pg';
import type { Database } from '$lib/server/database/database';
import { openPostgres, openWith } from '$lib/server/database/postgres';
import { TABLES } from '$lib/server/database/schema';
import { openSqlite } from '$lib/server/database/sqlite';

/** One kind of database that the same facts must hold for. */
export interface Kind {
	name: string;
	open(): Promise<Database>;
}

const sqlite: Kind = { name: 'SQLite', open: () => openSqlite(':memory:') };

const pglite: Kind = {
	name: 'PGlite',
	open: () => openWith(new PGliteDialect({ pglite: new PGlite() }))
};

/** A server that somebody started; each opening gets a database of its own there, gone after closing. */
const server = (url: string): Kind => ({ name: 'PostgreSQL', open: () => openOnServer(url) });

/** What `TEST_DATABASE=postgres://…` names, and otherwise the two that need no server. */
export const kinds: Kind[] = process.env.TEST_DATABASE
	? [server(process.env.TEST_DATABASE)]
	: [sqlite, pglite];

/** Starting PGlite takes a second: tests of one file share a database and empty it between them. */
export async function empty(database: Database): Promise<void> {
	await database.write(async (writer) => {
		for (const table of [...TABLES].reverse()) await writer.deleteFrom(table).execute();
	});
}

async function openOnServer(url: string): Promise<Database> {
	const name = `holoscope_${randomBytes(6).toString('hex')}`;
	await administer(url, `create database ${name}`);
	const address = new URL(url);
	address.pathname = `/${name}`;
	const database = await openPostgres(address.href);
	return {
		...database,
		async close() {
			await database.close();
			await administer(url, `drop database ${name} with (force)`);
		}
	};
}

async function administer(url: string, statement: string): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	await client.query(statement).finally(() => client.end());
}

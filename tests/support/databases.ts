import { PGlite } from '@electric-sql/pglite';
import { PGliteDialect } from 'kysely';
import type { Database } from '$lib/server/database/database';
import { openPostgres, openWith } from '$lib/server/database/postgres';
import { TABLES } from '$lib/server/database/schema';
import { openSqlite } from '$lib/server/database/sqlite';
import { databaseWithRoles } from './postgres-roles';

export type Role = 'app' | 'owner';

/** One kind of database that the same facts must hold for. */
export interface Kind {
	name: string;
	/** With the rights that serving takes, or those of whoever makes the tables. */
	open(role?: Role): Promise<Database>;
}

const sqlite: Kind = { name: 'SQLite', open: () => openSqlite(':memory:') };

const pglite: Kind = {
	name: 'PGlite',
	open: () => openWith(new PGliteDialect({ pglite: new PGlite() }))
};

/** A server that somebody started; each opening gets a database of its own there, gone after closing. */
const server = (url: string): Kind => ({
	name: 'PostgreSQL',
	open: (role = 'app') => openOnServer(url, role)
});

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

async function openOnServer(url: string, role: Role): Promise<Database> {
	const { drop, ...addresses } = await databaseWithRoles(url);
	const database = await openPostgres(addresses[role]);
	return {
		...database,
		async close() {
			await database.close();
			await drop();
		}
	};
}

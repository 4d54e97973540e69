import { sql, type Kysely, type Transaction } from 'kysely';
import { DEFAULT_MIGRATION_TABLE, Migrator, type Migration } from 'kysely/migration';
import * as rounds from './001-rounds.ts';
import * as workshops from './002-workshops.ts';
import * as imports from './003-imports.ts';
import * as texts from './004-texts.ts';
import * as textGroups from './005-text-groups.ts';
import * as brandings from './006-brandings.ts';
import * as acrossTeams from './007-across-teams.ts';

/**
 * In order. One that has been released is never edited; what changes later gets a file of its own, and only adds
 * (decision 114): an older process works on, and starts, beside what a newer one has made.
 */
const migrations: Record<string, Migration> = {
	'001-rounds': rounds,
	'002-workshops': workshops,
	'003-imports': imports,
	'004-texts': texts,
	'005-text-groups': textGroups,
	'006-brandings': brandings,
	'007-across-teams': acrossTeams
};

/** The tables' shape, by the last migration that made it. */
export const schemaVersions = Object.keys(migrations);

/** Brings the tables up to date: all of what is missing, or nothing. */
export async function migrate<T>(
	db: Kysely<T> | Transaction<T>,
	known: Record<string, Migration> = migrations
): Promise<void> {
	// Before the migrator holds the only connection.
	const newer = await newerThan(Object.keys(known).at(-1)!, db);
	const provider = { getMigrations: async () => ({ ...known, ...newer }) };
	const { error } = await new Migrator({ db, provider }).migrateToLatest();
	if (error) throw error;
}

/** What a newer process has done already: nothing is left to do, and nothing is wrong. */
async function newerThan<T>(
	last: string,
	db: Kysely<T> | Transaction<T>
): Promise<Record<string, Migration>> {
	const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
	if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return {};
	const done = sql<{ name: string }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`;
	const { rows } = await done.execute(db);
	const newer = rows.filter(({ name }) => name > last);
	return Object.fromEntries(newer.map(({ name }) => [name, { up: async () => {} }]));
}

import { type Kysely, type Transaction } from 'kysely';
import { Migrator } from 'kysely/migration';
import * as rounds from './001-rounds.ts';
import * as workshops from './002-workshops.ts';
import * as imports from './003-imports.ts';
import * as texts from './004-texts.ts';
import * as textGroups from './005-text-groups.ts';
import * as brandings from './006-brandings.ts';

/** In order. One that has been released is never edited; what changes later gets a file of its own. */
const migrations = {
	'001-rounds': rounds,
	'002-workshops': workshops,
	'003-imports': imports,
	'004-texts': texts,
	'005-text-groups': textGroups,
	'006-brandings': brandings
};

/** The tables' shape, by the last migration that made it. */
export const schemaVersions = Object.keys(migrations);

/** Brings the tables up to date: all of what is missing, or nothing. */
export async function migrate<T>(db: Kysely<T> | Transaction<T>): Promise<void> {
	const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
	const { error } = await migrator.migrateToLatest();
	if (error) throw error;
}

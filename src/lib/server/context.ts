import { openPostgres } from './database/postgres.ts';
import { openSqlite } from './database/sqlite.ts';
import type { Database } from './database/database.ts';
import type { StorageSettings } from './settings.ts';

/** What the use cases need from the outside world. Tests make their own. */
export interface Context {
	db: Database;
	now: () => Date;
	/** Ends after what is being written. */
	close(): Promise<void>;
}

export async function createContext(settings: StorageSettings): Promise<Context> {
	const db = settings.databaseUrl
		? await openPostgres(settings.databaseUrl)
		: await openSqlite(settings.databaseFile);
	return { db, now: () => new Date(), close: () => db.close() };
}

import { openPostgres } from '../lib/server/database/postgres.ts';
import { openSqlite } from '../lib/server/database/sqlite.ts';
import { readSettings } from '../lib/server/settings.ts';

/** Brings the tables up to date, for where the role that serves may not: `npm run migrate`. */
const { databaseUrl, databaseFile } = readSettings(process.env);
const database = databaseUrl ? await openPostgres(databaseUrl) : await openSqlite(databaseFile);
await database.close();
console.log('The tables are up to date.');

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeBackup } from '../lib/server/backup/write-backup.ts';
import { createContext } from '../lib/server/context.ts';
import { readSettings } from '../lib/server/settings.ts';

/** `npm run backup -- [file]`: everything that is kept, in one file, while the app goes on. */
const now = new Date().toISOString();
const settings = readSettings(process.env);
// Beside SQLite's file, on PostgreSQL too: the one place that a container or a service may write to.
const folder = join(dirname(settings.databaseFile), 'backups');
const file =
	process.argv[2] ?? join(folder, `holoscope-${now.slice(0, 16).replace(':', '')}.jsonl.gz`);

if (existsSync(file)) fail(`${file} is there already. Name another file.`);
if (!settings.databaseUrl && !existsSync(settings.databaseFile)) {
	fail(`There is no ${settings.databaseFile}, so there is nothing to back up.`);
}

const context = await createContext(settings);
const rows = await writeBackup(context.db, file, now.slice(0, 10)).finally(() => context.close());
console.log(`Wrote ${rows} rows to ${file}. It holds people's answers: keep it safe.`);

function fail(message: string): never {
	console.error(message);
	process.exit(1);
}

import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { restoreBackup, type RestoreRefusal } from '../lib/server/backup/restore-backup.ts';
import { createContext } from '../lib/server/context.ts';
import { readSettings } from '../lib/server/settings.ts';

/** `npm run restore -- file [--replace]`: puts a backup back, all of it or nothing. */
const words: Record<RestoreRefusal, string> = {
	'not-empty':
		'There are rounds here already. Add --replace to delete them and put the backup in their place.',
	'not-a-backup': 'This file is no backup of Holoscope. Nothing was changed.',
	'backup-newer':
		'This backup was made by a newer Holoscope. Update this one first. Nothing was changed.',
	'backup-damaged': 'This backup is damaged or cut off. Nothing was changed.'
};
const { positionals, values } = parseArgs({
	allowPositionals: true,
	options: { replace: { type: 'boolean', default: false } }
});
const [file] = positionals;
if (!file) fail('Which file? npm run restore -- data/backups/….jsonl.gz');
if (!existsSync(file)) fail(`There is no ${file}.`);

const context = await createContext(readSettings(process.env));
const restored = await restoreBackup(context.db, file, { isReplacing: values.replace }).finally(
	() => context.close()
);
if (restored.refusal !== null) fail(words[restored.refusal]);
console.log(`Put ${restored.count} rows back.`);

function fail(message: string): never {
	console.error(message);
	process.exit(1);
}

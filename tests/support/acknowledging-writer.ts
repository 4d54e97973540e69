/** A program that writes without end and says on its output what has been acknowledged. Run by Node alone. */
import { openSqlite } from '../../src/lib/server/database/sqlite.ts';
import { roundRow } from './rows.ts';

const [file, prefix] = process.argv.slice(2) as [string, string];
const database = await openSqlite(file);

for (let burst = 0; ; burst++) {
	await Promise.all(
		Array.from({ length: 1 + (burst % 7) }, async (_, index) => {
			const id = `${prefix}-${burst}-${index}`;
			await database.write((writer) => writer.insertInto('rounds').values(roundRow(id)).execute());
			process.stdout.write(`${id}\n`);
		})
	);
}

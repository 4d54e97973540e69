import { sql } from 'kysely';
import pg from 'pg';
import { expect, test } from 'vitest';
import { openPostgres } from '$lib/server/database/postgres';
import { storageProblemOf } from '$lib/server/database/storage-problem';
import { kinds } from '../../../support/databases';
import { roundRow } from '../../../support/rows';

const problemOf = (work: Promise<unknown>) => work.then(() => 'none', storageProblemOf);

test('says that storage is unavailable when no server answers', async () => {
	expect(await problemOf(openPostgres('postgres://app@127.0.0.1:1/holoscope'))).toBe(
		'storage-unavailable'
	);
});

test.runIf(process.env.TEST_DATABASE)(
	'goes on by itself after the server cut every connection, and lost nothing acknowledged',
	async () => {
		const database = await kinds[0]!.open();
		const insert = (id: string) =>
			database.write((writer) => writer.insertInto('rounds').values(roundRow(id)).execute());
		await insert('before');

		const interrupted = problemOf(
			database.write(async (writer) => {
				await writer.insertInto('rounds').values(roundRow('during')).execute();
				const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(
					writer
				);
				await cutEveryConnectionTo(rows[0]!.name);
				await writer.selectFrom('rounds').select('id').execute();
			})
		);
		expect(await interrupted).toBe('storage-unavailable');
		await insert('after');

		const rows = await database.read.selectFrom('rounds').select('id').orderBy('id').execute();
		expect(rows).toEqual([{ id: 'after' }, { id: 'before' }]);
		await database.close();
	}
);

async function cutEveryConnectionTo(name: string): Promise<void> {
	const client = new pg.Client({ connectionString: process.env.TEST_DATABASE });
	await client.connect();
	await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
		name
	]);
	await client.end();
}

import { readdirSync, readFileSync } from 'node:fs';
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { expect, test } from 'vitest';
import { migrate, schemaVersions } from '$lib/server/database/migrations';
import { onEveryDatabase } from '../../../support/on-every-database';
import { answerAll, openedRound, tokenFor } from '../../../support/rounds';

const folder = 'src/lib/server/database/migrations';
const made: Record<string, Migration> = Object.fromEntries(
	schemaVersions.map((name) => [name, { up: async () => {} }])
);
/** What a version of next year might do. */
const nextYear: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.createTable('next_year')
			.ifNotExists()
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.execute();
		await sql`alter table rounds add column mood text`.execute(db);
		await sql`alter table sheets add column weight integer not null default 1`.execute(db);
	}
};

onEveryDatabase(
	'an older process',
	(context) => {
		test('works on after a newer one has changed the tables, and can start again', async () => {
			const { db } = context();
			const round = await openedRound(context());
			await answerAll(context(), tokenFor(round, 'member'));

			await db.write((writer) => migrate(writer, { ...made, '999-next-year': nextYear }));
			await answerAll(context(), tokenFor(round, 'member'));
			await openedRound(context());
			await db.write((writer) => migrate(writer));

			const sheets = await db.read.selectFrom('sheets').select('finished').execute();
			expect(sheets).toEqual([{ finished: 1 }, { finished: 1 }]);
		});
	},
	'owner'
);

test('migrations only add, so that processes of two versions can serve side by side', () => {
	const files = readdirSync(folder).filter((name) => /^\d/.test(name));
	expect(files).toHaveLength(schemaVersions.length);
	for (const name of files) {
		const text = readFileSync(`${folder}/${name}`, 'utf8');
		expect(text, name).not.toMatch(/drop(Table|Column|Index|Constraint|View)|rename|alterColumn/);
		expect(text, name).not.toMatch(/\b(drop|rename|truncate)\b.*`/i);
	}
});

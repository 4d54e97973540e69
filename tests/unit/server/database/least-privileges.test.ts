import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Database } from '$lib/server/database/database';
import { openPostgres } from '$lib/server/database/postgres';
import { closeRound } from '$lib/server/use-cases/close-round';
import { createTestContext } from '../../../support/context';
import { databaseWithRoles, type DatabaseWithRoles } from '../../../support/postgres-roles';
import { answerAll, openedRound, tokenFor } from '../../../support/rounds';

const url = process.env.TEST_DATABASE;
const REFUSED = '42501';

// All other tests of storage on a PostgreSQL server run with this role too.
describe.runIf(url)('a role that may only read and write rows', () => {
	let place: DatabaseWithRoles;
	let db: Database;
	beforeAll(async () => {
		place = await databaseWithRoles(url!);
		db = await openPostgres(place.app);
	}, 60_000);
	afterAll(async () => {
		await db.close();
		await place.drop();
	});

	test('serves a round from its first answer to its results', async () => {
		const context = await createTestContext(db);
		const round = await openedRound(context);
		for (let person = 0; person < 5; person++) await answerAll(context, tokenFor(round, 'member'));

		expect(await closeRound(context, round.organizer)).toBeNull();
		expect(await db.read.selectFrom('publications').select('position').execute()).toHaveLength(1);
	}, 60_000);

	test.each([
		'drop table answers',
		'alter table answers add column name text',
		'truncate links',
		'create table mine (id text)',
		'create temporary table mine (id text)',
		'create schema mine',
		'create function mine() returns int language sql as $$ select 1 $$',
		'create trigger t before insert on answers for each row execute function suppress_redundant_updates_trigger()',
		'create role mine',
		'alter role holoscope_app superuser',
		'set role holoscope_owner',
		'drop function holoscope_scrub'
	])('changes nothing but rows: %s', async (statement) => {
		await expect(db.write((writer) => sql.raw(statement).execute(writer))).rejects.toMatchObject({
			code: REFUSED
		});
	});

	test.each([
		'select rolpassword from pg_authid',
		'select passwd from pg_shadow',
		"select pg_read_file('postgresql.conf')",
		"select pg_ls_dir('.')",
		"copy answers to '/tmp/answers'",
		"copy answers to program 'cat'",
		'select subconninfo from pg_subscription',
		'select pg_reload_conf()'
	])('sees nothing of the server: %s', async (statement) => {
		await expect(db.write((writer) => sql.raw(statement).execute(writer))).rejects.toMatchObject({
			code: REFUSED
		});
	});

	test('is told in words when the tables are not its version’s, and who may change that', async () => {
		const empty = await databaseWithRoles(url!, { isEmpty: true });
		onTestFinished(() => empty.drop());

		await expect(openPostgres(empty.app)).rejects.toThrow(/npm run migrate/);
		await (await openPostgres(empty.owner)).close();
		await (await openPostgres(empty.app)).close();
	});

	test('is one of two that come in: other roles of the server do not', async () => {
		const may = sql<{ may: boolean }>`
			select has_database_privilege('pg_monitor', current_database(), 'connect') as may
		`;
		const { rows } = await db.write((writer) => may.execute(writer));

		expect(rows).toEqual([{ may: false }]);
	});
});

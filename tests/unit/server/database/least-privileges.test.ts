import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openPostgres } from '$lib/server/database/postgres';
import { closeRound } from '$lib/server/use-cases/close-round';
import { createTestContext } from '../../../support/context';
import { answerAll, openedRound, tokenFor } from '../../../support/rounds';

const url = process.env.TEST_DATABASE;

describe.runIf(url)('a role that may only read and write rows', () => {
	test('serves a round from its first answer to its results, and changes no table', async () => {
		const { owner, app } = await databaseWithRoles();
		await (await openPostgres(owner)).close();
		const db = await openPostgres(app);
		onTestFinished(() => db.close());

		const context = await createTestContext(db);
		const round = await openedRound(context);
		for (let person = 0; person < 5; person++) await answerAll(context, tokenFor(round, 'member'));
		expect(await closeRound(context, round.organizer)).toBeNull();
		expect(await db.read.selectFrom('publications').select('position').execute()).toHaveLength(1);

		for (const statement of ['drop table answers', 'create table mine (id text)', 'truncate links'])
			await expect(
				db.write((writer) => sql.raw(statement).execute(writer)),
				statement
			).rejects.toMatchObject({ code: '42501' });
	}, 60_000);
});

async function databaseWithRoles() {
	const name = `holoscope_${randomBytes(6).toString('hex')}`;
	const address = new URL(url!);
	await run(address.href, `create database ${name}`);
	onTestFinished(() => run(url!, `drop database ${name} with (force)`));
	address.pathname = `/${name}`;
	await run(address.href, readFileSync('.config/postgres-roles.sql', 'utf8'));
	const as = (role: string) => Object.assign(new URL(address.href), { username: role }).href;
	return { owner: as('holoscope_owner'), app: as('holoscope_app') };
}

async function run(at: string, statements: string): Promise<void> {
	const client = new pg.Client({ connectionString: at });
	await client.connect();
	await client.query(statements).finally(() => client.end());
}

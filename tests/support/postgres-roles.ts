import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { openPostgres } from '$lib/server/database/postgres';

/** A database of its own on somebody's server, set up as for who wants two roles. */
export interface DatabaseWithRoles {
	/** The address for each role. */
	owner: string;
	app: string;
	drop(): Promise<void>;
}

/** Makes one, with the tables that its owner makes, or without. */
export async function databaseWithRoles(
	server: string,
	{ isEmpty = false } = {}
): Promise<DatabaseWithRoles> {
	const name = `holoscope_${randomBytes(6).toString('hex')}`;
	await run(server, `create database ${name}`);
	const address = new URL(server);
	address.pathname = `/${name}`;
	await run(address.href, readFileSync('.config/postgres-roles.sql', 'utf8'));
	const as = (role: string) => Object.assign(new URL(address.href), { username: role }).href;
	const owner = as('holoscope_owner');
	if (!isEmpty) await (await openPostgres(owner)).close();
	return {
		owner,
		app: as('holoscope_app'),
		drop: () => run(server, `drop database ${name} with (force)`)
	};
}

async function run(at: string, statements: string): Promise<void> {
	const client = new pg.Client({ connectionString: at });
	await client.connect();
	await client.query(statements).finally(() => client.end());
}

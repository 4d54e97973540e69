/**
 * Runs a command beside a PostgreSQL server of its own and takes both away afterwards:
 * `node tests/support/with-postgres.ts npx vitest run`. The command finds the address in TEST_DATABASE.
 */
import { spawnSync } from 'node:child_process';
import { startPostgres } from './postgres-server.ts';

const postgres = await startPostgres().catch(({ message }: Error) => {
	console.error(message);
	process.exit(1);
});
const [command, ...parameters] = process.argv.slice(2) as [string, ...string[]];
const { status } = spawnSync(command, parameters, {
	stdio: 'inherit',
	env: { ...process.env, TEST_DATABASE: postgres.url }
});
await postgres.remove();
process.exit(status ?? 1);

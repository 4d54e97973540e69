/**
 * Runs a command beside a PostgreSQL server of its own and takes both away afterwards:
 * `node tests/support/with-postgres.ts npx vitest run`. The command finds the address in TEST_DATABASE.
 */
import { spawnSync, type SpawnSyncOptions } from 'node:child_process';
import { chownSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const programs = process.env.PGBIN ?? globSync('/usr/lib/postgresql/*/bin').sort().at(-1);
if (!programs) {
	console.error('PostgreSQL is not installed. On Debian: apt-get install postgresql');
	process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'holoscope-postgres-'));
const data = join(folder, 'data');
const port = Number(process.env.TEST_POSTGRES_PORT) || (await freePort());
const owner = ownerOfServer();
if (owner) chownSync(folder, owner.uid, owner.gid);

run('initdb', ['-D', data, '-U', 'app', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync']);
const settings = `-k ${folder} -p ${port} -c listen_addresses=127.0.0.1`;
run('pg_ctl', [
	'-D',
	data,
	'-s',
	'-w',
	'-t',
	'30',
	'-l',
	join(folder, 'log'),
	'-o',
	settings,
	'start'
]);

const [command, ...parameters] = process.argv.slice(2) as [string, ...string[]];
const { status } = spawnSync(command, parameters, {
	stdio: 'inherit',
	env: { ...process.env, TEST_DATABASE: `postgres://app@127.0.0.1:${port}/postgres` }
});

run('pg_ctl', ['-D', data, '-s', '-m', 'immediate', 'stop']);
rmSync(folder, { recursive: true });
process.exit(status ?? 1);

function run(program: string, parameters: string[]): void {
	const options: SpawnSyncOptions = {
		cwd: folder,
		stdio: ['ignore', 'ignore', 'inherit'],
		...owner
	};
	if (spawnSync(join(programs!, program), parameters, options).status === 0) return;
	console.error(`${program} failed.`);
	process.exit(1);
}

/** PostgreSQL refuses to run as root, so there it runs as its own user. */
function ownerOfServer(): { uid: number; gid: number } | null {
	if (process.getuid?.() !== 0) return null;
	const users = readFileSync('/etc/passwd', 'utf8').split('\n');
	const user = users.find((line) => line.startsWith('postgres:')) ?? 'nobody:x:65534:65534';
	const [, , uid, gid] = user.split(':');
	return { uid: Number(uid), gid: Number(gid) };
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

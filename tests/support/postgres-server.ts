import { spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL server of one's own, empty, that can be stopped as by a power cut and started again. */
export interface PostgresServer {
	url: string;
	start(): Promise<void>;
	stop(): Promise<void>;
	/** Makes a replica the server that is written to. */
	promote(): Promise<void>;
	/** Stops it for good and removes its files. */
	remove(): Promise<void>;
}

/**
 * Makes one in a temporary folder and starts it, empty or as a replica that follows another; throws when PostgreSQL is
 * not installed.
 */
export async function startPostgres(followed?: { url: string }): Promise<PostgresServer> {
	const programs = process.env.PGBIN ?? globSync('/usr/lib/postgresql/*/bin').sort().at(-1);
	if (!programs)
		throw new Error('PostgreSQL is not installed. On Debian: apt-get install postgresql');

	const folder = mkdtempSync(join(tmpdir(), 'holoscope-postgres-'));
	const wanted = followed ? 0 : Number(process.env.TEST_POSTGRES_PORT);
	const port = wanted || (await freePort());
	const owner = ownerOfServer();
	if (owner) chownSync(folder, owner.uid, owner.gid);
	const data = join(folder, 'data');
	const run = (program: string, ...words: string[]) =>
		finished(join(programs, program), ['-D', data, ...words], { cwd: folder, ...owner });

	if (followed) await run('pg_basebackup', '-d', followed.url, '-R', '-c', 'fast', '--no-sync');
	else await run('initdb', '-U', 'app', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync');
	const settings = `-k ${folder} -p ${port} -c listen_addresses=127.0.0.1`;
	const control = (...action: string[]) => run('pg_ctl', '-s', '-w', '-t', '30', ...action);
	let isRunning = false;
	const start = async () => {
		await control('-l', join(folder, 'log'), '-o', settings, 'start');
		isRunning = true;
	};
	const stop = async () => {
		if (isRunning) await control('-m', 'immediate', 'stop');
		isRunning = false;
	};
	await start();
	return {
		url: `postgres://app@127.0.0.1:${port}/postgres`,
		start,
		stop,
		promote: () => control('promote'),
		async remove() {
			await stop();
			rmSync(folder, { recursive: true });
		}
	};
}

async function finished(program: string, parameters: string[], options: SpawnOptions) {
	const child = spawn(program, parameters, { ...options, stdio: ['ignore', 'ignore', 'inherit'] });
	const [status] = await once(child, 'exit');
	if (status !== 0) throw new Error(`${program} failed.`);
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

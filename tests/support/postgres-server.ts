import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chownSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Machine } from './faults/machine.ts';

/** A PostgreSQL server of one's own, empty, that can be stopped as by a power cut and started again. */
export interface PostgresServer {
	url: string;
	start(): Promise<void>;
	stop(): Promise<void>;
	/** Whether its first process lives. */
	readonly isRunning: boolean;
	/** All processes of it, the first one first. */
	readonly processes: number[];
	/** Makes a replica the server that is written to. */
	promote(): Promise<void>;
	/** Stops it for good and removes its files. */
	remove(): Promise<void>;
}

const INITIAL = ['-U', 'app', '-A', 'trust', '-E', 'UTF8', '-k', '--no-locale'];

interface Options {
	/** The server that this one is a replica of. */
	follows?: { url: string };
	/** A small disk on which to make the folder for its files. */
	under?: string;
	/** Where it runs, when that is not here; its `url` is then for this machine and for that one. */
	on?: Machine | null;
	/** Its settings, as in `max_wal_size=32MB`. */
	settings?: readonly string[];
}

/** Makes one and starts it; throws when PostgreSQL is not installed. */
export async function startPostgres({
	follows,
	under,
	on = null,
	settings = []
}: Options = {}): Promise<PostgresServer> {
	const programs = process.env.PGBIN ?? globSync('/usr/lib/postgresql/*/bin').sort().at(-1);
	if (!programs)
		throw new Error('PostgreSQL is not installed. On Debian: apt-get install postgresql');

	const folder = mkdtempSync(join(under ?? tmpdir(), 'holoscope-postgres-'));
	const wanted = follows ? 0 : Number(process.env.TEST_POSTGRES_PORT);
	const port = wanted || (await freePort());
	const owner = ownerOfServer();
	if (owner) chownSync(folder, owner.uid, owner.gid);
	const data = join(folder, 'data');
	const run = (program: string, ...words: string[]) =>
		finished([join(programs, program), '-D', data, ...words], { cwd: folder, owner, on });

	if (follows) await run('pg_basebackup', '-d', follows.url, '-R', '-c', 'fast', '--no-sync');
	else await run('initdb', ...INITIAL, under ? '--wal-segsize=1' : '--no-sync');
	const address = on?.addresses[0] ?? '127.0.0.1';
	if (on) appendFileSync(join(data, 'pg_hba.conf'), `host all all ${address}/16 trust\n`);
	const listen = `listen_addresses=${[...new Set(['127.0.0.1', address])].join()}`;
	const given = [listen, ...settings].map((each) => `-c ${each}`);
	const words = ['-k', folder, '-p', `${port}`, ...given].join(' ');
	const control = (...action: string[]) => run('pg_ctl', '-s', '-w', '-t', '30', ...action);
	const first = () => firstProcess(data);
	const start = () => control('-l', join(folder, 'log'), '-o', words, 'start');
	const stop = async () => {
		if (first()) await control('-m', 'immediate', 'stop');
	};
	await start();
	return {
		url: `postgres://app@${address}:${port}/postgres`,
		start,
		stop,
		get isRunning() {
			return first() !== null;
		},
		get processes() {
			const pid = first();
			return pid === null ? [] : [pid, ...childrenOf(pid)];
		},
		promote: () => control('promote'),
		async remove() {
			await stop();
			rmSync(folder, { recursive: true });
		}
	};
}

interface Running {
	cwd: string;
	owner: Owner | null;
	on: Machine | null;
}

async function finished(command: readonly string[], { cwd, owner, on }: Running): Promise<void> {
	// Only root may enter another machine, so whoever does becomes the owner there.
	const become = owner
		? ['setpriv', `--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups']
		: [];
	const [program, ...words] = on ? [...on.enter, ...become, ...command] : command;
	const child = spawn(program!, words, {
		cwd,
		...(on ? {} : owner),
		stdio: ['ignore', 'ignore', 'inherit']
	});
	const [status] = await once(child, 'exit');
	if (status !== 0) throw new Error(`${command[0]} failed.`);
}

/** The server's first process, as it says itself in its folder; null when it does not live. */
function firstProcess(data: string): number | null {
	try {
		const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
		// A dead one that nobody has asked about yet has no command any more.
		return readFileSync(`/proc/${pid}/cmdline`, 'utf8') ? pid : null;
	} catch {
		return null;
	}
}

function childrenOf(pid: number): number[] {
	const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
	return text.trim().split(' ').filter(Boolean).map(Number);
}

interface Owner {
	uid: number;
	gid: number;
}

/** PostgreSQL refuses to run as root, so there it runs as its own user. */
function ownerOfServer(): Owner | null {
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

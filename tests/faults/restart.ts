/**
 * An update in the middle of a workshop, on the real server: `node tests/faults/restart.ts [socket|two] [people] [restarts]`.
 *
 * `socket`: one process on SQLite, whose listening socket is kept as systemd keeps it. `two`: two processes on PostgreSQL
 * behind a proxy that asks /readyz, restarted one after the other. Everybody votes all the time. It fails when a vote
 * is refused or lost, or when a stream is not back within seconds.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptSocket } from '../support/faults/kept-socket.ts';
import { closeHall, openHall, voteOn, wrongVotes } from '../support/load/hall.ts';
import { becomes, percentiles, saysReady, sleep } from '../support/load/measure.ts';
import { forgetSoFar, sayFailures } from '../support/load/outage.ts';
import { roundRobin } from '../support/load/round-robin.ts';
import { check, say, sum } from '../support/load/say.ts';
import { startPostgres } from '../support/postgres-server.ts';

const [kind = 'socket', people = '60', times = '5'] = process.argv.slice(2);
const PEOPLE = Number(people);
const RESTARTS = Number(times);
const PORT = Number(process.env.PORT ?? 3296);
const ORIGIN = `http://127.0.0.1:${PORT}`;
const BACK_WITHIN_MS = 8_000;

interface Servers {
	/** Ends one process as an update does, and starts the next. */
	restart(turn: number): Promise<void>;
	close(): Promise<void>;
}

// The build must be there before anything is measured.
await (await start(PORT, { DATABASE_FILE: ':memory:' }, 'src/cli/start.ts')).end();
const servers = await (kind === 'two' ? twoProcesses() : keptWhileRestarting());
try {
	await run();
} finally {
	await servers.close();
}
process.exit();

async function run(): Promise<void> {
	console.log(`\n${PEOPLE} people vote, ${RESTARTS} restarts: ${kind}`);
	const hall = await openHall(ORIGIN, PEOPLE);
	const stop = voteOn(hall.phones);
	await sleep(1_000);
	forgetSoFar(hall.phones);

	const took: number[] = [];
	const back: number[] = [];
	for (let turn = 0; turn < RESTARTS; turn++) {
		const since = performance.now();
		await servers.restart(turn);
		took.push(performance.now() - since);
		const areLive = () => hall.phones.every(({ liveSince }) => liveSince !== null);
		check(await becomes(areLive, BACK_WITHIN_MS), `restart ${turn + 1}: every stream is live`);
		for (const { liveSince } of hall.phones)
			if (liveSince && liveSince > since) back.push(liveSince - since);
		await sleep(500);
	}
	await stop();
	say(`a restart took: ${percentiles(took)}`);
	say(`streams live again, from the word to stop: ${percentiles(back)}`);
	const waits = hall.phones.flatMap((phone) => phone.waits);
	say(
		`${sum(hall.phones.map(({ acknowledged }) => acknowledged))} votes acknowledged, in: ${percentiles(waits)}`
	);
	const refused = sayFailures(hall.phones).filter(({ status }) => status !== 0);
	check(refused.length === 0, 'no vote was refused');
	check((await wrongVotes(hall.phones)).length === 0, 'every acknowledged vote is there');
	await closeHall(hall);
}

async function keptWhileRestarting(): Promise<Servers> {
	const folder = mkdtempSync(join(tmpdir(), 'holoscope-restart-'));
	const storage = { DATABASE_FILE: join(folder, 'h.db'), STOP_DELAY_SECONDS: '1' };
	const socket = keptSocket(PORT);
	let server = await start(PORT, storage, 'src/cli/serve.ts', socket);
	return {
		async restart() {
			await server.end();
			server = await start(PORT, storage, 'src/cli/serve.ts', socket);
		},
		async close() {
			await server.end();
			rmSync(folder, { recursive: true });
		}
	};
}

async function twoProcesses(): Promise<Servers> {
	const postgres = await startPostgres();
	const storage = { DATABASE_URL: postgres.url, STOP_DELAY_SECONDS: '2' };
	const ports = [PORT + 1, PORT + 2];
	const running = [await start(ports[0]!, storage), await start(ports[1]!, storage)];
	const proxy = await roundRobin(PORT, ports, { asksReadyz: true });
	return {
		async restart(turn) {
			const which = turn % ports.length;
			await running[which]!.end();
			running[which] = await start(ports[which]!, storage);
		},
		async close() {
			proxy.close();
			await Promise.all(running.map((each) => each.end()));
			await postgres.remove();
		}
	};
}

async function start(
	port: number,
	env: Record<string, string>,
	file = 'src/cli/serve.ts',
	socket?: number
) {
	// What systemd does: the socket is descriptor 3, and the new process is told that it is meant.
	const command = 'LISTEN_PID=$$ exec "$0" "$@"';
	const words = socket === undefined ? {} : { LISTEN_FDS: '1' };
	const child: ChildProcess = spawn('sh', ['-c', command, process.execPath, file], {
		stdio: ['ignore', 'pipe', 'inherit', ...(socket === undefined ? [] : [socket])],
		env: { ...process.env, PORT: `${port}`, ...env, ...words }
	});
	await saysReady(child);
	return {
		async end() {
			child.kill('SIGTERM');
			if (child.exitCode === null) await once(child, 'exit');
		}
	};
}

/**
 * A workshop under load on this machine: `node tests/bench/live-fanout.ts [sqlite|postgres] [people]`. Joins, watches, votes
 * within ten seconds, reveals; then the same fan-out by a bare event stream of node:http and by socket.io. It fails
 * when a vote is lost or counted twice, and prints everything else as measured.
 *
 * socket.io is not among Holoscope's own packages: `npm install --prefix tests/bench` brings it.
 */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cpuOf, inTurns, percentiles, seconds, sleep, started } from '../support/load/measure.ts';
import { openPlace, placeAsked, runAt, type Place } from '../support/load/place.ts';
import { post } from '../support/load/requests.ts';
import { joined, roomFor } from '../support/load/room.ts';
import { Watch } from '../support/load/watch.ts';

const { kind, words } = placeAsked();
const PEOPLE = Number(words[0] ?? 1_000);
const VOTING_MS = 10_000;
const CHANGES = 40;
const PACE_MS = 200;
const PORT = Number(process.env.PORT ?? 3206);
const BASE = `http://127.0.0.1:${PORT}`;
const OTHER = `http://127.0.0.1:${PORT + 1}`;

interface Phone {
	cookie: string;
	watch: Watch;
}

/** Anything that hears of a change. */
type Listener = Pick<Watch, 'until' | 'close'>;

/** What a change costs the server, in milliseconds of CPU, and how soon it is with everybody. */
interface FanOut {
	all: number;
	alone: number;
	waits: number[];
}

await runAt(await openPlace(kind, PORT), run);

async function run({ servers }: Place): Promise<void> {
	const server = servers[0]!;
	const room = await roomFor(BASE, PEOPLE);
	let since = performance.now();
	const cookies = await inTurns(PEOPLE, 50, () => joined(BASE, room.code));
	say(`${PEOPLE} joined in ${seconds(since)}`);

	since = performance.now();
	const phones = await inTurns(PEOPLE, 50, async (i): Promise<Phone> => {
		const cookie = cookies[i]!;
		return { cookie, watch: await Watch.open(room.live, { cookie }) };
	});
	const watches = phones.map(({ watch }) => watch);
	await Promise.all(watches.map((watch) => watch.until((data) => data !== '')));
	say(`${PEOPLE} streams open, each with its first view, in ${seconds(since)}`);

	await room.steer({ kind: 'start' });
	await room.steer({ kind: 'open-vote' });
	await all(watches, '"phase":"voting"');

	const framesBefore = total(watches, ({ frames }) => frames);
	const sent = [0, 0, 0, 0, 0];
	const waits = await Promise.all(
		phones.map(async ({ cookie }, i) => {
			await sleep(Math.random() * VOTING_MS);
			const level = 1 + (i % 5);
			const vote = { dimension: 'voice', ballot: 'first', level, revision: 1 };
			const at = performance.now();
			await post(`${BASE}/workshops/${room.workshopId}/votes`, vote, cookie);
			sent[level - 1]!++;
			return performance.now() - at;
		})
	);
	const framesWhileVoting = (total(watches, ({ frames }) => frames) - framesBefore) / PEOPLE;
	say(`votes acknowledged: ${PEOPLE} of ${PEOPLE}; ${percentiles(waits)}`);
	say(`frames for each phone while they voted: ${framesWhileVoting.toFixed(1)}`);

	since = performance.now();
	const [revealed] = await Promise.all([
		all(watches, '"phase":"revealed"'),
		room.steer({ kind: 'reveal' })
	]);
	say(`reveal, from the press to each phone: ${percentiles(revealed.map((at) => at - since))}`);
	const { first } = JSON.parse(watches[0]!.latest).scene;
	const isExact = JSON.stringify(first.dots.counts) === JSON.stringify(sent);
	say(
		`votes sent ${sent.join(' ')}, shown ${first.dots.counts?.join(' ')}: ${isExact ? 'none lost, none doubled' : 'WRONG'}`
	);
	if (!isExact) process.exitCode = 1;

	const ours = await fanOut(server, watches, (n) =>
		room.steer({ kind: 'start-timer', seconds: 100 + n })
	);
	const bytes = watches[0]!.size;
	const bare = await elsewhere('bare-stream.ts', bytes, () => Watch.open(`${OTHER}/live`));
	const theirs = await socketIo(bytes);
	table({ Holoscope: ours, 'bare node:http': bare, 'socket.io': theirs });

	const stopping = performance.now();
	server.kill('SIGTERM');
	await once(server, 'exit');
	say(
		`asked to stop with a stream open: gone after ${Math.round(performance.now() - stopping)} ms`
	);
}

/** Many changes for everybody, and then for one: what a change costs before anybody else is told of it. */
async function fanOut(
	process: ChildProcess,
	listeners: readonly Listener[],
	change: (n: number) => Promise<unknown>
): Promise<FanOut> {
	const everybody = await changes(process, listeners, change);
	for (const listener of listeners.slice(1)) listener.close();
	const one = await changes(process, listeners.slice(0, 1), change);
	return { all: everybody.cpu, alone: one.cpu, waits: everybody.waits };
}

async function changes(
	process: ChildProcess,
	listeners: readonly Listener[],
	change: (n: number) => Promise<unknown>
): Promise<{ cpu: number; waits: number[] }> {
	await Promise.all([all(listeners, `"seconds":${100 + CHANGES},`), change(CHANGES)]);
	const before = cpuOf(process);
	const waits: number[] = [];
	for (let n = 0; n < CHANGES; n++) {
		const since = performance.now();
		const [heard] = await Promise.all([all(listeners, `"seconds":${100 + n},`), change(n)]);
		waits.push(...heard.map((at) => at - since));
	}
	return { cpu: (cpuOf(process) - before) / CHANGES, waits };
}

/** The same views from another server. */
async function elsewhere(
	program: string,
	bytes: number,
	listen: () => Promise<Listener>
): Promise<FanOut> {
	const other = await started([`tests/bench/${program}`, String(bytes)], { PORT: `${PORT + 1}` });
	const listeners = await inTurns(PEOPLE, 50, listen);
	const measured = await fanOut(other, listeners, async (n) => {
		// At our own pace: a processor that is always warm would do it in less.
		await sleep(PACE_MS);
		await post(`${OTHER}/change?${n}`, {});
	});
	other.kill('SIGKILL');
	// The pause is ours, not a wait for the change.
	return { ...measured, waits: measured.waits.map((wait) => wait - PACE_MS) };
}

async function socketIo(bytes: number): Promise<FanOut | null> {
	if (!existsSync('tests/bench/node_modules/socket.io-client')) {
		say('socket.io is not installed, so it is left out: npm install --prefix tests/bench');
		return null;
	}
	const name = 'socket.io-client';
	const { io } = await import(name);
	return elsewhere('socket-io-stream.ts', bytes, async () => {
		const socket = io(OTHER, { transports: ['websocket'], forceNew: true });
		await new Promise((connected) => socket.once('connect', connected));
		return listenerOf(socket);
	});
}

/** Of a socket of socket.io: takes each view as it comes. */
function listenerOf(socket: any): Listener {
	return {
		close: () => socket.close(),
		until: (condition) =>
			new Promise((resolve) => {
				const take = (view: object) => {
					if (!condition(JSON.stringify(view))) return;
					socket.off('view', take);
					resolve(performance.now());
				};
				socket.on('view', take);
			})
	};
}

function table(measured: Record<string, FanOut | null>): void {
	const ours = measured.Holoscope!;
	console.table(
		Object.fromEntries(
			Object.entries(measured).flatMap(([name, each]) => (each ? [[name, rowOf(each, ours)]] : []))
		)
	);
	say(
		'ms: CPU of the server for a change; share: what theirs takes of what ours takes, 100 is equal'
	);
	say('change to phone: ours waits for the next beat of 200 ms, the others send at once');
}

function rowOf(each: FanOut, ours: FanOut): Record<string, number | string> {
	const share = (theirs: number, own: number) => Math.round((100 * theirs) / own);
	return {
		[`ms for ${PEOPLE}`]: Number(each.all.toFixed(1)),
		'ms for one': Number(each.alone.toFixed(1)),
		'share, fan-out alone %': share(each.all - each.alone, ours.all - ours.alone),
		'share, everything %': share(each.all, ours.all),
		'change to phone': percentiles(each.waits)
	};
}

function all(listeners: readonly Listener[], words: string): Promise<number[]> {
	return Promise.all(listeners.map((listener) => listener.until((data) => data.includes(words))));
}

function total(watches: readonly Watch[], of: (watch: Watch) => number): number {
	return watches.reduce((sum, watch) => sum + of(watch), 0);
}

function say(words: string): void {
	console.log(words);
}

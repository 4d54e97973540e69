/**
 * Many workshops at once in one process: `node tests/bench/live-rooms.ts [sqlite|postgres] [connections] [rooms]`. Everybody joins and
 * watches; then each room changes several times, all rooms at once. It fails when a change does not reach somebody.
 */
import { inTurns, memoryOf, percentiles, seconds, sleep } from '../support/load/measure.ts';
import { openPlace, placeAsked, runAt, type Place } from '../support/load/place.ts';
import { joined, roomFor, type LoadedRoom } from '../support/load/room.ts';
import { Watch } from '../support/load/watch.ts';

const { kind, words } = placeAsked();
const [CONNECTIONS = 5_000, ROOMS = 50] = words.map(Number);
const CHANGES = 10;
const PATIENCE_MS = 30_000;
const PORT = Number(process.env.PORT ?? 3226);
const BASE = `http://127.0.0.1:${PORT}`;

await runAt(await openPlace(kind, PORT), run);

async function run({ servers }: Place): Promise<void> {
	const server = servers[0]!;
	const each = Math.ceil(CONNECTIONS / ROOMS);
	const rooms = await inTurns(ROOMS, 5, () => roomFor(BASE, each));
	const empty = memoryOf(server);
	const roomOf = (i: number) => i % ROOMS;

	let since = performance.now();
	const cookies = await inTurns(CONNECTIONS, 50, (i) => joined(BASE, rooms[roomOf(i)]!.code));
	say(`${CONNECTIONS} joined ${ROOMS} rooms in ${seconds(since)}`);

	since = performance.now();
	const waits: number[] = [];
	const watches = await inTurns(CONNECTIONS, 50, async (i) => {
		const at = performance.now();
		const watch = await Watch.open(rooms[roomOf(i)]!.live, { cookie: cookies[i]! });
		await watch.until((data) => data !== '');
		waits.push(performance.now() - at);
		return watch;
	});
	say(`${CONNECTIONS} streams open, each with its first view, in ${seconds(since)}`);
	say(`connecting, 50 at a time, to the first view: ${percentiles(waits)}`);
	await Promise.all(rooms.map(({ steer }) => steer({ kind: 'start' })));

	let lost = 0;
	const times: number[] = [];
	for (let n = 0; n < CHANGES; n++) {
		const heard = await change(rooms, watches, 100 + n);
		for (const ms of heard) if (ms !== null) times.push(ms);
		lost += heard.filter((ms) => ms === null).length;
	}
	say(`a change in every room at once, from its press to each client: ${percentiles(times)}`);
	say(`heard ${times.length} of ${CHANGES * CONNECTIONS}: ${lost === 0 ? 'none lost' : 'LOST'}`);
	const full = memoryOf(server);
	const kilobytes = ((full - empty) * 1024) / CONNECTIONS;
	say(
		`memory: ${empty.toFixed(0)} MB empty, ${full.toFixed(0)} MB full, ${kilobytes.toFixed(0)} KB each`
	);
	if (lost > 0) process.exitCode = 1;
}

/** For each client how long after the press in their room they saw it; null when they did not. */
async function change(rooms: readonly LoadedRoom[], watches: readonly Watch[], duration: number) {
	const since = performance.now();
	const words = `"seconds":${duration},`;
	const patience = sleep(PATIENCE_MS).then(() => null);
	const hearing = watches.map((watch) =>
		Promise.race([watch.until((data) => data.includes(words)), patience])
	);
	await Promise.all(rooms.map(({ steer }) => steer({ kind: 'start-timer', seconds: duration })));
	return (await Promise.all(hearing)).map((at) => at && at - since);
}

function say(words: string): void {
	console.log(words);
}

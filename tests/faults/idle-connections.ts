/**
 * Thousands who are there and do nothing: `node tests/faults/idle-connections.ts [sqlite|postgres] [streams] [silent] [seconds]`.
 *
 * First `streams` phones watch rooms in which nothing happens; then `silent` connections are opened that never say what
 * they want. It tells what each costs, and fails when a vote in another room takes noticeably longer, or when the silent
 * ones may stay. Needs `ulimit -n` above twice the number.
 */
import type { ChildProcess } from 'node:child_process';
import { connect, type Socket } from 'node:net';
import { closeHall, openHall } from '../support/load/hall.ts';
import {
	becomes,
	cpuOf,
	inTurns,
	memoryOf,
	percentile,
	percentiles,
	seconds,
	sleep
} from '../support/load/measure.ts';
import type { Phone } from '../support/load/phone.ts';
import { openPlace, placeAsked, runAt, type Place } from '../support/load/place.ts';
import { joined, roomFor } from '../support/load/room.ts';
import { check, say } from '../support/load/say.ts';
import { Watch } from '../support/load/watch.ts';

const { kind, words } = placeAsked();
const [STREAMS = 10_000, SILENT = 5_000, SECONDS = 30] = words.map(Number);
const PORT = Number(process.env.PORT ?? 3276);
const ORIGIN = `http://127.0.0.1:${PORT}`;
const ROOMS = 20;
const VOTERS = 20;
const VOTES = 10;
/** The server gives headers twenty seconds, and looks every thirty. */
const TURNED_AWAY_WITHIN_MS = 60_000;
const NOTICEABLE_MS = 200;

await runAt(await openPlace(kind, PORT), run);

async function run({ servers }: Place): Promise<void> {
	const server = servers[0]!;
	const hall = await openHall(ORIGIN, VOTERS);
	const alone = await waitsOf(hall.phones);
	console.log(`\nalone, ${VOTERS} people vote: ${percentiles(alone)}`);
	const p95 = (waits: number[]) => percentile(waits, 0.95);
	const isAsSoon = (waits: number[]) => p95(waits) < 2 * p95(alone) + NOTICEABLE_MS;

	const rooms = await inTurns(ROOMS, 5, () => roomFor(ORIGIN, 10));
	const cookies = await inTurns(ROOMS, 5, (i) => joined(ORIGIN, rooms[i]!.code));
	const empty = memoryOf(server);
	let since = performance.now();
	const watches = await inTurns(STREAMS, 50, (i) =>
		Watch.open(rooms[i % ROOMS]!.live, { cookie: cookies[i % ROOMS]! })
	);
	console.log(`${STREAMS} streams in rooms where nothing happens, opened in ${seconds(since)}`);
	await sleep(2_000);
	const full = memoryOf(server);
	const each = ((full - empty) * 1024) / STREAMS;
	say(
		`memory: ${Math.round(empty)} MB before, ${Math.round(full)} MB with them, ${Math.round(each)} KB each`
	);
	say(`processor while idle: ${await idleShare(server)} % of one core`);
	const crowded = await waitsOf(hall.phones);
	check(isAsSoon(crowded), `the ${VOTERS} vote: ${percentiles(crowded)}`);
	const alive = watches.filter(({ bytes }) => bytes > 0).length;
	check(alive === STREAMS, `${alive} of ${STREAMS} streams beat`);

	since = performance.now();
	const silent = await inTurns(SILENT, 50, openSilent);
	console.log(`${SILENT} more connections that say nothing, opened in ${seconds(since)}`);
	const held = await waitsOf(hall.phones);
	check(isAsSoon(held), `the ${VOTERS} vote: ${percentiles(held)}`);
	const areGone = await becomes(
		() => silent.every(({ destroyed }) => destroyed),
		TURNED_AWAY_WITHIN_MS
	);
	check(areGone, `all of them turned away, the last ${seconds(since)} after the first had come`);

	for (const watch of watches) watch.close();
	await sleep(3_000);
	say(`memory once they have left: ${Math.round(memoryOf(server))} MB`);
	await closeHall(hall);
}

/** Everybody changes their mind so many times; how long each acknowledgment took. */
async function waitsOf(phones: readonly Phone[]): Promise<number[]> {
	for (const phone of phones) phone.waits = [];
	for (let n = 0; n < VOTES; n++)
		await Promise.all(phones.map((phone) => sleep(Math.random() * 300).then(() => phone.vote())));
	return phones.flatMap(({ waits }) => waits);
}

async function idleShare(server: ChildProcess): Promise<string> {
	const before = cpuOf(server);
	await sleep(SECONDS * 1000);
	return ((cpuOf(server) - before) / (SECONDS * 10)).toFixed(1);
}

function openSilent(): Promise<Socket> {
	return new Promise((resolve, reject) => {
		const socket = connect(PORT, '127.0.0.1', () => resolve(socket));
		// Read, or it would not notice that it is turned away.
		socket.resume().on('error', reject);
	});
}

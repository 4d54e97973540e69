/**
 * People who open a stream and stop reading it: `node tests/faults/slow-readers.ts [sqlite|postgres] [sleepers] [people] [seconds]`.
 *
 * The same room changes five times a second, first without them, then with them. It fails when the others hear of it
 * later, when the server's memory grows by more than each sleeper may keep waiting, or when it never cuts them off.
 */
import { metric } from '../support/faults/metrics.ts';
import { Sleeper } from '../support/faults/sleeper.ts';
import {
	becomes,
	inTurns,
	memoryOf,
	percentile,
	percentiles,
	sleep,
	socketsOf
} from '../support/load/measure.ts';
import { MOST_PROPOSALS } from '../../src/lib/domain/workshop/promise.ts';
import { openPlace, placeAsked, runAt, type Place } from '../support/load/place.ts';
import { post } from '../support/load/requests.ts';
import { joined, roomFor, type LoadedRoom } from '../support/load/room.ts';
import { check, say } from '../support/load/say.ts';
import { Watch } from '../support/load/watch.ts';

const { kind, words } = placeAsked();
const [SLEEPERS = 300, PEOPLE = 60, SECONDS = 60] = words.map(Number);
const PORT = Number(process.env.PORT ?? 3266);
const METRICS = PORT + 1;
const ORIGIN = `http://127.0.0.1:${PORT}`;
const CHANGE_EVERY_MS = 250;
/** Backlog in the stream, and Node's own buffer of the socket. */
const ALLOWED_KB = 400;
/** Twice the server’s patience of two minutes, and the time until the system’s own buffers are full. */
const CUT_OFF_WITHIN_MS = 300_000;

await runAt(await openPlace(kind, PORT, { env: { METRICS_PORT: `${METRICS}` } }), run);

async function run({ servers }: Place): Promise<void> {
	const server = servers[0]!;
	const room = await roomFor(ORIGIN, PEOPLE, 'promises');
	const cookies = await inTurns(PEOPLE, 20, () => joined(ORIGIN, room.code));
	await room.steer({ kind: 'start' });
	await fillRoom(room, cookies);
	const watches = await Promise.all(cookies.map((cookie) => Watch.open(room.live, { cookie })));
	const before = await changesHeard(room, watches, 40);
	say(`each view has ${Math.round(watches[0]!.size / 1024)} KB`);
	console.log(`\n${PEOPLE} people hear of each change in: ${percentiles(before)}`);

	const empty = memoryOf(server);
	const held = socketsOf(server);
	const sleepers = await inTurns(SLEEPERS, 20, (i) =>
		Sleeper.open(room.live, cookies[i % PEOPLE]!)
	);
	console.log(`${SLEEPERS} more have opened the stream and read nothing`);
	const meanwhile = await changesHeard(room, watches, (SECONDS * 1000) / CHANGE_EVERY_MS);
	say(`the ${PEOPLE} hear of each change in: ${percentiles(meanwhile)}`);
	say(`streams that the server still serves: ${await metric(METRICS, 'holoscope_event_streams')}`);
	const grown = ((memoryOf(server) - empty) * 1024) / SLEEPERS;
	check(grown < ALLOWED_KB, `memory: ${Math.round(grown)} KB for each of them`);
	const p95 = (waits: number[]) => percentile(waits, 0.95);
	check(p95(meanwhile) < 2 * p95(before) + 50, 'nobody else hears of it noticeably later');

	// Whoever reads nothing does not notice either that the line is gone: only the server can tell.
	const areCutOff = () => socketsOf(server) <= held;
	const since = performance.now();
	const keepChanging = changeUntil(room, areCutOff);
	const isSo = await becomes(areCutOff, CUT_OFF_WITHIN_MS);
	const left = socketsOf(server) - held;
	const after = Math.round((performance.now() - since) / 1000);
	check(isSo, `${left} of their connections left ${after} s later`);
	await keepChanging;
	for (const each of [
		...watches.map(({ close }) => close),
		...sleepers.map((s) => () => s.leave())
	])
		each();
}

/** As many proposals as a room takes, so that each view is large and the system's own buffers are soon full. */
async function fillRoom({ workshopId }: LoadedRoom, cookies: readonly string[]): Promise<void> {
	const words = 'We show the other teams what we cannot do alone. '.repeat(4).slice(0, 200);
	const proposal = { words, serves: words, dimension: 'voice' };
	for (let i = 0; i < MOST_PROPOSALS; i++)
		await post(`${ORIGIN}/workshops/${workshopId}/promises`, proposal, cookies[i % PEOPLE]);
}

/** How long after each press its view was with each person. */
async function changesHeard(room: LoadedRoom, watches: readonly Watch[], times: number) {
	const heard: number[] = [];
	for (let n = 0; n < times; n++) {
		const seconds = 100 + (n % 400);
		const since = performance.now();
		const hearing = watches.map((watch) =>
			watch.until((data) => data.includes(`"seconds":${seconds},`))
		);
		await room.steer({ kind: 'start-timer', seconds });
		for (const at of await Promise.all(hearing)) heard.push(at - since);
		await sleep(Math.max(0, CHANGE_EVERY_MS - (performance.now() - since)));
	}
	return heard;
}

async function changeUntil(room: LoadedRoom, isOver: () => boolean): Promise<void> {
	const end = performance.now() + CUT_OFF_WITHIN_MS;
	for (let n = 0; !isOver() && performance.now() < end; n++) {
		await room.steer({ kind: 'start-timer', seconds: 60 + (n % 30) });
		await sleep(CHANGE_EVERY_MS);
	}
}

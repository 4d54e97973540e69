/**
 * What a workshop does when the disk of its database is full, read-only, broken or slow, on the real server:
 *
 *   node tests/faults/disk.ts [sqlite|postgres] [full|read-only|broken|slow] [people] [seconds]
 *
 * strace makes the writes or syncs of the database fail, or take 300 ms each, and then lets go; PostgreSQL's full disk is
 * a real one, small, where there is the right to make it. Needs strace, and the right to look into another process. It
 * fails when a refusal has no words, when /readyz says that all is well, when pages that only read do not come, or when
 * an acknowledged vote is lost. PostgreSQL rather ends than goes on after a write that failed: then nothing that is kept
 * can be read, and it is started again once the disk is well, as a service manager does.
 */
import pg from 'pg';
import { ownDisk } from '../support/faults/own-disk.ts';
import { trouble, troubles, type Trouble } from '../support/faults/trouble.ts';
import { closeHall, openHall, voteOn, wrongVotes } from '../support/load/hall.ts';
import { percentiles, sleep } from '../support/load/measure.ts';
import { areExplained, checkVotesAgain, forgetSoFar, sayFailures } from '../support/load/outage.ts';
import { openPlace, placeAsked, runAt, type Place } from '../support/load/place.ts';
import { send, type Answer } from '../support/load/requests.ts';
import { check, say } from '../support/load/say.ts';
import type { PostgresServer } from '../support/postgres-server.ts';

const { kind, words } = placeAsked();
const [what = 'full', people = '40', lasting = '5'] = words;
if (!(what in troubles)) {
	console.error('Say what: full, read-only, broken or slow.');
	process.exit(1);
}
const PORT = Number(process.env.PORT ?? 3316);
const ORIGIN = `http://127.0.0.1:${PORT}`;
const BACK_WITHIN_MS = 15_000;
/** A new server, its log, and room for some thousand votes. */
const DISK_MB = 128;

const disk = kind !== 'sqlite' && what === 'full' ? ownDisk(DISK_MB) : null;
const postgres = disk ? { under: disk.folder, settings: ['min_wal_size=2MB'] } : {};
const place = await openPlace(kind, PORT, { errors: 'ignore', postgres });
const close = () => place.close().then(disk?.remove);
await runAt({ ...place, close }, run);

async function run(place: Place): Promise<void> {
	console.log(`\n${kind}, ${people} people vote; for ${lasting} s the disk is ${what}`);
	const hall = await openHall(ORIGIN, Number(people));
	const stop = voteOn(hall.phones);
	await sleep(1_000);
	forgetSoFar(hall.phones);

	const end = await begin(place);
	await sleep(1_000);
	const ready = await send(`${ORIGIN}/readyz`, null);
	const page = await send(`${ORIGIN}/join`, null);
	const recap = await send(hall.room.page, null);
	await sleep(Number(lasting) * 1000 - 1_000);
	await end();

	await checkVotesAgain(hall.phones, 'it is well', BACK_WITHIN_MS);
	await stop();
	say(`/readyz meanwhile: ${ready.status} ${ready.text.trim()}`);
	check(ready.status === (what === 'slow' ? 200 : 503), '/readyz says so');
	check(page.status === 200 && isRead(recap), 'pages that only read come');
	const failures = sayFailures(hall.phones);
	const areRight = areExplained(failures) && failures.length > 0 === (what !== 'slow');
	check(areRight, 'refusals are 503 with words');
	say(`an answer or a refusal took: ${percentiles(hall.phones.flatMap(({ waits }) => waits))}`);
	check((await wrongVotes(hall.phones)).length === 0, 'every acknowledged vote is there');
	check((await send(`${ORIGIN}/readyz`, null)).status === 200, 'ready again');
	await closeHall(hall);
}

async function begin({ servers, storage: { databaseFile }, postgres: server }: Place) {
	if (!server) {
		const files = [databaseFile, `${databaseFile}-wal`];
		return trouble([servers[0]!.pid!], what as Trouble, files);
	}
	const end = disk ? disk.fill() : await trouble(server.processes, what as Trouble);
	if (disk) await useUpLog(server.url);
	return async () => {
		await end();
		await untilItAnswers(server);
	};
}

/** As a service manager does: starts it again if it has ended, or is about to. */
async function untilItAnswers(server: PostgresServer): Promise<void> {
	while (!(await query(server.url, 'select 1'))) {
		if (!server.isRunning) {
			say('PostgreSQL has ended meanwhile, and is started again');
			await server.start();
		}
		await sleep(100);
	}
}

/** Until PostgreSQL needs room for more of it, and there is none. */
async function useUpLog(url: string): Promise<void> {
	for (let segment = 0; segment < DISK_MB; segment++)
		if (!(await query(url, 'select pg_switch_wal()'))) return;
}

/** Whether PostgreSQL could do so. */
async function query(url: string, words: string): Promise<boolean> {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
	client.on('error', () => {});
	try {
		await client.connect();
		await client.query(words);
		return true;
	} catch {
		return false;
	} finally {
		await client.end().catch(() => {});
	}
}

/** A page comes, or where PostgreSQL has ended says so. */
function isRead({ status, text }: Answer): boolean {
	return status === 200 || (kind !== 'sqlite' && status === 503 && text.includes('not answer'));
}

/**
 * What a workshop on SQLite does when its disk is full, read-only, broken or slow, on the real server:
 *
 *   node tests/faults/disk.ts [full|read-only|broken|slow] [people] [seconds]
 *
 * strace makes the writes or syncs of the database's files fail, or take 300 ms each, and then lets go. Needs strace, and
 * the right to look into another process. It fails when a refusal has no words, when /readyz says that all is well, when
 * pages that only read do not come, or when an acknowledged vote is lost.
 */
import { trouble, troubles, type Trouble } from '../support/faults/trouble.ts';
import { closeHall, openHall, voteOn, wrongVotes } from '../support/load/hall.ts';
import { percentiles, sleep } from '../support/load/measure.ts';
import { areExplained, checkVotesAgain, forgetSoFar, sayFailures } from '../support/load/outage.ts';
import { openPlace, runAt, type Place } from '../support/load/place.ts';
import { send } from '../support/load/requests.ts';
import { check, say } from '../support/load/say.ts';

const [kind = 'full', people = '40', lasting = '5'] = process.argv.slice(2);
if (!(kind in troubles)) {
	console.error('Say what: full, read-only, broken or slow.');
	process.exit(1);
}
const PORT = Number(process.env.PORT ?? 3316);
const ORIGIN = `http://127.0.0.1:${PORT}`;
const BACK_WITHIN_MS = 15_000;

await runAt(await openPlace('sqlite', PORT, { errors: 'ignore' }), run);

async function run({ servers, storage }: Place): Promise<void> {
	console.log(`\n${people} people vote; for ${lasting} s the disk is ${kind}`);
	const hall = await openHall(ORIGIN, Number(people));
	const stop = voteOn(hall.phones);
	await sleep(1_000);
	forgetSoFar(hall.phones);

	const end = await trouble(servers[0]!, kind as Trouble, storage.databaseFile);
	await sleep(1_000);
	const ready = await send(`${ORIGIN}/readyz`, null);
	const page = await send(`${ORIGIN}/join`, null);
	const recap = await send(hall.room.page, null);
	await sleep(Number(lasting) * 1000 - 1_000);
	await end();

	await checkVotesAgain(hall.phones, 'it is well', BACK_WITHIN_MS);
	await stop();
	say(`/readyz meanwhile: ${ready.status} ${ready.text.trim()}`);
	check(ready.status === (kind === 'slow' ? 200 : 503), '/readyz says so');
	check(page.status === 200 && recap.status === 200, 'pages that only read come');
	const failures = sayFailures(hall.phones);
	const areRight = areExplained(failures) && failures.length > 0 === (kind !== 'slow');
	check(areRight, 'refusals are 503 with words');
	say(`an answer or a refusal took: ${percentiles(hall.phones.flatMap(({ waits }) => waits))}`);
	check((await wrongVotes(hall.phones)).length === 0, 'every acknowledged vote is there');
	check((await send(`${ORIGIN}/readyz`, null)).status === 200, 'ready again');
	await closeHall(hall);
}

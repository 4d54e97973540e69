/**
 * The database's machine dies and its replica takes over, on the real server:
 *
 *   node tests/faults/failover.ts [synchronous|asynchronous] [people]
 *
 * The address in DATABASE_URL leads to the primary and then to the replica, as a proxy or a name does. Synchronous: the
 * replica has on disk what is acknowledged, and nothing may be lost. Asynchronous: it was cut off for two seconds before,
 * and what is lost is counted.
 */
import pg from 'pg';
import { cableTo } from '../support/faults/cable.ts';
import { closeHall, openHall, voteOn, wrongVotes, type Hall } from '../support/load/hall.ts';
import { sleep, started } from '../support/load/measure.ts';
import { areExplained, checkVotesAgain, forgetSoFar, sayFailures } from '../support/load/outage.ts';
import { check, say, sum } from '../support/load/say.ts';
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts';

const [kind = 'synchronous', people = '60'] = process.argv.slice(2);
const PEOPLE = Number(people);
const PORT = Number(process.env.PORT ?? 3306);
const ORIGIN = `http://127.0.0.1:${PORT}`;
const AWAY_MS = 1_500;
const portOf = ({ url }: { url: string }) => Number(new URL(url).port);

const primary = await startPostgres();
const replication = await cableTo(portOf(primary));
const replica = await startPostgres({ follows: { url: at(replication.port) } });
const way = await cableTo(portOf(primary));
const server = await started(
	['src/cli/start.ts'],
	{ PORT: `${PORT}`, DATABASE_URL: at(way.port) },
	'ignore'
);
try {
	console.log(`\n${PEOPLE} people vote, and the primary dies: ${kind} replication`);
	if (kind === 'synchronous') await waitForReplica(primary);
	const hall = await openHall(ORIGIN, PEOPLE);
	await (kind === 'synchronous' ? synchronous(hall) : asynchronous(hall));
	await closeHall(hall);
} finally {
	server.kill('SIGKILL');
	await Promise.all([way.close(), replication.close(), primary.remove(), replica.remove()]);
}
process.exit();

async function synchronous(hall: Hall): Promise<void> {
	const stop = voteOn(hall.phones);
	await sleep(2_000);
	forgetSoFar(hall.phones);
	await takeOver();
	await checkVotesAgain(hall.phones, 'the replica took over');
	await stop();
	const failures = sayFailures(hall.phones);
	check(areExplained(failures) && failures.length > 0, 'every refusal is a 503 with words');
	say(`votes acknowledged: ${sum(hall.phones.map(({ acknowledged }) => acknowledged))}`);
	check((await wrongVotes(hall.phones)).length === 0, 'every acknowledged vote is there');
}

async function asynchronous(hall: Hall): Promise<void> {
	const first = voteOn(hall.phones);
	await sleep(2_000);
	replication.cut();
	await sleep(2_000);
	await first();
	await takeOver();
	// The first question after it may find a connection to the old server.
	await becomesReady();
	const lost = (await wrongVotes(hall.phones)).length;
	check(
		lost > 0,
		`as expected, people whose newest acknowledged vote is lost: ${lost} of ${PEOPLE}`
	);
	const stop = voteOn(hall.phones);
	await checkVotesAgain(hall.phones, 'the replica took over');
	await stop();
}

async function takeOver(): Promise<void> {
	await primary.stop();
	await sleep(AWAY_MS);
	await replica.promote();
	way.leadTo(portOf(replica));
}

async function becomesReady(): Promise<void> {
	for (let tries = 0; tries < 50; tries++) {
		if ((await fetch(`${ORIGIN}/readyz`)).ok) return;
		await sleep(200);
	}
}

/** From then on a commit is acknowledged once the replica has it on disk too. */
async function waitForReplica({ url }: PostgresServer): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	await client.query(`alter system set synchronous_standby_names = '*'`);
	await client.query('select pg_reload_conf()');
	for (let tries = 0; tries < 100; tries++) {
		const { rows } = await client.query('select sync_state from pg_stat_replication');
		if (rows[0]?.sync_state === 'sync') return client.end();
		await sleep(100);
	}
	throw new Error('The replica does not follow.');
}

function at(port: number): string {
	return `postgres://app@127.0.0.1:${port}/postgres`;
}

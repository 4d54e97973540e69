/**
 * What a workshop does when a cable is cut and nobody is told, on the real server:
 *
 *   node tests/faults/network-cut.ts [database|browser] [people] [seconds]
 *
 * `database`: between the app and PostgreSQL. `browser`: between the app and every third phone. Connections stay open
 * and keep silent, which is the hard case; when the network is back, the old ones stay silent for good. It fails when
 * somebody waits longer than a phone does, when a refusal has no words, when who is not cut off notices it, or when an
 * acknowledged vote is lost.
 */
import { cableTo, type Cable } from '../support/faults/cable.ts';
import { closeHall, openHall, voteOn, wrongVotes, type Hall } from '../support/load/hall.ts';
import { becomes, percentiles, sleep, started } from '../support/load/measure.ts';
import { areExplained, checkVotesAgain, forgetSoFar, sayFailures } from '../support/load/outage.ts';
import type { Phone } from '../support/load/phone.ts';
import { openPlace } from '../support/load/place.ts';
import { send } from '../support/load/requests.ts';
import { check, say } from '../support/load/say.ts';
import { startPostgres } from '../support/postgres-server.ts';

const [where = 'database', people = '60', cutSeconds = '12'] = process.argv.slice(2);
const PEOPLE = Number(people);
const CUT_MS = Number(cutSeconds) * 1000;
const PORT = Number(process.env.PORT ?? 3256);
const ORIGIN = `http://127.0.0.1:${PORT}`;
/** As long as a phone waits for an answer. */
const PATIENCE_MS = 10_000;
/** After two beats missed a page takes its line for dead. */
const SILENT_MS = 35_000;

console.log(`\n${PEOPLE} people vote; ${CUT_MS / 1000} s without network: ${where}`);
if (where === 'database') await cutDatabase();
else await cutPhones();
process.exit();

async function cutDatabase(): Promise<void> {
	const postgres = await startPostgres();
	const address = new URL(postgres.url);
	const cable = await cableTo(Number(address.port));
	address.port = `${cable.port}`;
	const env = { PORT: `${PORT}`, DATABASE_URL: address.href };
	const server = await started(['src/cli/start.ts'], env, 'ignore');
	try {
		const hall = await openHall(ORIGIN, PEOPLE);
		const stop = voteOn(hall.phones);
		await sleep(1_000);
		forgetSoFar(hall.phones);

		cable.cut();
		const notReady = await statusOfReadyz();
		await sleep(CUT_MS);
		cable.mend('forgotten');
		await checkVotesAgain(hall.phones, 'the network was back');
		check(notReady === 503, `/readyz meanwhile: ${notReady}`);
		await stop();
		check(areExplained(sayFailures(hall.phones)), 'every refusal is a 503 with words');
		const waits = hall.phones.flatMap((phone) => phone.waits);
		say(`how long an answer or a refusal took: ${percentiles(waits)}`);
		check(Math.max(...waits) < PATIENCE_MS, 'nobody waited longer than a phone does');
		await concludes(hall);
	} finally {
		server.kill('SIGKILL');
		await cable.close();
		await postgres.remove();
	}
}

async function cutPhones(): Promise<void> {
	const place = await openPlace('sqlite', PORT, { errors: 'ignore' });
	const cable = await cableTo(PORT);
	try {
		const isBehind = (person: number) => person % 3 === 0;
		const hall = await openHall(ORIGIN, PEOPLE, (person) =>
			isBehind(person) ? `http://127.0.0.1:${cable.port}` : ORIGIN
		);
		const behind = hall.phones.filter((_, i) => isBehind(i));
		const others = hall.phones.filter((_, i) => !isBehind(i));
		const stop = voteOn(hall.phones);
		await sleep(1_000);
		forgetSoFar(hall.phones);
		await sleep(CUT_MS);
		say(`the others before: ${percentiles(others.flatMap(({ waits }) => waits))}`);
		forgetSoFar(hall.phones);

		const areBack = await cutFor(cable, behind);
		say(`the others meanwhile: ${percentiles(others.flatMap(({ waits }) => waits))}`);
		check(
			others.every(({ failures }) => failures.length === 0),
			'nobody else noticed it'
		);
		await checkVotesAgain(behind, 'the network was back');
		await areBack();
		await stop();
		await concludes(hall);
	} finally {
		await place.close();
		await cable.close();
	}
}

/** Gives back, once the network is there again, when the streams are. */
async function cutFor(cable: Cable, behind: readonly Phone[]): Promise<() => Promise<void>> {
	const cutAt = performance.now();
	cable.cut();
	await sleep(CUT_MS);
	cable.mend('forgotten');
	const mendedAt = performance.now();
	const areLive = () => behind.every(({ liveSince }) => liveSince !== null && liveSince > cutAt);
	return async () => {
		const isSo = await becomes(areLive, SILENT_MS + 10_000);
		const ms = Math.round(performance.now() - mendedAt);
		check(isSo, `streams of those cut off live again ${ms} ms after the network was back`);
	};
}

async function concludes(hall: Hall): Promise<void> {
	check((await wrongVotes(hall.phones)).length === 0, 'every acknowledged vote is there');
	await closeHall(hall);
}

async function statusOfReadyz(): Promise<number> {
	const { status } = await send(`${ORIGIN}/readyz`, null);
	return status;
}

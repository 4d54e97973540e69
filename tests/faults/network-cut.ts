/**
 * What a workshop does when a cable is cut and nobody is told, on the real server:
 *
 *   node tests/faults/network-cut.ts [database|browser] [sqlite|postgres] [people] [seconds]
 *
 * `database`: between the app and PostgreSQL. `browser`: between the app and every third phone. The other side is another
 * machine, a network namespace of Linux, and its cable is pulled out and put back. Without the right to make one, or
 * with the word `proxy`, a proxy keeps silent instead; then old connections stay silent for good, as when a router forgot
 * them. It fails when somebody waits longer than a phone does, when a refusal has no words, when who is not cut off
 * notices it, or when an acknowledged vote is lost.
 */
import { cableTo } from '../support/faults/cable.ts';
import { anotherMachine, type Machine } from '../support/faults/machine.ts';
import { closeHall, openHall, voteOn, wrongVotes, type Hall } from '../support/load/hall.ts';
import { becomes, percentiles, sleep, started } from '../support/load/measure.ts';
import { areExplained, checkVotesAgain, forgetSoFar, sayFailures } from '../support/load/outage.ts';
import type { Phone } from '../support/load/phone.ts';
import { openPlace, placeAsked } from '../support/load/place.ts';
import { send } from '../support/load/requests.ts';
import { check, say } from '../support/load/say.ts';
import { startPostgres } from '../support/postgres-server.ts';

/** What lies between two sides. */
interface Way {
	/** The address of what is at its other end. */
	to: string;
	cut(): void;
	mend(): void;
	close(): unknown;
}

const { kind, words } = placeAsked();
const [where = 'database', people = '60', cutSeconds = '12'] = words.filter(
	(word) => word !== 'proxy'
);
const PEOPLE = Number(people);
const CUT_MS = Number(cutSeconds) * 1000;
const PORT = Number(process.env.PORT ?? 3256);
/** As long as a phone waits for an answer. */
const PATIENCE_MS = 10_000;
/** After two beats missed a page takes its line for dead. */
const SILENT_MS = 35_000;

const machine = words.includes('proxy') ? null : anotherMachine();
const by = machine ? 'a cable is pulled' : 'a proxy keeps silent';
console.log(`\n${PEOPLE} people vote; for ${CUT_MS / 1000} s ${by}: ${where}`);
try {
	await (where === 'database' ? cutDatabase() : cutPhones());
} finally {
	machine?.remove();
}
process.exit();

async function cutDatabase(): Promise<void> {
	const postgres = await startPostgres({ on: machine });
	const address = new URL(postgres.url);
	const way = await wayOn(machine, 0, Number(address.port));
	address.host = way.to;
	const env = { PORT: `${PORT}`, DATABASE_URL: address.href };
	const server = await started(['src/cli/start.ts'], env, 'ignore');
	const origin = `http://127.0.0.1:${PORT}`;
	try {
		const hall = await openHall(origin, PEOPLE);
		const stop = voteOn(hall.phones);
		await sleep(1_000);
		forgetSoFar(hall.phones);

		way.cut();
		const { status } = await send(`${origin}/readyz`, null);
		await sleep(CUT_MS);
		way.mend();
		await checkVotesAgain(hall.phones, 'the network was back');
		check(status === 503, `/readyz meanwhile: ${status}`);
		await stop();
		check(areExplained(sayFailures(hall.phones)), 'every refusal is a 503 with words');
		const waits = hall.phones.flatMap((phone) => phone.waits);
		say(`how long an answer or a refusal took: ${percentiles(waits)}`);
		check(Math.max(...waits) < PATIENCE_MS, 'nobody waited longer than a phone does');
		await concludes(hall);
	} finally {
		server.kill('SIGKILL');
		await way.close();
		await postgres.remove();
	}
}

async function cutPhones(): Promise<void> {
	const place = await openPlace(kind, PORT, { errors: 'ignore', on: machine });
	const way = await wayOn(machine, 1, PORT);
	try {
		const isBehind = (person: number) => person % 3 === 0;
		const hall = await openHall(place.origin, PEOPLE, (person) =>
			isBehind(person) ? `http://${way.to}` : place.origin
		);
		const behind = hall.phones.filter((_, i) => isBehind(i));
		const others = hall.phones.filter((_, i) => !isBehind(i));
		const stop = voteOn(hall.phones);
		await sleep(1_000);
		forgetSoFar(hall.phones);
		await sleep(CUT_MS);
		say(`the others before: ${percentiles(others.flatMap(({ waits }) => waits))}`);
		forgetSoFar(hall.phones);

		const areBack = await cutFor(way, behind);
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
		await way.close();
	}
}

/** To a port of the other machine by one of its cables, or here through a proxy. */
async function wayOn(machine: Machine | null, cable: number, port: number): Promise<Way> {
	if (machine)
		return {
			to: `${machine.addresses[cable]}:${port}`,
			cut: () => machine.unplug(cable),
			mend: () => machine.plug(cable),
			close: () => machine.plug(cable)
		};
	const proxy = await cableTo(port);
	return { ...proxy, to: `127.0.0.1:${proxy.port}`, mend: () => proxy.mend('forgotten') };
}

/** Gives back, once the network is there again, when the streams are. */
async function cutFor(way: Way, behind: readonly Phone[]): Promise<() => Promise<void>> {
	const cutAt = performance.now();
	way.cut();
	await sleep(CUT_MS);
	way.mend();
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

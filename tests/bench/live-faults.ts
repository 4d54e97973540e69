/**
 * What a workshop does when things break, on the real server:
 *
 *   node tests/bench/live-faults.ts [sqlite|postgres|two] [people] [kills]
 *
 * `two` is two processes on one PostgreSQL behind a round-robin proxy. While everybody votes, 30 % of the connections
 * are cut; then the server (or one of the two) is killed and started again and again; then PostgreSQL is stopped as by
 * a power cut and started again. It fails when an acknowledged vote is lost or doubled, when somebody is not back in
 * time or in another place than the room, or when a refusal has no words.
 */
import {
	closeHall,
	isVoting,
	openHall,
	voteOn,
	wrongVotes,
	type Hall
} from '../support/load/hall.ts';
import { becomes, percentiles, sleep } from '../support/load/measure.ts';
import { areExplained, checkVotesAgain, forgetSoFar, sayFailures } from '../support/load/outage.ts';
import { openPlace, placeKinds, runAt, type PlaceKind } from '../support/load/place.ts';
import type { Phone } from '../support/load/phone.ts';
import { check, say, sum } from '../support/load/say.ts';

const [kind = 'sqlite', people = '100', kills = '20'] = process.argv.slice(2);
const PEOPLE = Number(people);
const KILLS = Number(kills);
const PORT = Number(process.env.PORT ?? 3216);
const BACK_WITHIN_MS = 5_000;
const PATIENCE_MS = 30_000;
const OUTAGE_MS = 1_500;
if (!placeKinds.includes(kind as PlaceKind)) {
	console.error('Say where: sqlite, postgres or two.');
	process.exit(1);
}
// A level with a single vote is not shown, so everybody ends on five levels that are equally full.
if (!(PEOPLE >= 20 && PEOPLE % 10 === 0)) {
	console.error('People come in tens, and at least twenty.');
	process.exit(1);
}

const place = await openPlace(kind as PlaceKind, PORT, { errors: 'ignore' });
await runAt(place, async () => {
	await inRoom('30 % of the connections cut', cutConnections);
	await inRoom(`killed ${KILLS} times`, killServers);
	if (place.postgres) await inRoom('PostgreSQL stopped and started', stopDatabase);
});

/** Somebody is cut off with their vote on the way, the room goes on, and they find it where it is now. */
async function cutConnections({ room, phones }: Hall): Promise<void> {
	const cut = phones.filter((_, i) => i % 10 < 3);
	const others = phones.filter((_, i) => i % 10 >= 3);
	const votes = others.map((phone) => sleep(Math.random() * 2_000).then(() => phone.vote()));
	await sleep(1_000);
	votes.push(...cut.map((phone) => sleep(Math.random() * 30).then(() => phone.vote())));
	await sleep(15);
	const cutAt = performance.now();
	const underWay = cut.filter((phone) => phone.cut()).length;
	await room.steer({ kind: 'start-timer', seconds: 137 });

	const areBack = await becomes(() => cut.every(isInPlace), BACK_WITHIN_MS);
	const back = cut.filter(({ liveSince }) => liveSince).map((phone) => phone.liveSince! - cutAt);
	say(`${cut.length} of ${PEOPLE} cut, ${underWay} with a vote on the way`);
	say(`back: ${percentiles(back)}`);
	check(areBack, `all back in the room's place within ${BACK_WITHIN_MS / 1000} s`);
	await Promise.all(votes);
	check((await wrongVotes(phones)).length === 0, 'everybody finds their own vote');
}

/** Everybody changes their mind again and again; each time, the server must know what it had acknowledged. */
async function killServers({ phones }: Hall): Promise<void> {
	const stop = voteOn(phones);
	const back: number[] = [];
	const down: number[] = [];
	let wrong = 0;
	for (let kill = 0; kill < KILLS; kill++) {
		await sleep(300 + Math.random() * 900);
		const { killedAt, readyAt } = await place.killAndRestart(Math.random() * 500);
		const areLive = await becomes(() => phones.every(({ liveSince }) => liveSince), PATIENCE_MS);
		if (!areLive) check(false, `everybody back after kill ${kill + 1}`);
		wrong += (await wrongVotes(phones)).length;
		down.push(readyAt - killedAt);
		for (const { liveSince } of phones)
			if (liveSince && liveSince > killedAt) back.push(Math.max(0, liveSince - readyAt));
	}
	await stop();
	say(`server away: ${percentiles(down)}`);
	say(`${back.length} times somebody came back, after the server was: ${percentiles(back)}`);
	say(`votes acknowledged: ${sum(phones.map(({ acknowledged }) => acknowledged))}`);
	check(wrong === 0, 'after each kill every acknowledged vote is there, and none older or newer');
}

async function stopDatabase({ phones }: Hall): Promise<void> {
	const stop = voteOn(phones);
	await sleep(1_000);
	forgetSoFar(phones);
	await place.postgres!.stop();
	await sleep(OUTAGE_MS);
	await place.postgres!.start();
	await checkVotesAgain(phones, 'it was there again');
	await stop();

	const failures = sayFailures(phones);
	check(areExplained(failures) && failures.length > 0, 'every refusal is a 503 with words');
	check((await wrongVotes(phones)).length === 0, 'every acknowledged vote is there');
}

/** Opens a vote with everybody in it, breaks something, and looks at what the reveal shows. */
async function inRoom(title: string, work: (hall: Hall) => Promise<void>): Promise<void> {
	console.log(`\n${kind}, ${PEOPLE} people: ${title}`);
	const hall = await openHall(place.origin, PEOPLE);
	await work(hall);
	await closeHall(hall);
}

function isInPlace(phone: Phone): boolean {
	return isVoting(phone) && phone.shown.includes('"seconds":137');
}

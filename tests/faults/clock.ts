/**
 * The server's clock jumps while people answer and vote: `node tests/faults/clock.ts [sqlite|postgres] [days forward] [days back]`.
 * Needs libfaketime (on Debian: apt-get install faketime).
 *
 * A round that closes in five days is answered; the clock jumps over its end, over the day on which answers are deleted,
 * back before its beginning, and home again. It fails when anything is refused, closed or deleted meanwhile.
 */
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext } from '../../src/lib/server/context.ts';
import { daysAhead } from '../support/days.ts';
import { closeHall, openHall, voteOn, wrongVotes } from '../support/load/hall.ts';
import { sleep } from '../support/load/measure.ts';
import { ITEMS, openedRoundOn } from '../support/load/open-round.ts';
import { forgetSoFar, sayFailures } from '../support/load/outage.ts';
import { openPlace, placeAsked, runAt, type Place } from '../support/load/place.ts';
import { Respondent } from '../support/load/respondent.ts';
import { check } from '../support/load/say.ts';

const { kind, words } = placeAsked();
const [FORWARD = 400, BACK = 30] = words.map(Number);
const PORT = Number(process.env.PORT ?? 3326);
const ORIGIN = `http://127.0.0.1:${PORT}`;
const PEOPLE = 20;

const library = globSync('/usr/lib/*/faketime/libfaketime.so.1')[0];
if (!library) {
	console.error('libfaketime is not installed. On Debian: apt-get install faketime');
	process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'holoscope-clock-'));
const clock = join(folder, 'clock');
const setClock = (by: string) => writeFileSync(clock, by);
setClock('+0');
process.once('exit', () => rmSync(folder, { recursive: true }));
const env = {
	LD_PRELOAD: library,
	FAKETIME_TIMESTAMP_FILE: clock,
	FAKETIME_NO_CACHE: '1',
	FAKETIME_DONT_FAKE_MONOTONIC: '1'
};
await runAt(await openPlace(kind, PORT, { env }), run);

async function run({ storage }: Place): Promise<void> {
	const context = await createContext(storage);
	const round = await openedRoundOn(context, { closesOn: daysAhead(5), keptUntil: daysAhead(60) });
	const hall = await openHall(ORIGIN, PEOPLE);
	const person = new Respondent(ORIGIN, round.token, round);
	await person.open();
	await person.answer(ITEMS.slice(0, 3));
	const stop = voteOn(hall.phones);
	forgetSoFar(hall.phones);

	for (const by of [`+${FORWARD}d`, `-${BACK}d`, '+0']) {
		setClock(by);
		console.log(`\nthe clock says ${by}: the server's answers are dated ${await dateOf(ORIGIN)}`);
		await sleep(1_500);
		const outcome = await person.answer(ITEMS.slice(0, 3)).then(
			() => 'taken',
			({ message }: Error) => message
		);
		check(outcome === 'taken', `an answer in the round: ${outcome}`);
		await hall.room.steer({ kind: 'start-timer', seconds: 600 });
		await sleep(1_000);
		const { timer } = JSON.parse(hall.phones[0]!.shown);
		check(
			JSON.stringify(timer).includes('600'),
			`a timer of ten minutes: ${JSON.stringify(timer)}`
		);
	}
	await stop();
	check(sayFailures(hall.phones).length === 0, 'no vote was refused');
	check((await wrongVotes(hall.phones)).length === 0, 'every acknowledged vote is there');
	check((await person.wrongAnswers()) === 0, 'every acknowledged answer is there');
	const kept = await context.db.read.selectFrom('rounds').selectAll().execute();
	check(
		kept.every(({ state, answers_deleted_on }) => state === 'open' && !answers_deleted_on),
		'no round was closed, and nothing deleted'
	);
	await context.close();
	await closeHall(hall);
}

async function dateOf(origin: string): Promise<string> {
	await sleep(1_100);
	return (await fetch(origin)).headers.get('date') ?? 'not at all';
}

/**
 * An hour's traffic in a few minutes, to see whether memory only grows: `node tests/faults/memory-soak.ts [sqlite|postgres] [seconds] [people]`.
 *
 * Again and again a room is opened, people join, watch, vote and leave; others answer in a round; pages are
 * looked at and a report is made. After garbage is collected, the heap at the end must be that of the second quarter.
 */
import { createContext } from '../../src/lib/server/context.ts';
import { memoryAfterGc, tellingHeap, type Memory } from '../support/faults/heap.ts';
import { openHall } from '../support/load/hall.ts';
import { sleep } from '../support/load/measure.ts';
import { ITEMS, openedRoundOn, type OpenedRound } from '../support/load/open-round.ts';
import { openPlace, placeAsked, runAt, type Place } from '../support/load/place.ts';
import { post, send } from '../support/load/requests.ts';
import { Respondent } from '../support/load/respondent.ts';
import { check, say, sum } from '../support/load/say.ts';
import { typicalSheet } from '../support/person-sheets.ts';

const { kind, words } = placeAsked();
const [SECONDS = 180, PEOPLE = 20] = words.map(Number);
const PORT = Number(process.env.PORT ?? 3286);
const ORIGIN = `http://127.0.0.1:${PORT}`;
const PAGES = [
	'/',
	'/assess',
	'/join',
	'/rounds/new',
	'/workshops/new',
	'/language',
	'/nothing-here'
];
const LOOKS = 24;
/** One address may open sixty workshops in an hour. */
const ROOMS_EACH = 28;
/** In megabytes: caches that fill up, and what the collector leaves for later. */
const ALLOWED = 6;

const done = { rooms: 0, votes: 0, sheets: 0, pages: 0 };
await runAt(await openPlace(kind, PORT, { node: tellingHeap }), run);

async function run({ servers, storage }: Place): Promise<void> {
	const server = servers[0]!;
	const context = await createContext(storage);
	const round = await openedRoundOn(context, { headcount: 5_000 });
	await context.close();
	console.log(`\n${SECONDS} s of traffic, rooms of ${PEOPLE}`);

	const end = performance.now() + SECONDS * 1000;
	const traffic = [rooms(end), rooms(end), sheets(round, end), pages(end)];
	const looks: Memory[] = [];
	for (let look = 1; look <= LOOKS; look++) {
		await sleep(Math.max(0, end - (LOOKS - look) * ((SECONDS * 1000) / LOOKS) - performance.now()));
		looks.push(await memoryAfterGc(server));
		if (look % 4 === 0) tell(looks.at(-1)!);
	}
	await Promise.all(traffic);
	say(`${done.rooms} rooms, ${done.votes} votes, ${done.sheets} sheets, ${done.pages} pages`);

	const quarter = LOOKS / 4;
	const second = mean(looks.slice(quarter, 2 * quarter));
	const last = mean(looks.slice(-quarter));
	const words = `heap in the second quarter ${second.toFixed(1)} MB, in the last ${last.toFixed(1)} MB`;
	check(last - second < ALLOWED, words);
	await sleep(3_000);
	tell(await memoryAfterGc(server));
}

async function rooms(end: number): Promise<void> {
	for (let room = 0; room < ROOMS_EACH && performance.now() < end; room++) await useRoom();
}

async function useRoom(): Promise<void> {
	const over = performance.now() + (SECONDS * 1000) / ROOMS_EACH;
	const { room, phones } = await openHall(ORIGIN, PEOPLE);
	do {
		await Promise.all(phones.map((phone) => phone.vote()));
		done.votes += PEOPLE;
		await sleep(200);
	} while (performance.now() < over);
	await room.steer({ kind: 'reveal' });
	await sleep(300);
	for (const phone of phones) phone.leave();
	done.rooms++;
}

async function sheets({ token, roundId, teamId }: OpenedRound, end: number): Promise<void> {
	while (performance.now() < end) {
		const person = new Respondent(ORIGIN, token, { roundId, teamId });
		await person.open();
		await person.answer(ITEMS.slice(0, 4));
		await person.finish();
		person.leave();
		done.sheets++;
	}
}

async function pages(end: number): Promise<void> {
	for (let i = 0; performance.now() < end; i++) {
		await send(`${ORIGIN}${PAGES[i % PAGES.length]}`, null);
		if (i % 50 === 0) await post(`${ORIGIN}/api/v1/report.pdf`, { sheet: typicalSheet({}, i) });
		done.pages++;
		await sleep(50);
	}
}

function tell({ heap, external, rss }: Memory): void {
	const [h, e, r] = [heap, external, rss].map((megabytes) => megabytes.toFixed(1));
	say(`heap ${h} MB, beside it ${e} MB, process ${r} MB`);
}

function mean(looks: readonly Memory[]): number {
	return sum(looks.map(({ heap }) => heap)) / looks.length;
}

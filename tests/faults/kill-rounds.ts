/**
 * Answers in a round while its server is killed again and again, on the real server:
 *
 *   node tests/faults/kill-rounds.ts [sqlite|postgres|two] [people] [kills]
 *
 * Half of the people share a link, half have one each for single use. After each kill the server must have what it had
 * acknowledged; at the end each person's sheet must be there once, whole and handed in.
 */
import { createContext } from '../../src/lib/server/context.ts';
import { inTurns, percentiles, sleep } from '../support/load/measure.ts';
import { ITEMS, openedRoundOn } from '../support/load/open-round.ts';
import { openPlace, placeKinds, runAt, type Place, type PlaceKind } from '../support/load/place.ts';
import { Respondent } from '../support/load/respondent.ts';
import { check, say, sum } from '../support/load/say.ts';

const [kind = 'sqlite', people = '100', kills = '20'] = process.argv.slice(2);
const PEOPLE = Number(people);
const KILLS = Number(kills);
const PORT = Number(process.env.PORT ?? 3246);
if (!placeKinds.includes(kind as PlaceKind)) {
	console.error('Say where: sqlite, postgres or two.');
	process.exit(1);
}

await runAt(await openPlace(kind as PlaceKind, PORT, { errors: 'ignore' }), run);

async function run(place: Place): Promise<void> {
	console.log(`\n${kind}, ${PEOPLE} people answer, killed ${KILLS} times`);
	const context = await createContext(place.storage);
	const half = Math.ceil(PEOPLE / 2);
	const round = await openedRoundOn(context, { headcount: half, singleUse: PEOPLE - half });
	const respondents = Array.from({ length: PEOPLE }, (_, i) => {
		const own = i < half ? null : round.singleUse.tokens[i - half]!;
		const teamId = own ? round.singleUse.teamId : round.teamId;
		return new Respondent(place.origin, own ?? round.token, { roundId: round.roundId, teamId });
	});

	// Beginning is the first thing that must survive: a link for single use is used up by it.
	const beginning = Promise.all(respondents.map((each) => each.open()));
	await sleep(Math.random() * 100);
	await place.killAndRestart(100);
	await beginning;

	let wrong = 0;
	const away: number[] = [];
	const stop = answerOn(respondents);
	for (let kill = 0; kill < KILLS; kill++) {
		await sleep(300 + Math.random() * 700);
		const { killedAt, readyAt } = await place.killAndRestart(Math.random() * 300);
		away.push(readyAt - killedAt);
		wrong += sum(await Promise.all(respondents.map((each) => each.wrongAnswers())));
	}
	await stop();
	say(`server away: ${percentiles(away)}`);
	say(`messages acknowledged: ${sum(respondents.map((each) => each.messages))}`);
	say(`tried again: ${sum(respondents.map(({ failures }) => failures.length))} times`);
	check(wrong === 0, 'after each kill every acknowledged answer is there, and none older or newer');

	const finishing = inTurns(PEOPLE, PEOPLE, (i) => respondents[i]!.finish());
	await sleep(50);
	await place.killAndRestart(100);
	await finishing;
	const sheets = await context.db.read.selectFrom('sheets').selectAll().execute();
	const answers = await context.db.read.selectFrom('answers').selectAll().execute();
	await context.close();
	const expected = new Set(respondents.map(({ sheet }) => sheet));
	const areTheirs = sheets.every(({ id, finished }) => expected.has(id) && finished === 1);
	check(
		areTheirs && sheets.length === PEOPLE,
		`${sheets.length} sheets of ${PEOPLE}, handed in, each once`
	);
	check(
		answers.length === PEOPLE * ITEMS.length,
		`${answers.length} answers in them, each item once`
	);
}

/** Everybody changes their mind about three items several times a second, until they are stopped. */
function answerOn(respondents: readonly Respondent[]): () => Promise<unknown> {
	let isOver = false;
	const answering = respondents.map(async (each) => {
		while (!isOver) {
			const first = Math.floor(Math.random() * (ITEMS.length - 2));
			await each.answer(ITEMS.slice(first, first + 3));
			await sleep(100 + Math.random() * 300);
		}
	});
	return () => {
		isOver = true;
		return Promise.all(answering);
	};
}

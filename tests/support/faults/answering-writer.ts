/**
 * Answers on the real storage until it has been told so often, and says on its output what has been acknowledged.
 * Run by Node alone: `node tests/support/faults/answering-writer.ts PLACE WRITES`, the place a file or PostgreSQL's address.
 */
import { createDeviceKey, sheetId } from '../../../src/lib/server/access/device-key.ts';
import { contextOn } from '../../../src/lib/server/context.ts';
import { openPostgres } from '../../../src/lib/server/database/postgres.ts';
import { openSqlite } from '../../../src/lib/server/database/sqlite.ts';
import { createMemoryFeed } from '../../../src/lib/server/live/live-feed.ts';
import { openAnswerLink } from '../../../src/lib/server/use-cases/open-answer-link.ts';
import { saveAnswers } from '../../../src/lib/server/use-cases/save-answers.ts';
import { ITEMS, openedRoundOn } from '../load/open-round.ts';
import { valueOf } from './answer-lines.ts';

const [place, writes] = process.argv.slice(2) as [string, string];
const PEOPLE = 40;
const ITEMS_AT_ONCE = 3;
/** As when somebody closes a round: the log of SQLite is emptied. */
const SCRUB_EVERY = 150;

const database = await (place.startsWith('postgres:') ? openPostgres(place) : openSqlite(place));
const context = contextOn(database, createMemoryFeed());
const { roundId, teamId, token } = await openedRoundOn(context);
const people = Array.from({ length: PEOPLE }, () => {
	const deviceKey = createDeviceKey();
	const sheet = sheetId(deviceKey, { roundId, teamId, lens: 'member' });
	return { answerer: { token, deviceKey }, sheet, revision: 0 };
});
for (const { answerer } of people) await openAnswerLink(context, answerer);

for (let burst = 0, done = 0; done < Number(writes); burst++) {
	const together = 1 + (burst % 7);
	await Promise.all(
		Array.from({ length: together }, (_, i) => answer(people[(done + i) % PEOPLE]!))
	);
	done += together;
	if (burst % SCRUB_EVERY === SCRUB_EVERY - 1) await context.db.scrub();
}
await context.close();

async function answer(person: (typeof people)[number]): Promise<void> {
	const revision = ++person.revision;
	const items = Array.from(
		{ length: ITEMS_AT_ONCE },
		(_, i) => ITEMS[(revision * ITEMS_AT_ONCE + i) % ITEMS.length]!
	);
	const sent = items.map((item) => ({ item, value: valueOf(revision), revision }));
	const saved = await saveAnswers(context, person.answerer, sent);
	if (saved.refusal !== null) throw new Error(saved.refusal);
	process.stdout.write(`${person.sheet} ${revision} ${items.join(' ')}\n`);
}

/** A program that votes without end and says on its output what has been acknowledged. Run by Node alone. */
import { contextOn } from '../../src/lib/server/context.ts';
import { openSqlite } from '../../src/lib/server/database/sqlite.ts';
import { createMemoryFeed } from '../../src/lib/server/live/live-feed.ts';
import { castVote } from '../../src/lib/server/use-cases/cast-vote.ts';

const [file, workshopId, firstRevision, ...seats] = process.argv.slice(2) as [
	string,
	string,
	string,
	...string[]
];
const context = contextOn(await openSqlite(file), createMemoryFeed());

for (let revision = Number(firstRevision); ; revision++) {
	const level = 1 + (revision % 5);
	await Promise.all(
		seats.map(async (seat) => {
			const vote = { dimension: 'voice', ballot: 'first' as const, level, revision };
			const refusal = await castVote(context, { workshopId, seat }, vote);
			if (refusal) throw new Error(refusal);
			process.stdout.write(`${seat} ${revision}\n`);
		})
	);
}

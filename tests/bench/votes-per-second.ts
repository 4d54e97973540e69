/**
 * How many votes one process acknowledges in a second, through HTTP and onto the disk:
 *
 *   node tests/bench/votes-per-second.ts [sqlite|postgres|two] [people] [seconds]
 *
 * Everybody votes again as soon as the vote before is acknowledged, but not faster than a seat may.
 */
import { openHall } from '../support/load/hall.ts';
import { percentiles, sleep } from '../support/load/measure.ts';
import { openPlace, runAt, type PlaceKind } from '../support/load/place.ts';
import { say, sum } from '../support/load/say.ts';

const [kind = 'sqlite', people = '300', lasting = '10'] = process.argv.slice(2);
const PORT = Number(process.env.PORT ?? 3336);
/** A seat may write 150 times in ten seconds. */
const LEAST_BETWEEN_MS = 72;

await runAt(await openPlace(kind as PlaceKind, PORT), async ({ origin }) => {
	const { phones } = await openHall(origin, Number(people));
	const end = performance.now() + Number(lasting) * 1000;
	await Promise.all(
		phones.map(async (phone) => {
			while (performance.now() < end) await Promise.all([phone.vote(), sleep(LEAST_BETWEEN_MS)]);
		})
	);
	const votes = sum(phones.map(({ acknowledged }) => acknowledged));
	console.log(`\n${kind}, ${people} people: ${Math.round(votes / Number(lasting))} votes a second`);
	say(`acknowledged in: ${percentiles(phones.flatMap(({ waits }) => waits))}`);
	say(`refused: ${sum(phones.map(({ failures }) => failures.length))}`);
});

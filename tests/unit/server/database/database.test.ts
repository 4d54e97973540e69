import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '$lib/server/database/database';
import type { Writer } from '$lib/server/database/schema';
import { empty, kinds } from '../../../support/databases';
import { roundRow } from '../../../support/rows';

describe.each(kinds)('a database on $name', ({ open }) => {
	let database: Database;
	beforeAll(async () => {
		database = await open();
	}, 60_000);
	beforeEach(() => empty(database));
	afterAll(() => database.close());

	const insert = (id: string) => (writer: Writer) =>
		writer.insertInto('rounds').values(roundRow(id)).execute();
	const ids = async () =>
		(await database.read.selectFrom('rounds').select('id').orderBy('id').execute()).map(
			({ id }) => id
		);

	test('shows what was written as soon as it is acknowledged', async () => {
		await database.write(insert('a'));

		expect(await ids()).toEqual(['a']);
	});

	test('tries whether writing works without a trace', async () => {
		await database.write(insert('a'));
		await database.tryWriting();

		expect(await ids()).toEqual(['a']);
	});

	test('hands back what the write comes to', async () => {
		expect(await database.write(async () => 'done')).toBe('done');
	});

	test('writes all of a piece of work or nothing', async () => {
		const work = database.write(async (writer) => {
			await insert('a')(writer);
			throw new Error('changed my mind');
		});

		await expect(work).rejects.toThrow('changed my mind');
		expect(await ids()).toEqual([]);
	});

	test('keeps a failing write from failing those that arrived with it', async () => {
		const outcomes = await Promise.allSettled([
			database.write(insert('a')),
			database.write(insert('a')),
			database.write(async (writer) => {
				await insert('b')(writer);
				throw new Error('no');
			}),
			database.write((writer) => sql`select no_such_column from rounds`.execute(writer)),
			database.write(insert('c'))
		]);

		const statuses = outcomes.map(({ status }) => status);
		// Where writers do not wait for each other, either of two equal rows may come first.
		expect(statuses.slice(0, 2).sort()).toEqual(['fulfilled', 'rejected']);
		expect(statuses.slice(2)).toEqual(['rejected', 'rejected', 'fulfilled']);
		expect(await ids()).toEqual(['a', 'c']);
	});

	test('goes on after a failure', async () => {
		await expect(database.write(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
		await database.write(insert('a'));

		expect(await ids()).toEqual(['a']);
	});

	test('loses no update when many change the same row at once', async () => {
		await database.write(insert('a'));
		const increment = (writer: Writer) =>
			writer
				.updateTable('rounds')
				.set(({ eb }) => ({ version: eb('version', '+', 1) }))
				.execute();

		await Promise.all(Array.from({ length: 50 }, () => database.write(increment)));

		const { version } = await database.read
			.selectFrom('rounds')
			.select('version')
			.executeTakeFirstOrThrow();
		expect(version).toBe(51);
	});

	test('lets a write hold the row that its decision rests on', async () => {
		await database.write(insert('a'));
		const openOnce = (writer: Writer) =>
			writer
				.selectFrom('rounds')
				.select('state')
				.where('id', '=', 'a')
				.forUpdate()
				.executeTakeFirstOrThrow()
				.then(async ({ state }) => {
					if (state === 'open') return 'too late';
					await writer.updateTable('rounds').set({ state: 'open' }).execute();
					return 'opened';
				});

		const outcomes = await Promise.all([database.write(openOnce), database.write(openOnce)]);

		expect(outcomes.sort()).toEqual(['opened', 'too late']);
	});

	test('removes with a round all that belongs to it, and leaves the round that followed it', async () => {
		await database.write(async (writer) => {
			await insert('a')(writer);
			await writer
				.insertInto('rounds')
				.values(roundRow('b', { previous_id: 'a' }))
				.execute();
			await writer
				.insertInto('sheets')
				.values({ id: 's', round_id: 'a', team_id: null, lens: 'customer', finished: 1 })
				.execute();
			await writer
				.insertInto('answers')
				.values({ sheet_id: 's', item: 'voice-1', value: 3, revision: 1 })
				.execute();
		});

		await database.write((writer) => writer.deleteFrom('rounds').where('id', '=', 'a').execute());

		const [next] = await database.read.selectFrom('rounds').select(['id', 'previous_id']).execute();
		expect(next).toEqual({ id: 'b', previous_id: null });
		expect(await database.read.selectFrom('answers').selectAll().execute()).toEqual([]);
	});

	test('scrubs what was deleted without disturbing the rest', async () => {
		await database.write(insert('a'));
		await database.scrub();

		expect(await ids()).toEqual(['a']);
	});
});

import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createContext, type Context } from '$lib/server/context';
import { lookAtJoinCode } from '$lib/server/use-cases/look-at-join-code';
import { StreamReader } from '../../support/streams';
import { join, press, roomAt, vote, type TestSeat } from '../../support/workshops';

const url = process.env.TEST_DATABASE;

describe.runIf(url)('two processes on one PostgreSQL', () => {
	const name = `holoscope_${randomBytes(6).toString('hex')}`;
	let here: Context;
	let there: Context;
	beforeAll(async () => {
		await administer(`create database ${name}`);
		const address = new URL(url!);
		address.pathname = `/${name}`;
		const settings = { databaseUrl: address.href, databaseFile: '' };
		here = await createContext(settings);
		there = await createContext(settings);
	}, 30_000);
	afterAll(async () => {
		await Promise.all([here.close(), there.close()]);
		await administer(`drop database ${name} with (force)`);
	});

	async function administer(statement: string): Promise<void> {
		const client = new pg.Client({ connectionString: url });
		await client.connect();
		await client.query(statement).finally(() => client.end());
	}
	const everyOther = (i: number) => (i % 2 === 0 ? here : there);
	async function votingRoom() {
		const room = await roomAt(here, 'clues', { people: 0 });
		const seats: TestSeat[] = [];
		for (let i = 0; i < 12; i++) seats.push(await join(everyOther(i), room));
		await press(there, room, { kind: 'open-vote' });
		const watch = (context: Context) =>
			new StreamReader(context.rooms.watch(room.workshopId, 'participant'));
		return { ...room, seats, watchers: [watch(here), watch(there)] };
	}

	test('are one workshop: a vote here and a reveal there show everywhere', async () => {
		const { seats, watchers, ...room } = await votingRoom();
		await Promise.all(seats.map((seat, i) => vote(everyOther(i), seat, i < 6 ? 2 : 4)));
		for (const watcher of watchers)
			await expect
				.poll(() => watcher.latest?.scene.voted, { timeout: 5_000 })
				.toEqual({ as: 'count', finished: 12 });

		await press(there, room, { kind: 'reveal' });
		for (const watcher of watchers)
			await expect
				.poll(() => watcher.latest.scene.first?.dots, { timeout: 5_000 })
				.toEqual({ as: 'counts', counts: [0, 6, 0, 6, 0] });
	}, 30_000);

	test('lose nothing acknowledged when PostgreSQL drops every connection, and come back by themselves', async () => {
		const { seats, watchers, ...room } = await votingRoom();
		const outcomes = seats.map(async (seat, i) => {
			for (let attempt = 0; attempt < 50; attempt++) {
				// What a phone does: send the same again until it is acknowledged.
				const isDone = await vote(everyOther(i), seat, 3).then(
					(refusal) => refusal === null,
					() => false
				);
				if (isDone) return true;
				await new Promise((resolve) => setTimeout(resolve, 100));
			}
			return false;
		});
		await administer(
			`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`
		);
		expect(await Promise.all(outcomes)).toEqual(Array(12).fill(true));

		await expect
			.poll(() => press(here, room, { kind: 'reveal' }).then(() => 'done', String), {
				timeout: 10_000
			})
			.toBe('done');
		for (const watcher of watchers)
			await expect.poll(() => watcher.latest?.scene.first?.n, { timeout: 15_000 }).toBe(12);
	}, 60_000);

	test('count wrong codes together, and go on by themselves when they lose touch', async () => {
		const room = await votingRoom();
		const guess = (context: Context, address: string, code = 'CCCC-2222') =>
			lookAtJoinCode(context, { code, address });
		for (let i = 0; i < 40; i++)
			expect(await guess(everyOther(i), '192.0.2.40')).toEqual({ refusal: 'no-such-code' });
		for (const context of [here, there])
			await expect
				.poll(() => guess(context, '192.0.2.40', room.code), { timeout: 5_000 })
				.toEqual({ refusal: 'too-many-tries' });
		expect(await guess(here, '192.0.2.41', room.code)).toMatchObject({ refusal: null });

		await there.live.close();
		for (let i = 0; i < 40; i++) await guess(there, '192.0.2.42');
		expect(await guess(there, '192.0.2.42', room.code)).toEqual({ refusal: 'too-many-tries' });
	}, 30_000);
});

import { createServer, type AddressInfo, type Socket } from 'node:net';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { openPostgres } from '$lib/server/database/postgres';
import { storageProblemOf } from '$lib/server/database/storage-problem';
import { watchedPool } from '$lib/server/database/watched-pool';
import { cableTo } from '../../../support/faults/cable';
import { roundRow } from '../../../support/rows';

const PID = 4711;
const problemOf = (work: Promise<unknown>) => work.then(() => 'none', storageProblemOf);

/** Lets everybody in, as PostgreSQL does, and then answers no question. */
async function silentServer() {
	const sockets: Socket[] = [];
	const server = createServer((socket) => {
		sockets.push(socket.on('error', () => {}));
		socket.once('data', () => socket.write(Buffer.concat([letIn, itsProcess, readyForQuery])));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => {
		sockets.forEach((socket) => socket.destroy());
		server.close();
	});
	return `postgres://app@127.0.0.1:${(server.address() as AddressInfo).port}/app`;
}
const letIn = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0]);
const itsProcess = Buffer.from([0x4b, 0, 0, 0, 12, 0, 0, PID >> 8, PID & 0xff, 0, 0, 0, 1]);
const readyForQuery = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

async function poolOn(url: string, askWhoWorks: () => Promise<Set<number>>) {
	const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 1_000 });
	pool.on('error', () => {});
	pool.on('connect', (client) => client.on('error', () => {}));
	return watchedPool(pool, { silentMs: 50, askWhoWorks });
}

test('gives up a query when the server cannot be reached any more, and its connection with it', async () => {
	const pool = await poolOn(await silentServer(), () => Promise.reject(new Error('unreachable')));
	const client = await pool.connect();

	expect(await problemOf(client.query('select 1', []))).toBe('storage-unavailable');
	expect(await problemOf(client.query('rollback', []))).toBe('storage-unavailable');
	client.release();
	const next = await pool.connect();
	expect(next).not.toBe(client);
	next.release(true);
});

test('gives up a query that the server knows nothing of', async () => {
	const pool = await poolOn(await silentServer(), async () => new Set([PID + 1]));
	const client = await pool.connect();

	expect(await problemOf(client.query('select 1', []))).toBe('storage-unavailable');
	client.release();
});

test('waits for a query that the server is still working on', async () => {
	let asked = 0;
	const pool = await poolOn(await silentServer(), async () => {
		asked++;
		return new Set([PID]);
	});
	const client = await pool.connect();
	const outcome = problemOf(client.query('select 1', []));

	await expect.poll(() => asked).toBeGreaterThan(2);
	expect(await Promise.race([outcome, Promise.resolve('waiting')])).toBe('waiting');
	client.release(true);
	expect(await outcome).toBe('storage-unavailable');
});

test.runIf(process.env.TEST_DATABASE)(
	'says soon that storage is unavailable when the network is cut, and goes on once it is back',
	async () => {
		const address = new URL(process.env.TEST_DATABASE!);
		const cable = await cableTo(Number(address.port));
		address.port = `${cable.port}`;
		const database = await openPostgres(address.href);
		onTestFinished(async () => {
			await database.close();
			await cable.close();
		});
		const id = `cut-${crypto.randomUUID()}`;
		const write = () =>
			database.write((writer) =>
				writer.updateTable('rounds').set({ organization: 'Lumen' }).where('id', '=', id).execute()
			);
		await database.write((writer) => writer.insertInto('rounds').values(roundRow(id)).execute());
		await Promise.all(Array.from({ length: 10 }, write));

		cable.cut();
		const since = performance.now();
		expect(await Promise.all(Array.from({ length: 20 }, () => problemOf(write())))).toEqual(
			Array(20).fill('storage-unavailable')
		);
		expect(performance.now() - since).toBeLessThan(10_000);

		cable.mend('forgotten');
		expect(await problemOf(write())).toBe('none');
		await database.write((writer) => writer.deleteFrom('rounds').where('id', '=', id).execute());
	},
	30_000
);

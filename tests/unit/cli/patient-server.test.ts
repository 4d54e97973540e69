import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { patience, patientServer, type Patience } from '../../../src/cli/patient-server';
import { ask } from '../../support/ask';
import { drip } from '../../support/fuzz/raw';

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

/** A server that answers with what it was sent, and is short of patience. */
async function impatient(changes: Partial<Patience>): Promise<string> {
	const server = patientServer(
		async (request, response) => {
			const body = await text(request).catch(() => null);
			if (body !== null) response.end(body);
		},
		{ ...patience, look: 50, ...changes }
	);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	stops.push(() => {
		server.closeAllConnections();
		server.close();
	});
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const post = 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\n';
const statusOf = (answer: string) => Number(answer.split(' ')[1]);

test('a body that never ends is ended, and others are answered meanwhile', async () => {
	const origin = await impatient({ request: 400, headers: 300 });
	const slow = drip(origin, post);
	stops.push(slow.stop);

	expect(await ask(origin, { path: '/', method: 'POST', body: 'quick' })).toMatchObject({
		status: 200,
		text: 'quick'
	});
	expect(statusOf(await slow.answer)).toBe(408);
});

test('headers that never end are ended', async () => {
	const origin = await impatient({ request: 60_000, headers: 300 });
	const slow = drip(origin, 'GET / HTTP/1.1\r\nHost: a\r\nX-A: ');
	stops.push(slow.stop);

	expect(statusOf(await slow.answer)).toBe(408);
});

test('whoever sends nothing at all is hung up on', async () => {
	const origin = await impatient({ stalled: 200 });
	const silent = connect(Number(new URL(origin).port), '127.0.0.1');

	expect(await once(silent.resume(), 'close')).toEqual([false]);
});

test('people who host it get a minute for a request: as long as a slow phone needs, and no longer', () => {
	const server = patientServer(() => {});

	expect(server).toMatchObject({
		requestTimeout: 60_000,
		headersTimeout: 20_000,
		keepAliveTimeout: 75_000,
		timeout: 120_000
	});
});

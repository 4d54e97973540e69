import type { Handle, HandleServerError } from '@sveltejs/kit';
import { beforeAll, expect, test, vi } from 'vitest';
import { log } from '$lib/server/operations/log';
import { handle, handleError, init } from '../../src/hooks.server';

beforeAll(() => init());

type Event = Parameters<Handle>[0]['event'];
const request = () =>
	({
		locals: {},
		params: {},
		request: new Request('http://localhost/r/secret'),
		route: { id: '/r/[token]' }
	}) as unknown as Event;

/** A page whose loading throws this, as SvelteKit answers it. */
async function answerTo(error: unknown, status = 500) {
	const event = request();
	const written = vi.spyOn(log, 'error').mockImplementation(() => {});
	let body: App.Error | undefined;
	const response = await handle({
		event,
		resolve: async () => {
			const fault = { error, event, status, message: 'Internal Error' };
			body = (await handleError(fault as Parameters<HandleServerError>[0])) as App.Error;
			return Response.json(body, { status });
		}
	});
	// As the log writes an error; JSON alone would say nothing about it.
	const inFull = (_: string, value: unknown) => (value instanceof Error ? value.stack : value);
	const logged = JSON.stringify(written.mock.calls, inFull);
	written.mockRestore();
	return { response, body, logged };
}

test.each([
	['a full disk', { code: 'ERR_SQLITE_ERROR', errcode: 13 }, 'storage-full', /disk is full/],
	['a locked database', { code: 'ERR_SQLITE_ERROR', errcode: 5 }, 'storage-locked', /busy/],
	['a read-only disk', { code: 'EROFS' }, 'storage-read-only', /cannot be written to/],
	['a lost server', { code: 'ECONNREFUSED' }, 'storage-unavailable', /does not answer/]
])('answers %s with 503, in words, and says when to try again', async (_, code, problem, words) => {
	const { response, body } = await answerTo(Object.assign(new Error('raw'), code));

	expect(response.status).toBe(503);
	expect(response.headers.get('retry-after')).toBe('60');
	expect(await response.json()).toMatchObject({ problem, message: expect.stringMatching(words) });
	expect(body?.message).not.toContain('raw');
});

test('answers a bug of ours with 500', async () => {
	const { response, body } = await answerTo(new TypeError('x is not a function'));

	expect(response.status).toBe(500);
	expect(body?.problem).toBeUndefined();
});

test('logs the route and not the address, which may hold a secret link', async () => {
	const { logged } = await answerTo(new Error('oops'));

	expect(logged).toContain('/r/[token]');
	expect(logged).not.toContain('secret');
});

test('does not log an address that cannot be read, for it may hold a secret link too', async () => {
	const { response, logged } = await answerTo(new Error('Failed to decode URI: /r/secret/%'), 400);

	expect(response.status).toBe(400);
	expect(logged).not.toContain('secret');
});

test('answers a form that arrived cut off with 400, in words, and logs no fault', async () => {
	const { response, logged } = await answerTo(
		new TypeError('Failed to parse body as FormData.', { cause: new TypeError('no boundary') })
	);

	expect(response.status).toBe(400);
	expect(await response.text()).toMatch(/Nothing was saved/);
	expect(logged).toBe('[]');
});

test('answers a question for the head alone at once, also where the body would never end', async () => {
	const cancel = vi.fn();
	const event = request();
	event.request = new Request('http://localhost', { method: 'HEAD' });
	const response = await handle({
		event,
		resolve: () => new Response(new ReadableStream({ cancel }), { headers: { 'x-a': 'b' } })
	});

	expect(response.body).toBeNull();
	expect(response.headers.get('x-a')).toBe('b');
	expect(cancel).toHaveBeenCalled();
});

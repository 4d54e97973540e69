import { fileAnswer } from '$lib/server/api/file-answer';
import { problemAnswer } from '$lib/server/api/problem-answer';
import { readJson } from '$lib/server/api/read-json';
import { expect, test } from 'vitest';
import { z } from 'zod';

const schema = z.strictObject({ name: z.string() });

function post(body: BodyInit, headers: Record<string, string> = {}) {
	const init = {
		method: 'POST',
		body,
		headers: { 'content-type': 'application/json', ...headers },
		duplex: 'half'
	};
	return readJson(new Request('http://localhost/', init), schema, 100);
}

test('reads JSON of the right shape', async () => {
	expect(await post('{"name":"Ada"}')).toEqual({ ok: true, value: { name: 'Ada' } });
});

test.each([
	['another type', '{"name":"Ada"}', { 'content-type': 'text/plain' }, 'not-json'],
	['JSON that is cut off', '{"name":', {}, 'malformed'],
	['bytes that are not text', new Uint8Array([0xff, 0xfe]), {}, 'malformed'],
	['nothing', '', {}, 'malformed'],
	['more than the limit', `{"name":"${'x'.repeat(100)}"}`, {}, 'too-large'],
	['a length that is said to be more', '{}', { 'content-length': '101' }, 'too-large']
])('refuses %s', async (_, body, headers, code) => {
	expect(await post(body, headers as Record<string, string>)).toEqual({ ok: false, code });
});

test('counts what really arrives, not what was announced', async () => {
	const chunk = new TextEncoder().encode('x'.repeat(60));
	const stream = new ReadableStream({
		start(controller) {
			controller.enqueue(chunk);
			controller.enqueue(chunk);
			controller.close();
		}
	});
	expect(await post(stream, { 'content-length': '10' })).toEqual({ ok: false, code: 'too-large' });
});

test('says where something is wrong, and why', async () => {
	expect(await post('{"name":7}')).toMatchObject({
		code: 'invalid',
		problems: [{ path: 'name', reason: expect.stringContaining('string') }]
	});
});

test('answers problems in one form, and asks a busy caller to come back', async () => {
	const answer = problemAnswer('busy');
	expect(answer.status).toBe(503);
	expect(answer.headers.get('retry-after')).toBe('5');
	expect(answer.headers.get('cache-control')).toBe('no-store');
	expect(await answer.json()).toEqual({
		error: { code: 'busy', message: expect.stringContaining('Nothing was stored') }
	});
});

test.each([
	['Plain 1.pdf', 'filename="Plain 1.pdf"; filename*=UTF-8\'\'Plain%201.pdf'],
	['Żółć.pdf', 'filename="Zoc.pdf"; filename*=UTF-8\'\'%C5%BB%C3%B3%C5%82%C4%87.pdf'],
	['a"b/c\r\nSet-Cookie: x.pdf', 'filename="a b c Set-Cookie x.pdf"'],
	["it's (1)*.pdf", "filename*=UTF-8''it%27s%20%281%29%20.pdf"],
	['\ud800x\u202egnp.pdf', 'filename="x gnp.pdf"']
])('gives the file “%s” a name that is safe in every system', (name, expected) => {
	const { headers } = fileAnswer(new Uint8Array(1), name, 'application/pdf');
	expect(headers.get('content-disposition')).toContain(expected);
	expect(headers.get('cache-control')).toBe('no-store');
});

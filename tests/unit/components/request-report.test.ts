import { requestReport } from '$lib/components/report/request-report';
import { expect, test, vi } from 'vitest';
import { someSheet } from '../../support/sheets';

const request = { sheet: someSheet(), paper: 'a4' as const };
const answerTo = (response: Response) => requestReport(request, async () => response);
const json = (status: number, message: string, headers = {}) =>
	Response.json({ error: { code: 'x', message } }, { status, headers });

test('sends the sheet and the paper, and gives back the file', async () => {
	const report = new Response('%PDF', { headers: { 'content-type': 'application/pdf' } });
	const send = vi.fn<typeof fetch>().mockResolvedValue(report);
	const answer = await requestReport(request, send);

	expect(answer.ok && (await answer.file.text())).toBe('%PDF');
	const [url, init] = send.mock.calls[0]!;
	expect(url).toBe('/api/v1/report.pdf');
	expect(JSON.parse(init!.body as string)).toEqual({ sheet: someSheet(), paper: 'a4' });
});

test.each([
	['busy', json(503, 'full', { 'retry-after': '7' }), { kind: 'busy', seconds: 7 }],
	['busy, with no word how long', json(503, 'full'), { kind: 'busy', seconds: null }],
	[
		'busy until a date',
		json(429, 'slow', { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }),
		{ kind: 'busy', seconds: null }
	],
	[
		'refusing the content',
		json(422, 'No glyph for it.'),
		{ kind: 'refused', reason: 'No glyph for it.' }
	],
	['refusing the size', json(413, 'Too long.'), { kind: 'refused', reason: 'Too long.' }],
	['refusing without a reason', new Response('', { status: 422 }), { kind: 'failed', status: 422 }],
	['without reports', new Response('<html>', { status: 404 }), { kind: 'failed', status: 404 }],
	['broken', new Response('', { status: 500 }), { kind: 'failed', status: 500 }],
	['answering with a page', new Response('<html>'), { kind: 'failed', status: 200 }]
])('tells a server that is %s', async (_, response, problem) => {
	expect(await answerTo(response)).toEqual({ ok: false, problem });
});

test('tells that there is no connection', async () => {
	const answer = await requestReport(request, () => Promise.reject(new TypeError('fetch failed')));
	expect(answer).toEqual({ ok: false, problem: { kind: 'offline' } });
});

import { expect, test } from '@playwright/test';
import { ask } from '../support/ask';
import { drip, sendRaw } from '../support/fuzz/raw';

const head = (line: string, ...headers: string[]) =>
	[line, 'Host: 127.0.0.1', 'Connection: close', ...headers, '', ''].join('\r\n');
const statusOf = (answer: string) => Number(answer.split(' ')[1]);
const form = 'Content-Type: application/x-www-form-urlencoded';

const refused: [what: string, bytes: string, statuses: number[]][] = [
	['no HTTP at all', '\u0016\u0003\u0001\u0002hello', [400]],
	['a version of its own', head('GET / HTTP/9.9'), [400, 505]],
	['a method of its own', head('STEAL / HTTP/1.1'), [400]],
	[
		'two lengths',
		head('POST /join HTTP/1.1', 'Content-Length: 3', 'Content-Length: 5') + 'abc',
		[400]
	],
	[
		'a length and chunks, which two servers read differently',
		head('POST /join HTTP/1.1', 'Content-Length: 3', 'Transfer-Encoding: chunked') + '0\r\n\r\n',
		[400]
	],
	['a negative length', head('POST /join HTTP/1.1', 'Content-Length: -1'), [400]],
	[
		'a sign that ends a line inside a header',
		head('GET / HTTP/1.1', 'X-A: b\rSet-Cookie: c=d'),
		[400]
	],
	['a header without a name', head('GET / HTTP/1.1', ': b'), [400]],
	['more headers than anybody needs', head('GET / HTTP/1.1', `X-A: ${'b'.repeat(40_000)}`), [431]],
	['a path that climbs', head('GET /../../../../etc/passwd HTTP/1.1'), [400, 404]],
	['a path that climbs in code', head('GET /%2e%2e/%2e%2e/%2e%2e/etc/passwd HTTP/1.1'), [400, 404]],
	[
		'a path that climbs with the other stroke',
		head('GET /..\\..\\package.json HTTP/1.1'),
		[400, 404]
	],
	[
		'a file beside the built ones',
		head('GET /_app/immutable/../../../server/index.js HTTP/1.1'),
		[400, 404]
	],
	['half a sign', head('GET /rounds/%e0%a4 HTTP/1.1'), [400]],
	[
		'a broken chunk',
		head('POST /join HTTP/1.1', form, 'Transfer-Encoding: chunked') + 'zz\r\n',
		[400, 403]
	]
];

for (const [what, bytes, statuses] of refused) {
	test(`${what} is refused without a word about the server`, async ({ baseURL }) => {
		const answer = await sendRaw(baseURL!, bytes);

		expect(statuses, answer).toContain(statusOf(answer));
		expect(answer).not.toMatch(/root:|node_modules|\bat \S+ \(|\/(home|tmp|usr|srv|work)\//);
		expect(answer).not.toMatch(/^set-cookie/im);
		expect((await ask(baseURL!, { path: '/readyz' })).status).toBe(200);
	});
}

test('an address of elsewhere in the first line leads nowhere else', async ({ baseURL }) => {
	const answer = await sendRaw(baseURL!, head('GET http://elsewhere.example/ HTTP/1.1'));

	expect(statusOf(answer)).toBeLessThan(500);
	expect(answer).not.toMatch(/location: .*elsewhere/i);
	expect(answer).not.toContain('https://elsewhere.example');
});

test('two hundred bodies that never end do not keep others waiting', async ({ baseURL }) => {
	const slow = Array.from({ length: 200 }, () =>
		drip(baseURL!, head('POST /join HTTP/1.1', form, `Origin: ${baseURL}`, 'Content-Length: 60000'))
	);
	try {
		for (const path of ['/', '/join', '/assess', '/rounds/new', '/readyz'])
			expect((await ask(baseURL!, { path })).status, path).toBe(200);
	} finally {
		for (const { stop } of slow) stop();
	}
});

test('a body that never ends is ended', async ({ baseURL }) => {
	test.skip(!process.env.FUZZ_REQUESTS, 'takes the minute that a slow phone is given');
	test.setTimeout(150_000);
	const post = head('POST /join HTTP/1.1', form, `Origin: ${baseURL}`, 'Content-Length: 60000');

	expect(statusOf(await drip(baseURL!, post).answer)).toBe(408);
});

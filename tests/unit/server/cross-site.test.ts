import { expect, test } from 'vitest';
import { isFromElsewhere } from '$lib/server/cross-site';

const site = 'sec-fetch-site';
test.each<[string, string, Record<string, string>, boolean]>([
	['a page of ours', 'POST', { [site]: 'same-origin', origin: 'https://a.example' }, false],
	['a page of another site', 'POST', { [site]: 'cross-site' }, true],
	['a page of a neighbor', 'POST', { [site]: 'same-site' }, true],
	['an old browser on our page', 'POST', { origin: 'https://a.example', host: 'a.example' }, false],
	['an old browser elsewhere', 'POST', { origin: 'https://b.example', host: 'a.example' }, true],
	['a page without an origin', 'DELETE', { origin: 'null', host: 'a.example' }, true],
	['a program', 'POST', { host: 'a.example' }, false],
	['a link from another site', 'GET', { [site]: 'cross-site' }, false]
])('a write from %s', (_, method, headers, isElsewhere) => {
	expect(isFromElsewhere({ method, headers: new Headers(headers) })).toBe(isElsewhere);
});

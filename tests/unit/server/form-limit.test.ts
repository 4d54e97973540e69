import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { formLimit, isFormTooLarge } from '$lib/server/form-limit';
import { describe, expect, test } from 'vitest';

const FORM = 'application/x-www-form-urlencoded';

function sent(
	body: string,
	{ route = '/join', type = FORM, claims = true, method = 'POST' } = {}
): Parameters<typeof isFormTooLarge>[0] {
	const headers = {
		'content-type': type,
		...(claims && { 'content-length': String(Buffer.byteLength(body)) })
	};
	return {
		request: new Request('http://localhost', { method, headers, body }),
		route: { id: route }
	};
}

describe('A form', () => {
	test.each(['/join', '/workshops/new', '/workshops/[id=workshop]', '/rounds/[key]/follow', null])(
		'at %s takes 64 kB',
		async (route) => {
			const most = formLimit(route);

			expect(most).toBe(65_536);
			expect(await isFormTooLarge(sent('x'.repeat(most), { route: route ?? '' }))).toBe(false);
			expect(await isFormTooLarge(sent('x'.repeat(most + 1), { route: route ?? '' }))).toBe(true);
		}
	);

	test.each(['/rounds/new', '/rounds/[key]/edit'])(
		'at %s takes ten thousand pasted teams, to say in words that they are too many',
		async (route) => {
			const lines = Array.from({ length: 10_000 }, (_, at) => `Größe und Güte ${at}, 12`);
			const body = new URLSearchParams({ pasted: lines.join('\n') }).toString();

			expect(await isFormTooLarge(sent(body, { route }))).toBe(false);
		}
	);

	test('that sends a file has a limit of its own, or no file would arrive', () => {
		const routes = globSync('src/routes/**/*.svelte')
			.filter((path) => /multipart\/form-data/.test(readFileSync(path, 'utf8')))
			.map((path) => dirname(path).slice('src/routes'.length).replaceAll('\\', '/'));

		expect(routes.toSorted()).toEqual(['/rounds/[key]/branding', '/rounds/[key]/import']);
		for (const route of routes) expect(formLimit(route), route).toBeGreaterThan(1_000_000);
	});

	test.each(['multipart/form-data; boundary=x', 'text/plain', `${FORM}; charset=utf-8`])(
		'is counted as %s too',
		async (type) => {
			expect(await isFormTooLarge(sent('x'.repeat(70_000), { type }))).toBe(true);
		}
	);

	test('that does not say how long it is gets counted, and is read afterwards as it was sent', async () => {
		const small = sent('name=Lumen', { claims: false });

		expect(await isFormTooLarge(small)).toBe(false);
		expect((await small.request.formData()).get('name')).toBe('Lumen');
		expect(await isFormTooLarge(sent('x'.repeat(70_000), { claims: false }))).toBe(true);
	});
});

test('What is no form has limits of its own', async () => {
	expect(await isFormTooLarge(sent('x'.repeat(70_000), { type: 'application/json' }))).toBe(false);
});

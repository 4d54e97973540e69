import { createLimits } from '$lib/server/access/limits';
import { randomToken } from '$lib/server/access/secrets';
import { slowedDown } from '$lib/server/link-guesses';
import { expect, describe, test } from 'vitest';

const turnedAway = (seconds: number) =>
	new Response('Wait', { status: 429, headers: { 'retry-after': String(seconds) } });
const unknown = () => new Response('This link opens nothing here', { status: 404 });
const opened = () => new Response('Results', { status: 200 });
const from = (address: string, isDataRequest = false, routeId = '/results/[key]') => ({
	routeId,
	isDataRequest,
	address: () => address
});

describe('Links that open nothing', () => {
	test('are answered forty times in five minutes for one address, then with 429 and when to come back', async () => {
		const limits = createLimits();
		const statuses: number[] = [];
		for (let i = 0; i < 41; i += 1)
			statuses.push(
				(await slowedDown(unknown(), from('a'), async () => limits, turnedAway)).status
			);
		const stopped = await slowedDown(unknown(), from('a'), async () => limits, turnedAway);

		expect(statuses).toEqual([...Array<number>(40).fill(404), 429]);
		expect(stopped.status).toBe(429);
		const seconds = Number(stopped.headers.get('retry-after'));
		expect(seconds).toBeGreaterThan(290);
		expect(seconds).toBeLessThanOrEqual(300);
	});

	test.each([
		'/rounds/[key]/edit',
		'/answer/[key]/answers',
		'/results/[key]/results.json',
		'/facilitate/[token]',
		'/present/[token]',
		'/recap/[token]/report.pdf',
		'/workshops/facilitate/[token]/live',
		'/workshops/present/[token]/live'
	])('are counted on %s too', async (route) => {
		const limits = createLimits();
		for (let i = 0; i < 40; i += 1) limits.guessedLink('a');

		expect(
			(await slowedDown(unknown(), from('a', false, route), async () => limits, turnedAway)).status
		).toBe(429);
		expect(
			(await slowedDown(unknown(), from('a', false, '/'), async () => limits, turnedAway)).status
		).toBe(404);
	});

	test('are counted where a page’s data says so with status 200', async () => {
		const limits = createLimits();
		for (let i = 0; i < 40; i += 1) limits.guessedLink('a');
		const said = new Response('{"type":"error","error":{"refusal":"link-unknown"},"status":404}');

		const elsewhere = new Response('{"type":"error","error":{"message":"No"},"status":404}');

		expect((await slowedDown(said, from('a', true), async () => limits, turnedAway)).status).toBe(
			429
		);
		expect(
			(
				await slowedDown(
					elsewhere,
					from('a', true, '/recap/[token]'),
					async () => limits,
					turnedAway
				)
			).status
		).toBe(429);
	});

	test('get nowhere in a million tries, and keep nobody out whose link is right', async () => {
		const limits = createLimits();
		let answered = 0;
		for (let i = 0; i < 1_000_000; i += 1)
			if (limits.guessedLink(`address ${i % 5_000}`) === 0) answered += 1;

		expect(answered).toBe(1_000);
		for (const address of ['address 1', 'somebody else'])
			expect(
				(await slowedDown(opened(), from(address), async () => limits, turnedAway)).status
			).toBe(200);
		// A million links there were, and a million million tries: less than one in 10^19.
		const possible = 2 ** (Buffer.from(randomToken(), 'base64url').length * 8);
		expect((1e6 * 1e12) / possible).toBeLessThan(1e-19);
	}, 60_000);
});

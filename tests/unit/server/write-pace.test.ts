import { globSync } from 'node:fs';
import { createLimits } from '$lib/server/access/limits';
import { isHasty, type RoundWrite } from '$lib/server/write-pace';
import { expect, test } from 'vitest';

const write = (changes: Partial<RoundWrite> = {}): RoundWrite => ({
	method: 'POST',
	routeId: '/answer/[key]/answers',
	key: 'link',
	device: () => null,
	...changes
});

/** How many of so many writes are let through, one after the other. */
async function letThrough(count: number, each: (i: number) => RoundWrite): Promise<number> {
	const limits = createLimits({ now: () => 0 });
	let through = 0;
	for (let i = 0; i < count; i++) if (!(await isHasty(each(i), async () => limits))) through++;
	return through;
}

test.each(['/rounds/[key]', '/rounds/[key]/links/[place]', '/rounds/[key]/import'])(
	'a program with an organizer’s link writes 150 times in ten seconds at %s, and no more',
	async (routeId) => {
		expect(await letThrough(200, () => write({ routeId }))).toBe(150);
		expect(await letThrough(200, (i) => write({ routeId, key: `link ${i % 2}` }))).toBe(200);
		expect(await letThrough(200, () => write({ routeId, method: 'GET' }))).toBe(200);
	}
);

test('a device answers 150 times in ten seconds, whichever links it has; others beside it go on', async () => {
	const device = (name: string) => () => name;

	expect(await letThrough(200, (i) => write({ key: `link ${i}`, device: device('mine') }))).toBe(
		150
	);
	expect(await letThrough(5_000, (i) => write({ device: device(`phone ${i}`) }))).toBe(5_000);
});

test('a link begins 3,000 sheets in a minute, on however many devices', async () => {
	const sheets = (routeId: string) =>
		letThrough(4_000, (i) => write({ routeId, device: () => `phone ${i}` }));

	expect(await sheets('/answer/[key]/sheet')).toBe(3_000);
	expect(await sheets('/answer/[key]/guess/sheet')).toBe(3_000);
	for (const route of ['sheet', 'guess/sheet'])
		expect(globSync(`src/routes/answer/?key?/${route}/+server.ts`), route).toHaveLength(1);
});

test('a storage that does not open is left to say so itself', async () => {
	expect(await isHasty(write(), () => Promise.reject(new Error('no disk')))).toBe(false);
});

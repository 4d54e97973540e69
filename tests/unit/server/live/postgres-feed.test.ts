import pg from 'pg';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import type { LiveFeed, News } from '$lib/server/live/live-feed';
import { cableTo } from '../../../support/faults/cable';
import { openPostgresFeed } from '../../../support/feeds';

const url = process.env.TEST_DATABASE;

describe.runIf(url)('the feed across processes, when PostgreSQL drops its connections', () => {
	const feeds: LiveFeed[] = [];
	afterEach(() => Promise.all(feeds.splice(0).map((feed) => feed.close())));

	async function dropAll() {
		const client = new pg.Client({ connectionString: url });
		await client.connect();
		await client.query(
			`select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen holoscope%' or query ilike '%pg_notify%holoscope%' and pid <> pg_backend_pid()`
		);
		await client.end();
	}

	test('comes back by itself, says that news may be missing, and tells what it could not tell', async () => {
		const [here, there] = await Promise.all([openPostgresFeed(url!), openPostgresFeed(url!)]);
		feeds.push(here, there);
		const heard: News[] = [];
		let gaps = 0;
		there.listen({ onNews: (news) => heard.push(news), onGap: () => gaps++ });

		await dropAll();
		const workshopId = crypto.randomUUID();
		here.tell({ workshopId, kind: 'changed' });
		await expect.poll(() => gaps, { timeout: 5_000 }).toBeGreaterThan(0);
		// Whoever listened too late for the words themselves reads again because of the gap.
		here.tell({ workshopId, kind: 'changed' });
		await expect
			.poll(() => heard.some((news) => news.workshopId === workshopId), { timeout: 5_000 })
			.toBe(true);
	}, 15_000);

	test('notices a network that was cut and says nothing, and comes back once it is mended', async () => {
		const address = new URL(url!);
		const cable = await cableTo(Number(address.port));
		address.port = `${cable.port}`;
		const feed = await openPostgresFeed(address.href, { askEveryMs: 100 });
		feeds.push(feed);
		onTestFinished(() => cable.close());
		let gaps = 0;
		feed.listen({ onNews: () => {}, onGap: () => gaps++ });

		cable.cut();
		feed.tell({ workshopId: crypto.randomUUID(), kind: 'changed' });
		cable.mend('forgotten');
		await expect.poll(() => gaps, { timeout: 10_000 }).toBeGreaterThan(0);
	}, 15_000);
});

test('starts although PostgreSQL does not answer, and stops without waiting for it', async () => {
	const feed = await openPostgresFeed('postgres://nobody@127.0.0.1:1/nothing');
	feed.tell({ workshopId: 'w', kind: 'changed' });
	await feed.close();
});

import { afterEach, describe, expect, test } from 'vitest';
import type { LiveFeed, News } from '$lib/server/live/live-feed';
import { feedKinds } from '../../../support/feeds';

describe.each(feedKinds)('a feed of $name', ({ open }) => {
	let feeds: LiveFeed[] = [];
	afterEach(() => Promise.all(feeds.splice(0).map((feed) => feed.close())));

	async function twoEnds() {
		feeds = await open(2);
		const [here, there] = feeds as [LiveFeed, LiveFeed];
		return { here, there };
	}
	function hear(feed: LiveFeed) {
		const heard: News[] = [];
		const stop = feed.listen({ onNews: (news) => heard.push(news), onGap: () => {} });
		return { heard, stop };
	}
	// Other tests on the same server speak on the same channel.
	const one: News = { workshopId: crypto.randomUUID(), kind: 'changed' };
	const about = (heard: News[]) => heard.filter(({ workshopId }) => workshopId === one.workshopId);

	test('tells everyone who listens, here and in another process', async () => {
		const { here, there } = await twoEnds();
		const [near, far] = [hear(here), hear(there)];
		here.tell(one);

		await expect.poll(() => about(far.heard)).toEqual([one]);
		expect(about(near.heard)).toEqual([one]);
	});

	test('tells the one who speaks once, not again when the words come back', async () => {
		const { here, there } = await twoEnds();
		const [near, far] = [hear(here), hear(there)];
		here.tell(one);
		await expect.poll(() => about(far.heard).length).toBe(1);
		there.tell({ ...one, kind: 'facilitator-here' });

		await expect.poll(() => about(near.heard).length).toBe(2);
	});

	test('tells nobody who has stopped listening', async () => {
		const { here } = await twoEnds();
		const near = hear(here);
		near.stop();
		here.tell(one);

		expect(near.heard).toEqual([]);
	});
});

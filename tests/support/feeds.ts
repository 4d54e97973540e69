import { createMemoryFeed, type LiveFeed } from '$lib/server/live/live-feed';
import { createPostgresFeed } from '$lib/server/live/postgres-feed';
import { openPostgresLine } from '$lib/server/live/postgres-line';

/** One kind of feed that the same facts must hold for. `open(2)` gives two ends of one feed. */
export interface FeedKind {
	name: string;
	open(ends: number): Promise<LiveFeed[]>;
}

const memory: FeedKind = {
	name: 'one process',
	async open(ends) {
		const feed = createMemoryFeed();
		return Array.from({ length: ends }, () => feed);
	}
};

const postgres = (url: string): FeedKind => ({
	name: 'PostgreSQL',
	open: (ends) => Promise.all(Array.from({ length: ends }, () => openPostgresFeed(url)))
});

/** The feed across processes needs a real server: PGlite admits one client. */
export const feedKinds: FeedKind[] = process.env.TEST_DATABASE
	? [memory, postgres(process.env.TEST_DATABASE)]
	: [memory];

/** One end of the feed across processes, with a line of its own. */
export async function openPostgresFeed(
	url: string,
	options?: { askEveryMs?: number }
): Promise<LiveFeed> {
	return createPostgresFeed(await openPostgresLine(url, options));
}

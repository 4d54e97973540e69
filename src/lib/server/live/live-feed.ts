/** What happened in a workshop. Never what it was: whoever needs to know reads it. */
export interface News {
	workshopId: string;
	kind: 'changed' | 'facilitator-here' | 'facilitator-gone' | 'links-changed';
}

export interface FeedListener {
	onNews(news: News): void;
	/** News may have been missed: time to read again whatever somebody watches. */
	onGap(): void;
}

/** Carries news to everyone who listens, in this process and in every other one that shares the database. */
export interface LiveFeed {
	/** To be called after the commit, so that nobody hears of what was rolled back. */
	tell(news: News): void;
	/** Gives back how to stop listening. */
	listen(listener: FeedListener): () => void;
	close(): Promise<void>;
}

/** The feed of a server that is one process. */
export function createMemoryFeed(): LiveFeed {
	const listeners = new Set<FeedListener>();
	return {
		tell(news) {
			for (const { onNews } of listeners) onNews(news);
		},
		listen(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		async close() {
			listeners.clear();
		}
	};
}

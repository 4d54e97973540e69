import { createMemoryFeed, type LiveFeed, type News } from './live-feed.ts';
import type { Line } from './postgres-line.ts';

const KINDS: readonly News['kind'][] = [
	'changed',
	'facilitator-here',
	'facilitator-gone',
	'links-changed'
];

/**
 * The feed of several processes on one PostgreSQL: who is told here hears at once, the others over the line. When the
 * line has come back, everyone reads again what may have been missed.
 */
export function createPostgresFeed(line: Line): LiveFeed {
	const here = createMemoryFeed();
	const gaps = new Set<() => void>();
	line.listen({
		onWord({ topic, text }) {
			const kind = KINDS.find((each) => each === topic);
			if (kind && text) here.tell({ workshopId: text, kind });
		},
		onGap() {
			for (const onGap of gaps) onGap();
		}
	});
	return {
		tell(news) {
			here.tell(news);
			line.say({ topic: news.kind, text: news.workshopId }, keyOf(news));
		},
		listen(listener) {
			const stop = here.listen(listener);
			const onGap = () => listener.onGap();
			gaps.add(onGap);
			return () => {
				stop();
				gaps.delete(onGap);
			};
		},
		async close() {
			await here.close();
			await line.close();
		}
	};
}

/** Ten changes of a workshop are one; here and gone overwrite each other: only the last of the two is news. */
function keyOf({ workshopId, kind }: News): string {
	return `${workshopId} ${kind.startsWith('facilitator') ? 'facilitator' : kind}`;
}

import { createLimits, type Limits, type OtherCounters } from './access/limits.ts';
import { derived } from './access/secrets.ts';
import { openPostgres } from './database/postgres.ts';
import { openSqlite } from './database/sqlite.ts';
import type { Database } from './database/database.ts';
import { Broadcast, type Presence } from './live/broadcast.ts';
import { EventStreams } from './live/event-stream.ts';
import { createMemoryFeed, type LiveFeed } from './live/live-feed.ts';
import { createPostgresFeed } from './live/postgres-feed.ts';
import { openPostgresLine, type Line } from './live/postgres-line.ts';
import { log } from './operations/log.ts';
import type { StorageSettings } from './settings.ts';
import { steadyClock } from './steady-clock.ts';
import { showWorkshop } from './use-cases/show-workshop.ts';

/** What the use cases need from the outside world. Tests make their own. */
export interface Context {
	db: Database;
	/** Who is to hear, after the commit, that a workshop has changed. */
	live: LiveFeed;
	/** The streams of everyone who watches a workshop through this process. */
	rooms: Broadcast;
	limits: Limits;
	now: () => Date;
	/** Ends after what is being written. */
	close(): Promise<void>;
}

export async function createContext(settings: StorageSettings): Promise<Context> {
	const { databaseUrl, databaseFile } = settings;
	if (!databaseUrl) return contextOn(await openSqlite(databaseFile), createMemoryFeed());
	const db = await openPostgres(databaseUrl);
	const line = await openPostgresLine(databaseUrl);
	const limits = createLimits({ secret: sharedSecret(databaseUrl), others: countersOn(line) });
	return contextOn(db, createPostgresFeed(line), { limits });
}

/** What all processes on one database know, and nobody who only reads it: the password, where there is one. */
function sharedSecret(databaseUrl: string): string {
	const { password, pathname } = new URL(databaseUrl);
	return derived(password, 'limits', pathname).toString('base64url');
}

function countersOn(line: Line): OtherCounters {
	const topic = 'counted';
	return {
		tell: (text) => line.say({ topic, text }),
		listen: (onCount) =>
			void line.listen({ onWord: (word) => void (word.topic === topic && onCount(word.text)) })
	};
}

/** Everything else that the use cases need, around a database and a feed. */
export function contextOn(
	db: Database,
	live: LiveFeed,
	{ now = steadyClock(), limits = createLimits() }: Partial<Pick<Context, 'now' | 'limits'>> = {}
): Context {
	const options = {
		feed: live,
		snapshot: (workshopId: string, presence: Presence) =>
			showWorkshop({ db }, workshopId, presence),
		onProblem: (problem: unknown) => log.error({ err: problem }, 'a workshop could not be read')
	};
	// Timers end by the same clock that they began with.
	const rooms = new Broadcast(options, new EventStreams({ now: () => now().getTime() }));
	return {
		db,
		live,
		rooms,
		limits,
		now,
		async close() {
			rooms.close();
			await live.close();
			await db.close();
		}
	};
}

import { createLimits, type Limits } from './access/limits.ts';
import { openPostgres } from './database/postgres.ts';
import { openSqlite } from './database/sqlite.ts';
import type { Database } from './database/database.ts';
import { Broadcast, type Presence } from './live/broadcast.ts';
import { EventStreams } from './live/event-stream.ts';
import { createMemoryFeed, type LiveFeed } from './live/live-feed.ts';
import { createPostgresFeed } from './live/postgres-feed.ts';
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
	const db = databaseUrl ? await openPostgres(databaseUrl) : await openSqlite(databaseFile);
	const live = databaseUrl ? await createPostgresFeed(databaseUrl) : createMemoryFeed();
	return contextOn(db, live);
}

/** Everything else that the use cases need, around a database and a feed. */
export function contextOn(db: Database, live: LiveFeed, now = steadyClock()): Context {
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
		limits: createLimits(),
		now,
		async close() {
			rooms.close();
			await live.close();
			await db.close();
		}
	};
}

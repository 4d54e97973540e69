import { contextOn, type Context } from '$lib/server/context';
import type { Database } from '$lib/server/database/database';
import { openSqlite } from '$lib/server/database/sqlite';
import { createMemoryFeed } from '$lib/server/live/live-feed';

export interface TestContext extends Context {
	/** Moves the clock, as in '2026-12-01T09:00Z'. */
	travelTo(moment: string): void;
}

/** A context of its own: an empty database in memory, or the one given, and a clock that stands still. */
export async function createTestContext(database?: Database): Promise<TestContext> {
	const db = database ?? (await openSqlite(':memory:'));
	let today = new Date('2026-11-22T09:00Z');
	return {
		...contextOn(db, createMemoryFeed(), { now: () => today }),
		travelTo: (moment) => void (today = new Date(moment))
	};
}

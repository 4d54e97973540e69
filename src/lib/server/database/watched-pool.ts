import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';

/** Longer than votes and answers ever take; together with asking, shorter than a phone's patience of ten seconds. */
const SILENT_MS = 4_000;
const ASK_MS = 3_000;

interface Options {
	silentMs?: number;
	/** The server processes that are at work. Throws when nobody answers. */
	askWhoWorks: () => Promise<ReadonlySet<number>>;
}

/**
 * A pool that gives up queries nobody works on any more. A cut network says nothing: the query would wait for a quarter
 * of an hour, and soon all connections would. But silence may also be work, as when a large round is closed. So whoever
 * is silent for long is asked for on a connection of its own, and cut off only when the server cannot be reached, or
 * knows nothing of this query.
 */
export function watchedPool(
	pool: pg.Pool,
	{ silentMs = SILENT_MS, askWhoWorks }: Options
): PostgresPool {
	const ask = once(askWhoWorks);
	return {
		options: pool.options,
		end: () => pool.end(),
		connect: async () => watched(await pool.connect(), ask, silentMs)
	};
}

/** Asks the server at this address which of its processes are at work. */
export async function whoWorks(url: string): Promise<ReadonlySet<number>> {
	const client = new pg.Client({
		connectionString: url,
		connectionTimeoutMillis: ASK_MS,
		query_timeout: ASK_MS
	});
	client.on('error', () => {});
	try {
		await client.connect();
		const { rows } = await client.query<{ pid: number }>(
			`select pid from pg_stat_activity where state in ('active', 'fastpath function call')`
		);
		return new Set(rows.map(({ pid }) => pid));
	} finally {
		// Without waiting for a good-bye that may never come.
		void client.end().catch(() => {});
	}
}

function watched(
	client: pg.PoolClient,
	ask: () => Promise<ReadonlySet<number>>,
	silentMs: number
): PostgresPoolClient {
	const { processID } = client as unknown as { processID?: number };
	const isAtWork = () =>
		ask().then(
			(pids) => processID !== undefined && pids.has(processID),
			() => false
		);
	const query = async (text: string, values: readonly unknown[]) => {
		let isOver = false;
		let timer: NodeJS.Timeout;
		const lookAfter = async () => {
			if (isOver) return;
			if (await isAtWork()) timer = setTimeout(lookAfter, silentMs).unref();
			// With a query under way this breaks the connection, and so fails the query.
			else if (!isOver) void (client as unknown as pg.Client).end();
		};
		timer = setTimeout(lookAfter, silentMs).unref();
		try {
			return await client.query(text, [...values]);
		} finally {
			isOver = true;
			clearTimeout(timer);
		}
	};
	return {
		processID,
		query: query as unknown as PostgresPoolClient['query'],
		release: (destroy) => client.release(destroy)
	};
}

/** Ten silent queries ask one question. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
	let asking: Promise<T> | null = null;
	return () => (asking ??= ask().finally(() => (asking = null)));
}

import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { createMemoryFeed, type LiveFeed, type News } from './live-feed.ts';

const CHANNEL = 'holoscope_workshops';
const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 3_000;
/** A cut network says nothing: who has heard nothing for so long asks whether anybody is there. */
const ASK_EVERY_MS = 5_000;
const ANSWER_MS = 3_000;
const KINDS: readonly News['kind'][] = [
	'changed',
	'facilitator-here',
	'facilitator-gone',
	'links-changed'
];

/**
 * The feed of several processes on one PostgreSQL: who is told here hears at once, the others through
 * NOTIFY. Its one connection comes back by itself; then what could not be said is said, and everyone
 * reads again what may have been missed. It comes back as soon as it has tried to connect once.
 */
export async function createPostgresFeed(
	url: string,
	{ askEveryMs = ASK_EVERY_MS } = {}
): Promise<LiveFeed> {
	const feed = new PostgresFeed(url, askEveryMs);
	await feed.connect();
	return feed;
}

class PostgresFeed implements LiveFeed {
	readonly #url: string;
	readonly #here = createMemoryFeed();
	readonly #gaps = new Set<() => void>();
	/** Tells our own words apart when they come back. */
	readonly #name = randomBytes(6).toString('base64url');
	/** What the other processes have not been told yet: ten changes of a workshop are one. */
	readonly #untold = new Map<string, News>();
	#client: pg.Client | null = null;
	#retry: NodeJS.Timeout | undefined;
	#retryMs = FIRST_RETRY_MS;
	readonly #asking: NodeJS.Timeout;
	#isTelling = false;
	#isClosed = false;

	constructor(url: string, askEveryMs: number) {
		this.#url = url;
		this.#asking = setInterval(() => void this.#ask(), askEveryMs).unref();
	}

	tell(news: News): void {
		this.#here.tell(news);
		this.#untold.set(keyOf(news), news);
		void this.#tellOthers();
	}

	listen(listener: Parameters<LiveFeed['listen']>[0]): () => void {
		const stop = this.#here.listen(listener);
		const onGap = () => listener.onGap();
		this.#gaps.add(onGap);
		return () => {
			stop();
			this.#gaps.delete(onGap);
		};
	}

	async close(): Promise<void> {
		this.#isClosed = true;
		clearTimeout(this.#retry);
		clearInterval(this.#asking);
		await this.#here.close();
		await this.#client?.end().catch(() => {});
	}

	async connect(): Promise<void> {
		const client = new pg.Client({
			connectionString: this.#url,
			connectionTimeoutMillis: 5_000,
			query_timeout: ANSWER_MS,
			keepAlive: true
		});
		client.on('error', () => this.#lost(client));
		client.on('end', () => this.#lost(client));
		client.on('notification', ({ payload }) => this.#hear(payload ?? ''));
		try {
			await client.connect();
			await client.query(`listen ${CHANNEL}`);
		} catch {
			void client.end().catch(() => {});
			return this.#tryAgainLater();
		}
		if (this.#isClosed) return void client.end().catch(() => {});
		this.#client = client;
		this.#retryMs = FIRST_RETRY_MS;
		for (const onGap of this.#gaps) onGap();
		void this.#tellOthers();
	}

	/** Its failure is all that counts. */
	async #ask(): Promise<void> {
		const client = this.#client;
		if (!client || this.#isTelling) return;
		await client.query('select 1').catch(() => this.#lost(client));
	}

	#lost(client: pg.Client): void {
		if (this.#client !== client) return;
		this.#client = null;
		client.end().catch(() => {});
		this.#tryAgainLater();
	}

	#tryAgainLater(): void {
		if (this.#isClosed) return;
		clearTimeout(this.#retry);
		// Processes that lost the server together do not all come back together.
		const wait = this.#retryMs * (0.5 + Math.random());
		this.#retry = setTimeout(() => void this.connect(), wait).unref();
		this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
	}

	async #tellOthers(): Promise<void> {
		if (this.#isTelling) return;
		this.#isTelling = true;
		while (this.#client && this.#untold.size > 0) {
			const client = this.#client;
			const batch = [...this.#untold.values()];
			this.#untold.clear();
			const words = batch.map(({ workshopId, kind }) => `${this.#name} ${kind} ${workshopId}`);
			try {
				await client.query(`select pg_notify('${CHANNEL}', word) from unnest($1::text[]) word`, [
					words
				]);
			} catch {
				// Kept for the next connection, unless something newer has come meanwhile.
				for (const news of batch)
					if (!this.#untold.has(keyOf(news))) this.#untold.set(keyOf(news), news);
				this.#lost(client);
			}
		}
		this.#isTelling = false;
	}

	#hear(payload: string): void {
		const [name, kind, workshopId] = payload.split(' ');
		const known = KINDS.find((each) => each === kind);
		if (name === this.#name || !known || !workshopId) return;
		this.#here.tell({ workshopId, kind: known });
	}
}

/** Here and gone overwrite each other: only the last of the two is news. */
function keyOf({ workshopId, kind }: News): string {
	return `${workshopId} ${kind.startsWith('facilitator') ? 'facilitator' : kind}`;
}

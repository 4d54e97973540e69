import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** The name is older than what else is said there; processes of an older version listen to it. */
const CHANNEL = 'holoscope_workshops';
const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 3_000;
/** A cut network says nothing: who has heard nothing for so long asks whether anybody is there. */
const ASK_EVERY_MS = 5_000;
const ANSWER_MS = 3_000;

/** What one process says to the others. */
export interface Word {
	/** What it is about; who does not know it, passes over it. */
	topic: string;
	text: string;
}

export interface LineListener {
	onWord(word: Word): void;
	/** Words may have been missed. */
	onGap?(): void;
}

/** Between the processes that share a database: what one says, all others hear. */
export interface Line {
	/** A word that waits to be said is replaced by a newer one of the same key. */
	say(word: Word, key?: string): void;
	/** Gives back how to stop listening. */
	listen(listener: LineListener): () => void;
	close(): Promise<void>;
}

/**
 * The line of several processes on one PostgreSQL, over NOTIFY. Its one connection comes back by itself; then what
 * could not be said is said. While one batch is on its way the next gathers, so a flood of words is few statements.
 * It comes back as soon as it has tried to connect once.
 */
export async function openPostgresLine(
	url: string,
	{ askEveryMs = ASK_EVERY_MS } = {}
): Promise<Line> {
	const line = new PostgresLine(url, askEveryMs);
	await line.connect();
	return line;
}

class PostgresLine implements Line {
	readonly #url: string;
	readonly #listeners = new Set<LineListener>();
	/** Tells our own words apart when they come back. */
	readonly #name = randomBytes(6).toString('base64url');
	readonly #unsaid = new Map<string, Word>();
	#client: pg.Client | null = null;
	#retry: NodeJS.Timeout | undefined;
	#retryMs = FIRST_RETRY_MS;
	readonly #asking: NodeJS.Timeout;
	#isSaying = false;
	#isClosed = false;

	constructor(url: string, askEveryMs: number) {
		this.#url = url;
		this.#asking = setInterval(() => void this.#ask(), askEveryMs).unref();
	}

	say(word: Word, key = `${word.topic} ${word.text}`): void {
		this.#unsaid.set(key, word);
		void this.#sayAll();
	}

	listen(listener: LineListener): () => void {
		this.#listeners.add(listener);
		return () => void this.#listeners.delete(listener);
	}

	async close(): Promise<void> {
		this.#isClosed = true;
		clearTimeout(this.#retry);
		clearInterval(this.#asking);
		this.#listeners.clear();
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
		for (const { onGap } of this.#listeners) onGap?.();
		void this.#sayAll();
	}

	/** Its failure is all that counts. */
	async #ask(): Promise<void> {
		const client = this.#client;
		if (!client || this.#isSaying) return;
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

	async #sayAll(): Promise<void> {
		if (this.#isSaying) return;
		this.#isSaying = true;
		while (this.#client && this.#unsaid.size > 0) {
			const client = this.#client;
			const batch = [...this.#unsaid];
			this.#unsaid.clear();
			const said = batch.map(([, { topic, text }]) => `${this.#name} ${topic} ${text}`);
			try {
				await client.query(`select pg_notify('${CHANNEL}', word) from unnest($1::text[]) word`, [
					said
				]);
			} catch {
				// Kept for the next connection, unless something newer has come meanwhile.
				for (const [key, word] of batch) if (!this.#unsaid.has(key)) this.#unsaid.set(key, word);
				this.#lost(client);
			}
		}
		this.#isSaying = false;
	}

	#hear(payload: string): void {
		const [name, topic, ...words] = payload.split(' ');
		if (name === this.#name || !topic) return;
		for (const { onWord } of this.#listeners) onWord({ topic, text: words.join(' ') });
	}
}

import { createSubscriber } from 'svelte/reactivity';

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 4_000;
/** A sleepy network hiccups all the time; only what lasts is worth telling. */
const LOST_AFTER_MS = 2_000;
/** The server beats every 15 seconds: after two beats missed, an open line is a dead one. */
const SILENT_AFTER_MS = 35_000;

/** What every view has. */
interface Numbered {
	revision: number;
}

/**
 * The newest view of a workshop, while a page shows it: one stream for each page, opened by the first who
 * reads `latest` or `connection` in a template and closed with the last. It connects again by itself.
 */
export class WorkshopFeed<View extends Numbered> {
	readonly #url: string;
	readonly #subscribe: () => void;
	#latest: View;
	#seen = '';
	#connection: 'live' | 'lost' = 'live';
	#clockAhead = 0;
	#tell = () => {};

	#source: EventSource | null = null;
	#retryMs = FIRST_RETRY_MS;
	#retry: ReturnType<typeof setTimeout> | undefined;
	#lost: ReturnType<typeof setTimeout> | undefined;
	#silent: ReturnType<typeof setTimeout> | undefined;

	/** `initial` is the view that the page was rendered with. */
	constructor(url: string, initial: View) {
		this.#url = url;
		this.#latest = initial;
		this.#subscribe = createSubscriber((update) => {
			this.#tell = update;
			this.#open();
			window.addEventListener('online', this.#hurry);
			document.addEventListener('visibilitychange', this.#hurry);
			return () => {
				window.removeEventListener('online', this.#hurry);
				document.removeEventListener('visibilitychange', this.#hurry);
				this.#close();
			};
		});
	}

	get latest(): View {
		this.#subscribe();
		return this.#latest;
	}

	/** `lost` when nothing has come for a while: answers are safe, and we are trying. */
	get connection(): 'live' | 'lost' {
		this.#subscribe();
		return this.#connection;
	}

	/** The server's time in milliseconds since 1970, however wrong this device's clock is. */
	serverNow(): number {
		return Date.now() + this.#clockAhead;
	}

	#open(): void {
		clearTimeout(this.#retry);
		this.#source?.close();
		const seen = this.#seen ? `?seen=${encodeURIComponent(this.#seen)}` : '';
		const source = new EventSource(this.#url + seen);
		this.#source = source;
		source.onopen = () => this.#hearSomething();
		source.onerror = () => this.#openLater();
		source.addEventListener('beat', ({ data }) => {
			this.#clockAhead = Number(data) - Date.now();
			this.#hearSomething();
		});
		source.addEventListener('view', ({ data, lastEventId }) => {
			this.#hearSomething();
			this.#take(lastEventId, data);
		});
		this.#expectABeat();
	}

	#take(id: string, data: string): void {
		if (id === this.#seen) return;
		const view = JSON.parse(data) as View;
		if (view.revision < this.#latest.revision) return;
		this.#seen = id;
		this.#latest = view;
		this.#tell();
	}

	#hearSomething(): void {
		clearTimeout(this.#lost);
		this.#lost = undefined;
		this.#retryMs = FIRST_RETRY_MS;
		this.#expectABeat();
		this.#become('live');
	}

	#expectABeat(): void {
		clearTimeout(this.#silent);
		this.#silent = setTimeout(() => this.#openLater(), SILENT_AFTER_MS);
	}

	/** With jitter, so that a room that lost the server together does not come back in one moment. */
	#openLater(): void {
		this.#source?.close();
		this.#source = null;
		clearTimeout(this.#silent);
		clearTimeout(this.#retry);
		this.#lost ??= setTimeout(() => this.#become('lost'), LOST_AFTER_MS);
		this.#retry = setTimeout(() => this.#open(), this.#retryMs * (0.5 + Math.random() / 2));
		this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
	}

	/** The network is back, or the phone has woken up: no need to wait for the next try. */
	#hurry = (): void => {
		if (document.visibilityState === 'visible' && !this.#source) this.#open();
	};

	#become(connection: 'live' | 'lost'): void {
		if (this.#connection === connection) return;
		this.#connection = connection;
		this.#tell();
	}

	#close(): void {
		clearTimeout(this.#retry);
		clearTimeout(this.#lost);
		clearTimeout(this.#silent);
		this.#lost = undefined;
		this.#source?.close();
		this.#source = null;
	}
}

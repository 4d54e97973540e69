import type { Reading, ReadingOptions } from '$lib/domain/language/lens';
import type { ReadingReply, ReadingRequest } from './reading.worker';

interface Wish {
	text: string;
	options: ReadingOptions;
	done: (reading: Reading | undefined) => void;
}

let lastId = 0;

/** Reads texts beside the page, so that typing never waits. Only the newest wish matters: older ones come back empty. */
export class TextReader {
	#worker: Worker | undefined;
	#running: Wish | undefined;
	#waiting: Wish | undefined;
	#id = 0;

	/** Readers may share a worker; without one, the page reads itself. */
	constructor(worker: Worker | undefined) {
		this.#worker = worker;
		worker?.addEventListener('message', ({ data }: MessageEvent<ReadingReply>) => {
			if (data.id === this.#id) this.#finish(data.reading);
		});
		worker?.addEventListener('error', () => this.#goOnHere());
	}

	/** What the lens finds, or nothing when something newer is to be read. */
	read(text: string, options: ReadingOptions): Promise<Reading | undefined> {
		return new Promise((done) => {
			this.#waiting?.done(undefined);
			this.#waiting = { text, options, done };
			if (!this.#running) this.#next();
		});
	}

	close(): void {
		this.#worker?.terminate();
		this.#waiting?.done(undefined);
		this.#running?.done(undefined);
		this.#waiting = this.#running = undefined;
	}

	#next(): void {
		this.#running = this.#waiting;
		this.#waiting = undefined;
		if (!this.#running) return;
		const { text, options } = this.#running;
		const request: ReadingRequest = { id: (this.#id = ++lastId), text, ...options };
		if (this.#worker) this.#worker.postMessage(request);
		else void this.#readHere(this.#running);
	}

	#finish(reading: Reading): void {
		this.#id = 0;
		// A reading that is out of date is not worth showing: the next one is on its way.
		this.#running?.done(this.#waiting ? undefined : reading);
		this.#next();
	}

	#goOnHere(): void {
		this.#worker?.terminate();
		this.#worker = undefined;
		if (this.#running) void this.#readHere(this.#running);
	}

	async #readHere({ text, options }: Wish): Promise<void> {
		const { pageLens } = await import('./page-lens');
		this.#finish(pageLens.read(text, options));
	}
}

/** A worker for readers; none where the browser forbids them, as some do in private windows. */
export function readingWorker(): Worker | undefined {
	try {
		return new Worker(new URL('./reading.worker.ts', import.meta.url), { type: 'module' });
	} catch {
		return undefined;
	}
}

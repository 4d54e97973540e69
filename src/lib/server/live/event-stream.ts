import { padded } from './frame.ts';

const HEADERS = {
	'content-type': 'text/event-stream',
	'cache-control': 'no-store',
	// Proxies that gather what they pass on would hold back the news.
	'x-accel-buffering': 'no'
};
const BEAT_EVERY_MS = 15_000;
/** What may wait for one reader: some thirty frames. Whoever is further behind is better off connecting again. */
const BACKLOG_BYTES = 64 * 1024;
/** Leaves with the headers, so that a browser knows at once that it is connected; tells it how long to wait before the next try. */
const HELLO = new TextEncoder().encode(': connected\nretry: 1000\n\n');

/** One open stream. The same bytes go to every reader, encoded once. */
export interface Reader {
	send(bytes: Uint8Array<ArrayBuffer>): void;
	close(): void;
}

interface Options {
	now?: () => number;
	beatEveryMs?: number;
}

/** All event streams of this process: one heartbeat for all of them, and one way to end them. */
export class EventStreams {
	readonly #open = new Set<Reader>();
	readonly #beat: NodeJS.Timeout;
	readonly #now: () => number;
	#isClosed = false;

	constructor({ now = Date.now, beatEveryMs = BEAT_EVERY_MS }: Options = {}) {
		this.#now = now;
		this.#beat = setInterval(() => this.#sendBeat(), beatEveryMs).unref();
	}

	get size(): number {
		return this.#open.size;
	}

	/** Answers with a stream. `onOpen` starts feeding it and gives back what to do when the reader has left. */
	open(onOpen: (reader: Reader) => () => void): Response {
		if (this.#isClosed) return new Response(null, { status: 503, headers: { 'retry-after': '1' } });
		let leave = () => {};
		const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
			{
				start: (controller) => {
					const reader = this.#readerOf(controller, () => leave());
					this.#open.add(reader);
					reader.send(HELLO);
					reader.send(this.#beatFrame());
					leave = once(() => this.#open.delete(reader), onOpen(reader));
				},
				cancel: () => leave()
			},
			new ByteLengthQueuingStrategy({ highWaterMark: BACKLOG_BYTES })
		);
		return new Response(body, { headers: HEADERS });
	}

	/** Ends every stream, so that a process that is asked to stop need not wait for its readers. */
	close(): void {
		this.#isClosed = true;
		clearInterval(this.#beat);
		for (const reader of [...this.#open]) reader.close();
	}

	#readerOf(
		controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>,
		leave: () => void
	): Reader {
		const close = () => {
			leave();
			try {
				controller.close();
			} catch {
				// The reader was quicker.
			}
		};
		return {
			close,
			send(bytes) {
				// `enqueue` takes whatever it is given, so a reader who does not read would fill the memory.
				if ((controller.desiredSize ?? 0) <= 0) return close();
				controller.enqueue(bytes);
			}
		};
	}

	#sendBeat(): void {
		const frame = this.#beatFrame();
		for (const reader of [...this.#open]) reader.send(frame);
	}

	/** Says that we are here, and what time it is: everyone's timer ends at the same moment. */
	#beatFrame(): Uint8Array<ArrayBuffer> {
		return padded(`event: beat\ndata: ${this.#now()}\n`);
	}
}

function once(...steps: (() => void)[]): () => void {
	let isDone = false;
	return () => {
		if (isDone) return;
		isDone = true;
		for (const step of steps) step();
	};
}

/** One event of a stream, as a browser would see it. */
export interface SeenEvent {
	event: string;
	id: string;
	data: string;
	/** Bytes on the line, with its filling. */
	bytes: number;
}

/** Reads an event stream as a browser does. */
export class StreamReader {
	readonly events: SeenEvent[] = [];
	text = '';
	isEnded = false;
	readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
	#rest = '';

	constructor(response: Response) {
		this.#reader = response.body!.getReader();
		void this.#read();
	}

	get views(): SeenEvent[] {
		return this.events.filter(({ event }) => event === 'view');
	}

	/** The newest view, parsed. */
	get latest() {
		const last = this.views.at(-1);
		return last && JSON.parse(last.data);
	}

	leave(): Promise<void> {
		return this.#reader.cancel();
	}

	async #read(): Promise<void> {
		const decoder = new TextDecoder();
		for (;;) {
			const { done, value } = await this.#reader.read();
			if (done) break;
			const text = decoder.decode(value, { stream: true });
			this.text += text;
			this.#rest += text;
			const parts = this.#rest.split('\n\n');
			this.#rest = parts.pop()!;
			for (const part of parts) this.#take(part);
		}
		this.isEnded = true;
	}

	#take(part: string): void {
		const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1] ?? '';
		if (!field('data')) return;
		this.events.push({
			event: field('event'),
			id: field('id'),
			data: field('data'),
			bytes: Buffer.byteLength(part) + 2
		});
	}
}

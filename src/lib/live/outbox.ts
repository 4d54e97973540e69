/** What came of a message. `lost`: nobody answered, or the server cannot do it now; sending it again is safe. */
export type Reply =
	| { kind: 'done'; body: Record<string, unknown> }
	| { kind: 'refused'; refusal: string; message: string }
	| { kind: 'lost' };

interface Surroundings<Message> {
	/** Messages with the same key replace each other while they wait; null replaces nothing. */
	keyOf: (message: Message) => string | null;
	send: (message: Message) => Promise<Reply>;
	/** Hears of everything that waits, the oldest first, whenever that changes. */
	onchange: (waiting: readonly Message[]) => void;
	/** Hears what the server has said, before the message stops waiting. */
	onreply: (message: Message, reply: Exclude<Reply, { kind: 'lost' }>) => void;
	/** Does something later; gives back how to call it off. */
	later: (delayMs: number, work: () => void) => () => void;
}

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 8_000;

/** Brings messages to the server one by one, in order, each until somebody has answered it. */
export class Outbox<Message> {
	readonly #around: Surroundings<Message>;
	#waiting: readonly Message[];
	#underWay: Message | null = null;
	#attempts = 0;
	#callOff = () => {};
	#isClosed = false;

	/** `waiting` is what was not sent when the page was last here. */
	constructor(around: Surroundings<Message>, waiting: readonly Message[] = []) {
		this.#around = around;
		this.#waiting = waiting;
	}

	get waiting(): readonly Message[] {
		return this.#waiting;
	}

	put(message: Message): void {
		const key = this.#around.keyOf(message);
		const isReplaced = (other: Message) =>
			key !== null && other !== this.#underWay && this.#around.keyOf(other) === key;
		this.#become([...this.#waiting.filter((other) => !isReplaced(other)), message]);
		void this.flush();
	}

	/** Sends now whatever waits, as when the connection has come back. */
	async flush(): Promise<void> {
		if (this.#underWay || this.#isClosed) return;
		this.#callOff();
		for (;;) {
			const message = this.#waiting[0];
			if (message === undefined || this.#isClosed) return;
			this.#underWay = message;
			const reply = await this.#around.send(message);
			this.#underWay = null;
			if (reply.kind === 'lost') return this.#tryAgain();
			this.#attempts = 0;
			this.#around.onreply(message, reply);
			this.#become(this.#waiting.filter((other) => other !== message));
		}
	}

	close(): void {
		this.#isClosed = true;
		this.#callOff();
	}

	#become(waiting: readonly Message[]): void {
		this.#waiting = waiting;
		this.#around.onchange(waiting);
	}

	/** With jitter, so that a room that lost the server together does not come back in one moment. */
	#tryAgain(): void {
		const delay = Math.min(FIRST_DELAY_MS * 2 ** this.#attempts++, LONGEST_DELAY_MS);
		this.#callOff = this.#around.later(delay * (0.5 + Math.random() / 2), () => void this.flush());
	}
}

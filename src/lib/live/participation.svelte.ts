import type { ClosingAnswers, Weight } from '../domain/workshop/promise.ts';
import type { SentText, SentTextOf, TextStep } from '../domain/workshop/texts.ts';
import type { OwnPart } from '../domain/workshop/views.ts';
import type { Ballot } from '../domain/workshop/workshop.ts';
import { Outbox, type Reply } from './outbox.ts';
import { keyOf, requestOf, withDots, withMessage, type PartMessage } from './part-message.ts';
import type { TypedProposal, WorkshopPort } from './workshop-port.ts';

/** Keeps what waits while the page is away; lost with the tab. */
export interface Drawer {
	read(): PartMessage[];
	write(waiting: readonly PartMessage[]): void;
}

interface Start {
	own: OwnPart;
	port: WorkshopPort;
	drawer: Drawer;
	/** Tells the person's other tabs in this workshop that something has changed. */
	tellOthers?: () => void;
}

/** One person's part, as their phone shows it: what the server has, and at once whatever is on its way there. */
export class Participation {
	#kept = $state.raw<OwnPart>()!;
	waiting = $state.raw<readonly PartMessage[]>([]);
	/** Why the last thing was not taken, in words; null once something was. */
	trouble = $state<string | null>(null);
	/** Texts that the room did not take: they stay in sight, so that nobody loses what they wrote. */
	returned = $state.raw<readonly SentText[]>([]);
	readonly own: OwnPart = $derived(this.waiting.reduce(withMessage, this.#kept));

	readonly #port: WorkshopPort;
	readonly #tellOthers: () => void;
	readonly #outbox: Outbox<PartMessage>;
	#heard = 0;

	constructor({ own, port, drawer, tellOthers = () => {} }: Start) {
		this.#kept = own;
		this.#port = port;
		this.#tellOthers = tellOthers;
		this.waiting = drawer.read();
		this.#outbox = new Outbox<PartMessage>(
			{
				keyOf,
				send: (message) => {
					const { path, body } = requestOf(message);
					return port.post(path, body);
				},
				onchange: (waiting) => {
					this.waiting = waiting;
					drawer.write(waiting);
				},
				onreply: (message, reply) => this.#hear(message, reply),
				later
			},
			this.waiting
		);
	}

	vote(dimension: string, ballot: Ballot, level: number): void {
		const before = this.own.votes[dimension]?.[ballot];
		if (before?.level === level) return;
		const revision = (before?.revision ?? 0) + 1;
		this.#put({ kind: 'vote', dimension, ballot, level, revision });
	}

	moveDot(move: 'place' | 'take-back', dimension: string): void {
		this.#put({ kind: 'dot', move, dimension, placed: this.own.dots.length });
	}

	weigh(promiseId: string, weight: Weight): void {
		this.#put({ kind: 'weight', promiseId, weight });
	}

	answerClosing(answers: ClosingAnswers): void {
		this.#put({ kind: 'closing', ...answers });
	}

	/** Writes a text, or changes it. Without a connection it waits on this device. */
	write<Step extends TextStep>(text: Omit<SentTextOf<Step>, 'revision'>): void {
		const before = this.own.texts.find(({ key }) => key === text.key);
		const revision = (before?.revision ?? 0) + 1;
		this.#put({ kind: 'text', text: { ...text, revision } as SentText });
	}

	takeBack({ step, key }: Pick<SentText, 'step' | 'key'>): void {
		this.#put({ kind: 'text-back', text: { step, key } });
	}

	/** A proposal is words: it stays with whoever wrote it until the server has it. */
	propose(proposal: TypedProposal): Promise<Reply> {
		return this.#port.post('promises', proposal);
	}

	/** Sends whatever waits, as when the connection has come back. */
	async send(): Promise<void> {
		await this.#outbox.flush();
	}

	/** Asks the server for what it has: another tab or device may have changed it. */
	async refresh(): Promise<void> {
		const heard = this.#heard;
		const own = await this.#port.me();
		// What the server said meanwhile is newer than what it was asked for.
		if (own && heard === this.#heard) this.#kept = own;
	}

	close(): void {
		this.#outbox.close();
	}

	#put(message: PartMessage): void {
		this.trouble = null;
		this.#outbox.put(message);
	}

	#hear(message: PartMessage, reply: Exclude<Reply, { kind: 'lost' }>): void {
		this.#heard++;
		if (reply.kind === 'refused') {
			this.trouble = reply.message;
			if (message.kind === 'text') this.returned = [...this.returned, message.text];
			void this.refresh();
			return;
		}
		const dots = reply.body.dots as readonly string[] | undefined;
		this.#kept =
			message.kind === 'dot' && dots
				? withDots(this.#kept, dots)
				: withMessage(this.#kept, message);
		this.#tellOthers();
	}
}

function later(delayMs: number, work: () => void): () => void {
	const timer = setTimeout(work, delayMs);
	return () => clearTimeout(timer);
}

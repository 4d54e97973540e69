import type { SentAnswer } from '../domain/round/answering.ts';
import type { AnswerPort } from './answer-port.ts';
import { AnswerSender, type Sending } from './answer-sender.ts';
import { forgetGuess } from './guess-link.ts';
import type { RoundShelf } from './round-shelf.ts';
import {
	answered,
	isWaiting,
	newSheet,
	type NewSheet,
	type SheetInRound
} from './sheet-in-round.ts';

/** Another tab has begun for somebody else, and what this one showed is no longer on the device. */
const TAKEN_AWAY: Sending = { state: 'refused', refusal: 'other-person', message: '' };

/** A sheet that is answered by link, as a page shows it: up to date with the device, other tabs and the server. */
export class RoundAnswering {
	/** Undefined until the person has begun. */
	sheet = $state.raw<SheetInRound>();
	sending = $state.raw<Sending>({ state: 'sent' });
	durability = $state<RoundShelf['durability']>('kept');
	/** What the person has left as a comment; null until the server has said so. */
	comment = $state<string | null>(null);
	readonly isWaiting: boolean = $derived(this.sheet !== undefined && isWaiting(this.sheet));

	readonly #start: NewSheet;
	readonly #shelf: RoundShelf;
	readonly #port: AnswerPort;
	readonly #sender: AnswerSender;
	readonly #unsubscribe: () => void;
	#last: Promise<unknown> = Promise.resolve();
	#changes = 0;

	constructor(start: NewSheet, shelf: RoundShelf, port: AnswerPort) {
		this.#start = start;
		this.#shelf = shelf;
		this.#port = port;
		this.#sender = new AnswerSender({
			mark: start.mark,
			shelf,
			port,
			onchange: (sending, sheet) => {
				this.sending = sending;
				this.#show(sheet);
			},
			onopened: ({ comment }) => (this.comment = comment),
			later
		});
		this.#unsubscribe = shelf.subscribe(() => void this.read());
	}

	/** Shows what the device has, and asks the server when the person has begun before. */
	async resume(hasBegun: boolean): Promise<void> {
		await this.read();
		// Whether the server has it, it says itself: its copy may be newer, or set back to a backup.
		if (this.sheet || hasBegun) await this.begin();
	}

	async read(): Promise<void> {
		this.#show(await this.#shelf.find(this.#start.mark));
	}

	/** Begins, or goes on. Without a connection too: then the server hears of it later. */
	async begin(): Promise<void> {
		const fresh = newSheet(this.#start);
		await this.#change((before) => ({ ...(before ?? fresh), isOpened: false }));
		await this.#sender.flush();
	}

	async answer(item: string, value: number | null): Promise<void> {
		// At once on the screen; what the device keeps follows.
		if (this.sheet) this.sheet = answered(this.sheet, item, value);
		await this.#change((before) => before && answered(before, item, value));
		await this.#sender.flush();
	}

	/** Takes over answers that the person gave elsewhere, as if they had typed them here. */
	async pour(answers: readonly Pick<SentAnswer, 'item' | 'value'>[]): Promise<void> {
		await this.#change(
			(before) =>
				before && answers.reduce((sheet, { item, value }) => answered(sheet, item, value), before)
		);
		await this.#sender.flush();
	}

	/** Hands the sheet in. It can still be changed while the round is open. */
	async finish(): Promise<void> {
		await this.#change(
			(before) => before && { ...before, finish: before.finish === 'done' ? 'done' : 'wanted' }
		);
		await this.#sender.flush();
	}

	/** Sends now, as when the connection has come back. */
	async send(): Promise<void> {
		await this.#sender.flush();
	}

	/** Says what went wrong, or nothing when the comment is kept. */
	async saveComment(words: string): Promise<string | 'lost' | null> {
		const reply = await this.#port.comment(this.#start.mark, words);
		if (reply.kind === 'done') this.comment = words.trim();
		if (reply.kind === 'refused') return reply.message;
		return reply.kind === 'lost' ? 'lost' : null;
	}

	/** Makes room for another person; true when the page can begin anew. */
	async startOver(): Promise<boolean> {
		const reply = await this.#port.startOver();
		if (reply.kind !== 'done') return false;
		await this.forget();
		return true;
	}

	/** Deletes what this device keeps of the sheet, and of the guess beside it. */
	async forget(): Promise<void> {
		this.#sender.close();
		await this.#last;
		await this.#shelf.remove(this.#start.mark);
		await forgetGuess(this.#shelf, this.#start.link);
	}

	close(): void {
		this.#sender.close();
		this.#unsubscribe();
	}

	async #change(change: (before: SheetInRound | undefined) => SheetInRound | undefined) {
		this.#changes++;
		const changing = this.#last.then(() => this.#shelf.change(this.#start.mark, change));
		this.#last = changing;
		const sheet = await changing;
		this.#changes--;
		this.#show(sheet);
	}

	#show(sheet: SheetInRound | undefined): void {
		this.durability = this.#shelf.durability;
		if (!sheet && this.sheet) this.sending = TAKEN_AWAY;
		// What the person typed just now is on the screen already, and soon in what the device keeps.
		if (sheet && this.#changes === 0) this.sheet = sheet;
	}
}

function later(delayMs: number, work: () => void): () => void {
	const timer = setTimeout(work, delayMs);
	return () => clearTimeout(timer);
}

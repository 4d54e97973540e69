import type { AnswerPort, OpenedSheet, Reply } from './answer-port.ts';
import type { RoundShelf } from './round-shelf.ts';
import { confirmed, isWaiting, merged, unsent, type SheetInRound } from './sheet-in-round.ts';

/** How sending goes. `lost`: everything is safe here, and sending is tried again. */
export type Sending =
	| { state: 'sent' }
	| { state: 'under-way' }
	| { state: 'lost'; message: string | null }
	| { state: 'refused'; refusal: string; message: string };

interface Surroundings {
	mark: string;
	shelf: RoundShelf;
	port: AnswerPort;
	/** Hears what changes on the way. */
	onchange: (sending: Sending, sheet: SheetInRound) => void;
	onopened: (opened: OpenedSheet) => void;
	/** Does something later; gives back how to call it off. */
	later: (delayMs: number, work: () => void) => () => void;
}

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 30_000;

/**
 * Brings what was typed to the server: one message at a time, again until it is confirmed, exactly once in
 * effect because each answer carries its revision. Several tabs may do the same at once.
 */
export class AnswerSender {
	readonly #around: Surroundings;
	#isRunning = false;
	#isWanted = false;
	#attempts = 0;
	#callOff = () => {};
	#isClosed = false;

	constructor(around: Surroundings) {
		this.#around = around;
	}

	/** Sends now whatever is not sent, and comes back when that is done, or cannot be done now. */
	async flush(): Promise<void> {
		this.#isWanted = true;
		if (this.#isRunning || this.#isClosed) return;
		this.#isRunning = true;
		this.#callOff();
		try {
			while (this.#isWanted && !this.#isClosed) {
				this.#isWanted = false;
				await this.#step();
			}
		} finally {
			this.#isRunning = false;
		}
	}

	close(): void {
		this.#isClosed = true;
		this.#callOff();
	}

	async #step(): Promise<void> {
		const { mark, shelf, onchange } = this.#around;
		const sheet = await shelf.find(mark);
		if (!sheet) return;
		if (sheet.isOpened && !isWaiting(sheet)) return onchange({ state: 'sent' }, sheet);
		onchange({ state: 'under-way' }, sheet);
		const reply = sheet.isOpened ? await this.#save(sheet) : await this.#open();
		await this.#take(reply);
	}

	async #open(): Promise<Reply<unknown>> {
		const { mark, shelf, port, onopened } = this.#around;
		const reply = await port.open(mark);
		if (reply.kind !== 'done') return reply;
		const { answers, isFinished } = reply.body;
		await shelf.change(mark, (before) => {
			const sheet = before && { ...merged(before, answers), isOpened: true };
			return sheet && isFinished ? { ...sheet, finish: 'done' } : sheet;
		});
		onopened(reply.body);
		return reply;
	}

	async #save(sheet: SheetInRound): Promise<Reply<unknown>> {
		const { mark, shelf, port } = this.#around;
		const answers = unsent(sheet);
		const reply = await port.save(mark, answers, sheet.finish === 'wanted');
		if (reply.kind !== 'done') return reply;
		await shelf.change(mark, (before) => {
			const after = before && confirmed(before, answers);
			return after && reply.body.isFinished ? { ...after, finish: 'done' } : after;
		});
		return reply;
	}

	async #take(reply: Reply<unknown>): Promise<void> {
		const { mark, shelf, onchange } = this.#around;
		const sheet = await shelf.find(mark);
		if (!sheet) return;
		if (reply.kind === 'refused') {
			if (reply.refusal === 'no-sheet' && sheet.isOpened) return this.#openAgain();
			onchange({ state: 'refused', ...words(reply) }, sheet);
		} else if (reply.kind === 'lost') {
			onchange({ state: 'lost', message: reply.message }, sheet);
			this.#tryAgain();
		} else {
			this.#attempts = 0;
			// Once more: something may have been typed meanwhile, and then all is said.
			this.#isWanted = true;
		}
	}

	/** The server was set back to a backup from before this sheet: everything is sent again. */
	async #openAgain(): Promise<void> {
		const { mark, shelf } = this.#around;
		await shelf.change(mark, (before) => before && { ...before, isOpened: false });
		this.#isWanted = true;
	}

	#tryAgain(): void {
		const delay = Math.min(FIRST_DELAY_MS * 2 ** this.#attempts++, LONGEST_DELAY_MS);
		this.#callOff = this.#around.later(delay, () => void this.flush());
	}
}

function words({ refusal, message }: { refusal: string; message: string }) {
	return { refusal, message };
}

import http from 'node:http';
import { sleep } from './measure.ts';
import { messageOf, send } from './requests.ts';
import { Watch } from './watch.ts';

/** As the page does it. */
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 4_000;
const PATIENCE_MS = 10_000;
const SILENT_MS = 35_000;

export interface Failure {
	/** 0 when no answer came at all. */
	status: number;
	message: string;
}

/** Somebody who takes part: comes back by themselves, and sends a vote until it is acknowledged. */
export class Phone {
	/** Revisions of the own vote: the newest sent, and the newest that the server has said it keeps. */
	sent = 0;
	acknowledged = 0;
	failures: Failure[] = [];
	/** How long each answer or refusal took, in milliseconds. */
	waits: number[] = [];
	/** When the line came back last; null while there is none. */
	liveSince: number | null = null;
	readonly #room: string;
	readonly #cookie: string;
	readonly #index: number;
	readonly #agent = new http.Agent({ keepAlive: true });
	#watch: Watch | null = null;
	#seen = '';
	#shown = '';
	#isSending = false;
	#isGone = false;

	constructor(room: string, cookie: string, index: number) {
		this.#room = room;
		this.#cookie = cookie;
		this.#index = index;
		void this.#stayConnected();
	}

	/** The newest view, as text. */
	get shown(): string {
		return this.#watch?.latest || this.#shown;
	}

	/** What this person says in their change of mind number `revision`. */
	level(revision: number): number {
		return 1 + ((this.#index + revision) % 5);
	}

	/** Changes the own mind; comes back when that is acknowledged. */
	async vote(): Promise<void> {
		const revision = ++this.sent;
		for (let wait = FIRST_RETRY_MS; !this.#isGone; wait = next(wait)) {
			this.#isSending = true;
			const since = performance.now();
			const failure = await this.#send(revision);
			this.waits.push(performance.now() - since);
			this.#isSending = false;
			if (!failure) {
				this.acknowledged = revision;
				return;
			}
			this.failures.push(failure);
			await sleep(jittered(wait));
		}
	}

	/** The own vote as the server has it. */
	async own(): Promise<{ level: number; revision: number } | null> {
		const options = { cookie: this.#cookie, agent: this.#agent };
		const { status, text } = await send(`${this.#room}/me`, null, options);
		if (status !== 200) throw new Error(`${status} ${text}`);
		return JSON.parse(text).own.votes.voice?.first ?? null;
	}

	/** Tears every connection of this phone; says whether a vote was under way. */
	cut(): boolean {
		const { sockets, freeSockets } = this.#agent;
		for (const list of [...Object.values(sockets), ...Object.values(freeSockets)])
			for (const socket of [...(list ?? [])]) socket.resetAndDestroy();
		this.liveSince = null;
		return this.#isSending;
	}

	leave(): void {
		this.#isGone = true;
		this.cut();
		this.#agent.destroy();
	}

	async #send(revision: number): Promise<Failure | null> {
		const vote = { dimension: 'voice', ballot: 'first', level: this.level(revision), revision };
		const options = { cookie: this.#cookie, agent: this.#agent, patienceMs: PATIENCE_MS };
		try {
			const { status, text } = await send(`${this.#room}/votes`, vote, options);
			return status === 200 ? null : { status, message: messageOf(text) };
		} catch (problem) {
			return { status: 0, message: (problem as Error).message };
		}
	}

	async #stayConnected(): Promise<void> {
		for (let wait = FIRST_RETRY_MS; !this.#isGone; wait = next(wait)) {
			try {
				const url = `${this.#room}/live?seen=${this.#seen}`;
				const watch = await Watch.open(url, {
					cookie: this.#cookie,
					agent: this.#agent,
					silentMs: SILENT_MS
				});
				this.#watch = watch;
				this.liveSince = performance.now();
				wait = FIRST_RETRY_MS;
				await watch.ended;
				this.#shown = this.shown;
				this.#seen = watch.id || this.#seen;
			} catch {
				// The next try comes anyway.
			}
			this.liveSince = null;
			await sleep(jittered(wait));
		}
	}
}

function next(wait: number): number {
	return Math.min(wait * 2, LONGEST_RETRY_MS);
}

function jittered(wait: number): number {
	return wait * (0.5 + Math.random() / 2);
}

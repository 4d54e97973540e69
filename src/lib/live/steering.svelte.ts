import type { SteerRequest } from '../domain/workshop/command.ts';

/** Why a press changed nothing; both null when no answer came. */
export interface SteeringProblem {
	refusal: string | null;
	message: string | null;
}

export type Answer = { ok: true; body: Record<string, unknown> } | { ok: false };

const LOOK_AGAIN_MS = 50;
/** A connection that is slower than this is as good as none. */
const PATIENCE_MS = 10_000;
const LONGEST_WAIT_MS = 2_000;

/**
 * What the facilitator's page sends. One press at a time, each with the revision its person was looking at:
 * until the page shows what a press did, the next one waits, so that an impatient finger moves the room once.
 */
export class Steering {
	isBusy = $state(false);
	problem = $state<SteeringProblem | null>(null);

	readonly #base: string;
	readonly #revision: () => number;
	/** The newest press; it settles once the page shows what it did. */
	#press: Promise<unknown> = Promise.resolve();

	/** `base` is the address of the facilitator's endpoints; `revision` that of the view on the page. */
	constructor(base: string, revision: () => number) {
		this.#base = base;
		this.#revision = revision;
	}

	async steer(command: SteerRequest): Promise<boolean> {
		if (this.isBusy) return false;
		const press = this.#once(async () => {
			const sent = await this.#send('steer', { revision: this.#revision(), command });
			if (sent.ok) await this.#shown(Number(sent.body.revision));
			return sent;
		});
		this.#press = press;
		return (await press).ok;
	}

	/** What its person has confirmed in words is no impatient press: it follows one that is not on the page yet. */
	async steerConfirmed(command: SteerRequest): Promise<boolean> {
		await this.#press;
		return this.steer(command);
	}

	/** Any other write of the facilitator's. It follows a press that is not on the page yet: what was typed is not dropped. */
	async send(path: string, body: object = {}, method = 'POST'): Promise<Answer> {
		await this.#press;
		return this.#once(() => this.#send(path, body, method));
	}

	async #once(work: () => Promise<Answer>): Promise<Answer> {
		if (this.isBusy) return { ok: false };
		this.isBusy = true;
		this.problem = null;
		try {
			return await work();
		} finally {
			this.isBusy = false;
		}
	}

	async #send(path: string, body: object, method = 'POST'): Promise<Answer> {
		const answer = await this.#ask(path, body, method);
		if (answer?.refusal === null) return { ok: true, body: answer };
		this.problem = {
			refusal: (answer?.refusal as string | undefined) ?? null,
			message: (answer?.message as string | undefined) ?? null
		};
		return { ok: false };
	}

	async #ask(path: string, body: object, method: string): Promise<Record<string, unknown> | null> {
		try {
			const response = await fetch(`${this.#base}/${path}`, {
				method,
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body),
				signal: AbortSignal.timeout(PATIENCE_MS)
			});
			return (await response.json()) as Record<string, unknown>;
		} catch {
			return null;
		}
	}

	async #shown(revision: number): Promise<void> {
		for (let waited = 0; waited < LONGEST_WAIT_MS; waited += LOOK_AGAIN_MS) {
			if (this.#revision() >= revision) return;
			await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
		}
	}
}

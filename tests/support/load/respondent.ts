import http from 'node:http';
import { createDeviceKey, sheetId, sheetMark } from '../../../src/lib/server/access/device-key.ts';
import { valueOf } from '../faults/answer-lines.ts';
import { sleep } from './measure.ts';
import { ITEMS } from './open-round.ts';
import { messageOf, send, type Answer } from './requests.ts';

const RETRY_MS = 150;

/** Somebody who answers in a round, and sends each message until it is acknowledged. */
export class Respondent {
	/** The newest revision that the server has said it keeps, for each item; and the newest sent. */
	readonly acknowledged = new Map<string, number>();
	readonly sent = new Map<string, number>();
	/** Messages acknowledged. */
	messages = 0;
	readonly failures: { status: number; message: string }[] = [];
	readonly sheet: string;
	readonly #url: string;
	readonly #options: { cookie: string; agent: http.Agent };
	readonly #mark: string;
	#revision = 0;

	constructor(origin: string, token: string, place: { roundId: string; teamId: string }) {
		const deviceKey = createDeviceKey();
		const whole = { ...place, lens: 'member' as const };
		this.sheet = sheetId(deviceKey, whole);
		this.#mark = sheetMark(deviceKey, whole);
		this.#url = `${origin}/answer/${token}`;
		const agent = new http.Agent({ keepAlive: true });
		this.#options = { cookie: `sheet-key=${deviceKey}`, agent };
	}

	/** Begins the sheet, or finds it again with what the server has of it. */
	async open(): Promise<{ item: string; value: number; revision: number }[]> {
		const { text } = await this.#until('sheet', {});
		return JSON.parse(text).answers;
	}

	/** Answers some items anew. */
	async answer(items: readonly string[]): Promise<void> {
		const revision = ++this.#revision;
		for (const item of items) this.sent.set(item, revision);
		const answers = items.map((item) => ({ item, value: valueOf(revision), revision }));
		await this.#until('answers', { answers });
		for (const item of items) this.acknowledged.set(item, revision);
	}

	/** Answers what is left, and hands the sheet in. */
	async finish(): Promise<void> {
		await this.answer(ITEMS);
		await this.#until('answers', { finish: true });
	}

	/** What the server has otherwise than it was acknowledged, or than it was sent since. */
	async wrongAnswers(): Promise<number> {
		const before = new Map(this.acknowledged);
		const kept = new Map((await this.open()).map((answer) => [answer.item, answer]));
		return ITEMS.filter((item) => {
			const { value, revision } = kept.get(item) ?? { value: null, revision: 0 };
			const isWhole = revision === 0 || value === valueOf(revision);
			const least = before.get(item) ?? 0;
			return !isWhole || revision < least || revision > (this.sent.get(item) ?? 0);
		}).length;
	}

	leave(): void {
		this.#options.agent.destroy();
	}

	async #until(path: string, body: object): Promise<Answer> {
		for (;;) {
			const answer = await this.#try(path, body);
			if (answer) return answer;
			await sleep(RETRY_MS * (0.5 + Math.random()));
		}
	}

	async #try(path: string, body: object): Promise<Answer | null> {
		try {
			const sent = { sheet: this.#mark, ...body };
			const answer = await send(`${this.#url}/${path}`, sent, this.#options);
			if (answer.status === 200) {
				this.messages++;
				return answer;
			}
			if (answer.status < 500)
				throw new Error(`${answer.status} ${answer.text}`, { cause: 'refused' });
			this.failures.push({ status: answer.status, message: messageOf(answer.text) });
		} catch (problem) {
			if ((problem as Error).cause === 'refused') throw problem;
			this.failures.push({ status: 0, message: (problem as Error).message });
		}
		return null;
	}
}

import type { SentAnswer } from '../domain/round/answering.ts';

/** What came of a message. `lost`: nobody answered, or the server could not do it now; sending it again is safe. */
export type Reply<T> =
	| { kind: 'done'; body: T }
	| { kind: 'refused'; refusal: string; message: string }
	| { kind: 'lost'; message: string | null };

export interface OpenedSheet {
	answers: readonly SentAnswer[];
	isFinished: boolean;
	/** What the person has left as a comment; empty when there is none. */
	comment: string;
}

/** The server, as a page for answering sees it. */
export interface AnswerPort {
	open(mark: string): Promise<Reply<OpenedSheet>>;
	save(
		mark: string,
		answers: SentAnswer[],
		finish: boolean
	): Promise<Reply<{ isFinished: boolean }>>;
	comment(mark: string, words: string): Promise<Reply<object>>;
	/** Gives the device a new key, for another person. */
	startOver(): Promise<Reply<object>>;
}

/** A connection that is slower than this is as good as none. */
const PATIENCE_MS = 10_000;

/** The server behind this link. */
export function answerPort(link: string): AnswerPort {
	const post = <T>(name: string, message: object) => send<T>(`/answer/${link}/${name}`, message);
	return {
		open: (sheet) => post('sheet', { sheet }),
		save: (sheet, answers, finish) =>
			post('answers', { sheet, finish, ...(answers.length > 0 && { answers }) }),
		comment: (sheet, words) => post('comment', { sheet, words }),
		startOver: () => post('somebody-else', {})
	};
}

async function send<T>(address: string, message: object): Promise<Reply<T>> {
	try {
		const response = await fetch(address, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(message),
			// The last answer arrives although the tab is closed after it.
			keepalive: true,
			signal: AbortSignal.timeout(PATIENCE_MS)
		});
		const body = await response.json();
		if (response.ok) return { kind: 'done', body };
		const isLater = response.status >= 500 || response.status === 429;
		if (isLater) return { kind: 'lost', message: body.message ?? null };
		return { kind: 'refused', refusal: body.error.code, message: body.error.message };
	} catch {
		return { kind: 'lost', message: null };
	}
}

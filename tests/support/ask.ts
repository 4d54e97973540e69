import { Agent, request, type OutgoingHttpHeaders } from 'node:http';

export interface Question {
	path: string;
	method?: string;
	headers?: OutgoingHttpHeaders;
	body?: string | Uint8Array;
	/** The sender's own address, in the network 127.0.0.0/8. */
	from?: string;
}
export interface Answer {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	text: string;
}

/** Longer than any answer may take on a busy machine. */
const PATIENCE_MS = 20_000;

/**
 * Asks as no browser does: the path as it is written, any header, from an address of one's own, and without
 * following where an answer leads. Of a stream that never ends, only the head is read.
 */
export function ask(origin: string, question: Question): Promise<Answer> {
	const { path, method = 'GET', headers = {}, body, from } = question;
	return new Promise((resolve, reject) => {
		// As browsers do, without announcing the end: a server that hangs up cuts off what is still being sent.
		const agent = new Agent({ keepAlive: true });
		const asked = request(origin + path, { method, headers, localAddress: from, agent });
		asked.on('close', () => agent.destroy());
		asked.setTimeout(PATIENCE_MS, () => asked.destroy(new Error(`${method} ${path} hangs`)));
		asked.on('error', reject);
		asked.on('response', (answer) => {
			const settle = (text: string) =>
				resolve({ status: answer.statusCode!, headers: answer.headers, text });
			if (answer.headers['content-type']?.startsWith('text/event-stream')) {
				settle('');
				asked.destroy();
				return;
			}
			let text = '';
			answer.setEncoding('utf8').on('data', (part: string) => (text += part));
			answer.on('end', () => settle(text)).on('error', reject);
		});
		asked.end(body);
	});
}

let addresses = 0;

/** An address that has not asked before, so that the limit of one address says nothing about the next. */
export function newAddress(): string {
	addresses++;
	return `127.1.${(addresses >> 8) & 255}.${addresses & 255}`;
}

import http from 'node:http';

const shared = new http.Agent({ keepAlive: true, maxSockets: 64 });
const PATIENCE_MS = 20_000;

interface Options {
	cookie?: string;
	agent?: http.Agent;
	patienceMs?: number;
}

export interface Answer {
	status: number;
	text: string;
	headers: http.IncomingHttpHeaders;
}

/** Sends JSON, or asks when there is none, and waits for the whole answer; fails when the line breaks. */
export function send(
	url: string,
	body: object | null,
	{ cookie = '', agent = shared, patienceMs = PATIENCE_MS }: Options = {}
): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const headers = { 'content-type': 'application/json', accept: '*/*', cookie };
		const method = body ? 'POST' : 'GET';
		const options = { method, headers, agent, timeout: patienceMs };
		const sending = http.request(url, options, (response) => {
			let text = '';
			response.setEncoding('utf8').on('data', (part: string) => (text += part));
			response.on('error', reject);
			response.on('end', () =>
				resolve({ status: response.statusCode!, text, headers: response.headers })
			);
		});
		sending.on('timeout', () => sending.destroy(new Error(`no answer from ${url}`)));
		sending.on('error', reject);
		sending.end(body ? JSON.stringify(body) : undefined);
	});
}

/** The same for what must be welcome. */
export async function post(url: string, body: object, cookie = ''): Promise<Answer> {
	const answer = await send(url, body, { cookie });
	if (answer.status !== 200) throw new Error(`${answer.status} ${url} ${answer.text}`);
	return answer;
}

/** The words of a refusal; empty when it has none. */
export function messageOf(text: string): string {
	try {
		return JSON.parse(text).message ?? '';
	} catch {
		return '';
	}
}

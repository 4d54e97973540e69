import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';

interface Options {
	/** Whether a server that says it is not ready gets no new requests. */
	asksReadyz?: boolean;
}
const ASK_EVERY_MS = 500;

/** A proxy that gives each request to the next of the servers, as hosting does it. */
export async function roundRobin(
	port: number,
	targets: readonly number[],
	{ asksReadyz = false }: Options = {}
) {
	let turn = 0;
	const ready = new Set(targets);
	const asking = asksReadyz && setInterval(() => targets.forEach(look), ASK_EVERY_MS);
	function look(target: number): void {
		fetch(`http://127.0.0.1:${target}/readyz`).then(
			({ ok }) => (ok ? ready.add(target) : ready.delete(target)),
			() => ready.delete(target)
		);
	}
	const agent = new http.Agent({ keepAlive: false });
	const proxy = http.createServer(async (request, response) => {
		pass(request, response, await buffer(request));
	});
	function pass(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
		const { method, url: path, headers } = request;
		const able = targets.filter((target) => ready.has(target));
		const target = able[turn++ % able.length] ?? targets[0]!;
		const onward = http.request(
			{ host: '127.0.0.1', port: target, method, path, headers, agent },
			(answer) => {
				response.writeHead(answer.statusCode!, answer.headers);
				answer.pipe(response);
				// A line that breaks behind us breaks before us too.
				answer.once('close', () => answer.complete || response.destroy());
			}
		);
		onward.on('error', ({ code }: NodeJS.ErrnoException) => {
			// Nobody has heard of it yet, so somebody else may.
			const isUnheard = asksReadyz && code === 'ECONNREFUSED' && ready.delete(target);
			if (isUnheard && ready.size > 0) pass(request, response, body);
			else if (response.headersSent) response.destroy();
			else response.writeHead(502).end();
		});
		response.once('close', () => onward.destroy());
		onward.end(body);
	}
	proxy.listen(port, '127.0.0.1');
	await once(proxy, 'listening');
	return {
		close() {
			if (asking) clearInterval(asking);
			proxy.close();
			proxy.closeAllConnections();
		}
	};
}

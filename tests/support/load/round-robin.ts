import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';

/** A proxy that gives each request to the next of the servers, as hosting does it. */
export async function roundRobin(port: number, targets: readonly number[]) {
	let turn = 0;
	const agent = new http.Agent({ keepAlive: false });
	const proxy = http.createServer((request: IncomingMessage, response: ServerResponse) => {
		const { method, url: path, headers } = request;
		const target = targets[turn++ % targets.length]!;
		const onward = http.request(
			{ host: '127.0.0.1', port: target, method, path, headers, agent },
			(answer) => {
				response.writeHead(answer.statusCode!, answer.headers);
				answer.pipe(response);
				// A line that breaks behind us breaks before us too.
				answer.once('close', () => answer.complete || response.destroy());
			}
		);
		onward.on('error', () => (response.headersSent ? response.destroy() : refuse(response)));
		response.once('close', () => onward.destroy());
		request.pipe(onward);
	});
	proxy.listen(port, '127.0.0.1');
	await once(proxy, 'listening');
	return {
		close() {
			proxy.close();
			proxy.closeAllConnections();
		}
	};
}

function refuse(response: ServerResponse): void {
	response.writeHead(502).end();
}

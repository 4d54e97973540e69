import { connect, type Socket } from 'node:net';

/** Bytes as they are, past every client that would mend them: what the server answers until it hangs up. */
export function sendRaw(origin: string, bytes: string | Uint8Array): Promise<string> {
	return new Promise((resolve, reject) => {
		const socket = opened(origin, reject);
		let text = '';
		socket.setEncoding('latin1').on('data', (part: string) => (text += part));
		socket.on('close', () => resolve(text));
		socket.end(bytes);
	});
}

/** A request whose body never ends: a byte now and then, until the server has had enough. */
export function drip(origin: string, head: string): { answer: Promise<string>; stop: () => void } {
	let timer: NodeJS.Timeout;
	let socket: Socket;
	const answer = new Promise<string>((resolve) => {
		let text = '';
		socket = opened(origin, () => {});
		socket.setEncoding('latin1').on('data', (part: string) => (text += part));
		socket.on('close', () => {
			clearInterval(timer);
			resolve(text);
		});
		socket.write(head);
		timer = setInterval(() => socket.write('a'), 1_000);
	});
	return { answer, stop: () => socket.destroy() };
}

function opened(origin: string, onError: (problem: Error) => void): Socket {
	const { hostname, port } = new URL(origin);
	return connect(Number(port), hostname).on('error', onError);
}

import http from 'node:http';
import type { Socket } from 'node:net';

/** Somebody who opens a stream and then reads nothing more of it, as a phone in a tunnel or with bad intent. */
export class Sleeper {
	#socket: Socket | null = null;

	static open(url: string, cookie: string): Promise<Sleeper> {
		const sleeper = new Sleeper();
		return new Promise((resolve, reject) => {
			const request = http.get(url, { headers: { cookie }, agent: false }, (response) => {
				const socket = response.socket;
				response.pause();
				socket.pause();
				sleeper.#socket = socket;
				resolve(sleeper);
			});
			request.on('error', reject);
		});
	}

	leave(): void {
		this.#socket?.destroy();
	}
}

import http from 'node:http';

interface Options {
	cookie?: string;
	agent?: http.Agent | false;
	/** After how long without a word the line counts as dead. */
	silentMs?: number;
}

/** One open stream, and what to do with each event of it. Light, so that thousands fit into one process. */
export class Watch {
	frames = 0;
	bytes = 0;
	latest = '';
	id = '';
	/** Of the newest frame, with its filling. */
	size = 0;
	close = () => {};
	/** Comes when the line is gone, whoever ended it. */
	ended: Promise<void> = Promise.resolve();
	#waiting: { until: (data: string) => boolean; resolve: (at: number) => void }[] = [];

	static open(
		url: string,
		{ cookie = '', agent = false, silentMs = 0 }: Options = {}
	): Promise<Watch> {
		const watch = new Watch();
		return new Promise((resolve, reject) => {
			const request = http.get(
				url,
				{ headers: { cookie }, agent, timeout: silentMs },
				(response) => {
					if (response.statusCode !== 200) {
						response.resume();
						return reject(new Error(`${response.statusCode} ${url}`));
					}
					let rest = '';
					response.setEncoding('utf8').on('data', (text: string) => {
						watch.bytes += text.length;
						const parts = (rest + text).split('\n\n');
						rest = parts.pop()!;
						for (const part of parts) watch.#take(part);
					});
					response.on('error', () => {});
					watch.ended = new Promise((end) => response.once('close', end));
					resolve(watch);
				}
			);
			watch.close = () => request.destroy();
			request.on('timeout', () => request.destroy(new Error('silent')));
			request.on('error', reject);
		});
	}

	/** The moment at which such a view came. */
	until(condition: (data: string) => boolean): Promise<number> {
		if (condition(this.latest)) return Promise.resolve(performance.now());
		return new Promise((resolve) => this.#waiting.push({ until: condition, resolve }));
	}

	#take(part: string): void {
		const data = /^data: (\{.*)$/m.exec(part)?.[1];
		if (!data) return;
		this.frames++;
		this.latest = data;
		this.id = /^id: (.*)$/m.exec(part)?.[1] ?? '';
		this.size = part.length + 2;
		const now = performance.now();
		this.#waiting = this.#waiting.filter(({ until, resolve }) => {
			if (!until(data)) return true;
			resolve(now);
			return false;
		});
	}
}

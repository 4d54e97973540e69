import type { ChildProcess } from 'node:child_process';

export interface Memory {
	heap: number;
	external: number;
	rss: number;
}

/** What to start a server with so that it can be asked. */
export const tellingHeap = ['--expose-gc', '--import', './tests/support/faults/tell-heap.ts'];

/** The memory of such a server after collecting garbage, in megabytes. */
export function memoryAfterGc(server: ChildProcess): Promise<Memory> {
	return new Promise((resolve) => {
		let text = '';
		const hear = (part: Buffer) => {
			text += String(part);
			const found = /heap (\d+) external (\d+) rss (\d+)\n/.exec(text);
			if (!found) return;
			server.stdout!.off('data', hear);
			const [heap, external, rss] = found.slice(1).map((bytes) => Number(bytes) / 1024 / 1024);
			resolve({ heap: heap!, external: external!, rss: rss! });
		};
		server.stdout!.on('data', hear).resume();
		server.kill('SIGUSR2');
	});
}

import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';

/** The way from one program to another, through which the test can reach. */
export interface Cable {
	port: number;
	/** How many lines go through it now. */
	readonly lines: number;
	/** From now on nothing passes and nobody is told: lines stay open, new ones too, and all keep silent. */
	cut(): void;
	/** New lines pass again. Those that were open pass again too, or stay silent for good, as when a router forgot them. */
	mend(old: 'pass' | 'forgotten'): void;
	/** Breaks all lines, and leads new ones there. */
	leadTo(port: number): void;
	close(): Promise<void>;
}

export async function cableTo(target: number, port = 0): Promise<Cable> {
	let to = target;
	let isCut = false;
	const ends = new Set<Socket>();
	const server = createServer((near) => {
		keep(near);
		if (isCut) return void near.pause();
		const far = connect(to, '127.0.0.1');
		keep(far);
		for (const [from, onto] of [
			[near, far],
			[far, near]
		] as const) {
			from.on('data', (bytes) => {
				if (!onto.write(bytes)) from.pause();
			});
			onto.on('drain', () => isCut || from.resume());
			from.once('close', () => isCut || onto.destroy());
		}
	});
	server.listen(port, '127.0.0.1');
	await once(server, 'listening');

	function keep(end: Socket): void {
		ends.add(end);
		end.on('error', () => {}).once('close', () => ends.delete(end));
	}
	function breakAll(): void {
		for (const end of [...ends]) end.resetAndDestroy();
	}
	return {
		port: (server.address() as AddressInfo).port,
		get lines() {
			return ends.size;
		},
		cut() {
			isCut = true;
			for (const end of ends) end.pause();
		},
		mend(old) {
			isCut = false;
			if (old === 'pass') for (const end of ends) end.resume();
		},
		leadTo(next) {
			to = next;
			isCut = false;
			breakAll();
		},
		async close() {
			server.close();
			breakAll();
			await once(server, 'close');
		}
	};
}

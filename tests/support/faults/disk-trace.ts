import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { once } from 'node:events';

/** What a program did to the files of a database, and what it said meanwhile, in the order in which it happened. */
export type DiskEvent =
	| { kind: 'write'; file: string; at: number; bytes: Buffer }
	| { kind: 'cut'; file: string; length: number }
	| { kind: 'sync'; file: string }
	| { kind: 'remove'; file: string }
	| { kind: 'said'; text: string };

const CALLS = 'trace=pwrite64,write,ftruncate,fsync,fdatasync,unlink';

/** Runs a program of ours under strace, which writes down every call of its main thread. */
export async function traced(parameters: readonly string[], traceFile: string): Promise<void> {
	const strace = ['-y', '-xx', '-s', '70000', '-e', CALLS, '-o', traceFile, process.execPath];
	const child = spawn('strace', [...strace, ...parameters], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	child.on('error', () => {
		console.error('strace is not installed. On Debian: apt-get install strace');
		process.exit(1);
	});
	child.stdout.resume();
	const [status] = await once(child, 'close');
	if (status !== 0) throw new Error(`The traced program ended with ${status}.`);
}

/** Reads a trace; only files whose path begins with `prefix` count, and the rest of the path names them. */
export async function readTrace(traceFile: string, prefix: string): Promise<DiskEvent[]> {
	const events: DiskEvent[] = [];
	for await (const line of createInterface({ input: createReadStream(traceFile) })) {
		const event = eventOf(line, prefix);
		if (event) events.push(event);
	}
	return events;
}

function eventOf(line: string, prefix: string): DiskEvent | null {
	const match = /^(\w+)\((?:(\d+)<([^>]*)>)?(?:, )?(.*)\) += (-?\d+)/.exec(line);
	if (!match || Number(match[5]) < 0) return null;
	const [, call, descriptor, name = '', rest] = match as unknown as string[];
	if (call === 'write' && descriptor === '1') return { kind: 'said', text: hex(rest!).toString() };

	const path = hex(call === 'unlink' ? rest! : name).toString();
	if (!path.startsWith(prefix)) return null;
	const file = path.slice(prefix.length);
	switch (call) {
		case 'pwrite64':
			return { kind: 'write', file, at: Number(rest!.split(', ').at(-1)), bytes: hex(rest!) };
		case 'ftruncate':
			return { kind: 'cut', file, length: Number(rest) };
		case 'fsync':
		case 'fdatasync':
			return { kind: 'sync', file };
		case 'unlink':
			return { kind: 'remove', file };
		default:
			throw new Error(`Not expected: ${call} on ${path}`);
	}
}

/** The bytes of strace's `\x..` notation, up to the closing quotation mark. */
function hex(text: string): Buffer {
	const written = /(?:\\x[0-9a-f]{2})+/.exec(text)?.[0] ?? '';
	return Buffer.from(written.replaceAll('\\x', ''), 'hex');
}

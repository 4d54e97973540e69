import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** A program of ours in a process of its own, once it has said that it is ready. */
export async function started(
	parameters: string[],
	env: Record<string, string>,
	errors: 'inherit' | 'ignore' = 'inherit',
	/** Words before the command, as for another machine. */
	enter: readonly string[] = []
): Promise<ChildProcess> {
	const [program, ...words] = [...enter, process.execPath, ...parameters];
	const child = spawn(program!, words, {
		stdio: ['ignore', 'pipe', errors],
		env: { ...process.env, ...env }
	});
	await saysReady(child);
	return child;
}

/** Comes back once a server has said so on its output. */
export async function saysReady(child: ChildProcess): Promise<void> {
	for await (const text of child.stdout!.iterator({ destroyOnReturn: false }))
		if (String(text).includes('ready')) {
			// Its log is long in an outage, and a full pipe would stop it.
			child.stdout!.resume();
			return;
		}
	throw new Error('The server did not start.');
}

/** Its own time on the processor in milliseconds, as Linux counts it: in hundredths of a second. */
export function cpuOf({ pid }: ChildProcess): number {
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
	return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Its memory in megabytes. */
export function memoryOf({ pid }: ChildProcess): number {
	return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
}

/** How many network connections and other sockets it holds open. */
export function socketsOf({ pid }: ChildProcess): number {
	const folder = `/proc/${pid}/fd`;
	return readdirSync(folder).filter((name) => {
		try {
			return readlinkSync(join(folder, name)).startsWith('socket:');
		} catch {
			// Closed meanwhile.
			return false;
		}
	}).length;
}

export async function inTurns<T>(count: number, atOnce: number, work: (i: number) => Promise<T>) {
	const results: T[] = [];
	let next = 0;
	const worker = async () => {
		for (let i = next++; i < count; i = next++) results[i] = await work(i);
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
	return results;
}

/** The least value that such a share of them does not pass. */
export function percentile(values: readonly number[], share: number): number {
	return values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1]!;
}

export function percentiles(values: readonly number[]): string {
	if (values.length === 0) return 'none';
	const at = (share: number) => Math.round(percentile(values, share));
	return `median ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, last ${at(1)} ms`;
}

export function seconds(since: number): string {
	return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

export function sleep(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Whether it became so in time. */
export async function becomes(condition: () => boolean, withinMs: number): Promise<boolean> {
	const end = performance.now() + withinMs;
	while (!condition() && performance.now() < end) await sleep(10);
	return condition();
}

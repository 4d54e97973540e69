import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StorageSettings } from '../../../src/lib/server/settings.ts';
import type { Machine } from '../faults/machine.ts';
import { startPostgres, type PostgresServer } from '../postgres-server.ts';
import { started } from './measure.ts';
import { roundRobin } from './round-robin.ts';

export const placeKinds = ['sqlite', 'postgres', 'two'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** Where the command line says to measure, anywhere in it, and the rest of its words. */
export function placeAsked(): { kind: PlaceKind; words: string[] } {
	const words = process.argv.slice(2);
	const at = words.findIndex((word) => placeKinds.includes(word as PlaceKind));
	if (at < 0) return { kind: 'sqlite', words };
	return { kind: words[at] as PlaceKind, words: words.toSpliced(at, 1) };
}

/** The real server as people host it: one process on either database, or two on PostgreSQL behind a proxy. */
export interface Place {
	origin: string;
	/** What the server's context is made of, to look at what it keeps. */
	storage: StorageSettings;
	postgres: PostgresServer | null;
	/** Its processes; the first is the only one, but at `two`. */
	servers: ChildProcess[];
	/** Ends one process without warning, the next one each time, and starts it again. */
	killAndRestart(pauseMs: number): Promise<{ killedAt: number; readyAt: number }>;
	close(): Promise<void>;
}

interface Options {
	/** Words for Node, before the program. */
	node?: readonly string[];
	env?: Record<string, string>;
	/** What the server logs; where outages are meant, it would bury what was measured. */
	errors?: 'inherit' | 'ignore';
	/** Where all of it runs, when that is not here. */
	on?: Machine | null;
	/** How PostgreSQL is to be started. */
	postgres?: Parameters<typeof startPostgres>[0];
}

export async function openPlace(
	kind: PlaceKind,
	port: number,
	{ node = [], env = {}, errors = 'inherit', on = null, postgres: how }: Options = {}
): Promise<Place> {
	const folder = mkdtempSync(join(tmpdir(), 'holoscope-faults-'));
	const postgres = kind === 'sqlite' ? null : await startPostgres({ on, ...how });
	const storage: Record<string, string> = postgres
		? { DATABASE_URL: postgres.url }
		: { DATABASE_FILE: join(folder, 'h.db') };
	const ports = kind === 'two' ? [port + 1, port + 2] : [port];
	const serve = (at: number) => {
		const given = { PORT: `${at}`, HOST: on ? '0.0.0.0' : '127.0.0.1', ...storage, ...env };
		return started([...node, 'src/cli/start.ts'], given, errors, on?.enter);
	};
	const servers: ChildProcess[] = [];
	for (const at of ports) servers.push(await serve(at));
	const proxy = kind === 'two' ? await roundRobin(port, ports) : null;
	let turn = 0;

	return {
		origin: `http://${on?.addresses[0] ?? '127.0.0.1'}:${port}`,
		storage: {
			databaseUrl: storage.DATABASE_URL ?? null,
			databaseFile: storage.DATABASE_FILE ?? ''
		},
		postgres,
		servers,
		async killAndRestart(pauseMs) {
			const which = turn++ % ports.length;
			await killed(servers[which]!);
			const killedAt = performance.now();
			await new Promise((resolve) => setTimeout(resolve, pauseMs));
			servers[which] = await serve(ports[which]!);
			return { killedAt, readyAt: performance.now() };
		},
		async close() {
			proxy?.close();
			await Promise.all(servers.map(killed));
			await postgres?.remove();
			rmSync(folder, { recursive: true });
		}
	};
}

/** Works there, leaves nothing of it behind, and ends the script with whatever is still open in it. */
export async function runAt(place: Place, work: (place: Place) => Promise<void>): Promise<never> {
	for (const end of ['SIGINT', 'SIGTERM', 'uncaughtException'])
		process.once(end, (why) => {
			console.error(why);
			void place.close().finally(() => process.exit(1));
		});
	try {
		await work(place);
	} finally {
		await place.close();
	}
	process.exit();
}

async function killed(server: ChildProcess): Promise<void> {
	if (server.exitCode !== null || server.signalCode !== null) return;
	server.kill('SIGKILL');
	await once(server, 'exit');
}

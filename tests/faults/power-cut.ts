/**
 * What a power cut leaves of SQLite's files: `node tests/faults/power-cut.ts [cuts] [writes]`. Needs strace.
 *
 * The real storage takes answers while strace writes down each write, each sync and each acknowledgment. Then the power
 * is cut hundreds of times, anywhere in this: what was synced is there, and of what was not, each write is there, or not,
 * or torn at any sector with garbage in it. Each time the files must open, be whole, and have every answer that had been
 * acknowledged by then. It fails when one is missing.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqlite } from '../../src/lib/server/database/sqlite.ts';
import { faultsOf, note, type Acknowledged } from '../support/faults/answer-lines.ts';
import { readTrace, traced, type DiskEvent } from '../support/faults/disk-trace.ts';
import { Disk } from '../support/faults/disk.ts';

const [CUTS = 600, WRITES = 4_000] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'holoscope-power-'));
try {
	await run();
} finally {
	rmSync(folder, { recursive: true });
}

async function run(): Promise<void> {
	const file = join(folder, 'h.db');
	const trace = join(folder, 'trace');
	await traced(['tests/support/faults/answering-writer.ts', file, `${WRITES}`], trace);
	const events = await readTrace(trace, file);
	const syncs = events.filter(({ kind }) => kind === 'sync').length;
	console.log(`${WRITES} writes, ${syncs} syncs, ${events.length} events`);

	const moments = cutMoments(events);
	const disk = new Disk();
	const acknowledged: Acknowledged = new Map();
	const found = new Map<string, number>();
	let unsafe = 0;
	for (const [i, event] of events.entries()) {
		disk.take(event);
		if (event.kind === 'said')
			for (const line of event.text.trimEnd().split('\n')) note(acknowledged, line);
		for (let cut = moments.get(i) ?? 0; cut > 0; cut--) {
			unsafe += disk.unsafe;
			for (const fault of await faultsAfter(disk, acknowledged))
				found.set(fault, (found.get(fault) ?? 0) + 1);
		}
	}
	console.log(
		`power cut ${CUTS} times, ${(unsafe / CUTS).toFixed(1)} writes not yet synced each time`
	);
	console.log(`${acknowledged.size} answers by the end, each checked after every cut`);
	for (const [fault, count] of found) console.log(`NO  ${fault}: ${count} times`);
	if (found.size === 0) console.log('yes all opened, whole, with every acknowledged answer');
	else process.exitCode = 1;
}

/** Where to cut, after the first acknowledgment: anywhere, but every second time where much is under way. */
function cutMoments(events: readonly DiskEvent[]): Map<number, number> {
	const first = events.findIndex(({ kind }) => kind === 'said');
	const busy = events.flatMap((event, i) => (i > first && isCheckpoint(event) ? [i] : []));
	const moments = new Map<number, number>();
	for (let cut = 0; cut < CUTS; cut++) {
		const anywhere = first + Math.floor(Math.random() * (events.length - first));
		const at =
			cut % 2 && busy.length > 0 ? busy[Math.floor(Math.random() * busy.length)]! : anywhere;
		moments.set(at, (moments.get(at) ?? 0) + 1);
	}
	return moments;
}

/** What was in the log goes into the file itself: the moment that a log must outlive. */
function isCheckpoint(event: DiskEvent): boolean {
	return event.kind === 'cut' || (event.kind === 'write' && event.file === '');
}

async function faultsAfter(disk: Disk, acknowledged: Acknowledged): Promise<string[]> {
	const place = mkdtempSync(join(folder, 'cut-'));
	const file = join(place, 'h.db');
	for (const [name, content] of disk.afterPowerCut(Math.random))
		if (name === '' || name === '-wal') writeFileSync(file + name, content);
	try {
		// As the server opens it when the power is back.
		await (await openSqlite(file)).close();
		const database = new DatabaseSync(file);
		const faults = faultsOf(database, acknowledged);
		database.close();
		return faults;
	} catch (problem) {
		return [`does not open: ${(problem as Error).message}`];
	} finally {
		rmSync(place, { recursive: true });
	}
}

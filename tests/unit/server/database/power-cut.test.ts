import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '$lib/server/database/sqlite';
import { roundRow } from '../../../support/rows';

const WRITES = 60;

// `node tests/faults/power-cut.ts` does the same with every write, sync and checkpoint of many thousand answers.
test('a log cut anywhere after an acknowledged write still has it, whatever lies behind the cut', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'holoscope-power-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const file = join(folder, 'h.db');
	const database = await openSqlite(file);
	const lengths: number[] = [];
	for (let i = 0; i < WRITES; i++) {
		await database.write((writer) =>
			writer
				.insertInto('rounds')
				.values(roundRow(`${i}`))
				.execute()
		);
		lengths.push(statSync(`${file}-wal`).size);
	}
	const main = readFileSync(file);
	const log = readFileSync(`${file}-wal`);
	await database.close();

	fc.assert(
		fc.property(fc.nat(WRITES - 1), fc.nat(), fc.nat(9_000), (write, further, garbage) => {
			const cut = lengths[write]! + (further % (log.length - lengths[write]! + 1));
			const left = Buffer.concat([log.subarray(0, cut), randomBytes(garbage)]);
			expect(idsAfter(join(folder, 'cut.db'), main, left)).toEqual(
				expect.arrayContaining(Array.from({ length: write + 1 }, (_, i) => `${i}`))
			);
		}),
		{ numRuns: 100 }
	);
});

function idsAfter(file: string, main: Buffer, log: Buffer): unknown[] {
	writeFileSync(file, main);
	writeFileSync(`${file}-wal`, log);
	rmSync(`${file}-shm`, { force: true });
	const opened = new DatabaseSync(file);
	expect(opened.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
	const rows = opened.prepare('select id from rounds').all();
	opened.close();
	return rows.map(({ id }) => id);
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Database } from '$lib/server/database/database';
import { openSqlite } from '$lib/server/database/sqlite';
import { killWhileWriting } from '../support/kill';
import { roundRow } from '../support/rows';

/** As many people as press a key in the same moment. */
const AT_ONCE = 50;

test('a commit for all writes of a turn, beside a commit for each', async ({ bench }) => {
	const folder = temporaryFolder();
	const grouped = await openSqlite(join(folder, 'grouped.db'));
	const oneByOne = await openSqlite(join(folder, 'one-by-one.db'), { writesPerCommit: 1 });

	const result = await bench.compare(
		bench('one commit', () => burst(grouped)),
		bench('a commit each', () => burst(oneByOne)),
		{ time: 2_000 }
	);
	await Promise.all([grouped.close(), oneByOne.close()]);

	const together = 1 / result.get('one commit').latency.mean;
	const each = 1 / result.get('a commit each').latency.mean;
	const perSecond = (rate: number) => Math.round(rate * AT_ONCE * 1000).toLocaleString('en');
	console.log(
		`${perSecond(together)} acknowledged writes a second in groups, ${perSecond(each)} one by one: ${(together / each).toFixed(1)} times`
	);
	expect(together / each).toBeGreaterThan(2);
}, 60_000);

test('eighty kills in the middle of writing lose nothing acknowledged', async () => {
	const { acknowledged, kept } = await killWhileWriting(join(temporaryFolder(), 'kill.db'), 80);
	const there = new Set(kept);

	console.log(`${acknowledged.length} acknowledged writes survived 80 kills`);
	expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
}, 120_000);

let next = 0;
async function burst(database: Database): Promise<void> {
	await Promise.all(
		Array.from({ length: AT_ONCE }, () =>
			database.write((writer) =>
				writer
					.insertInto('rounds')
					.values(roundRow(`${next++}`))
					.execute()
			)
		)
	);
}

function temporaryFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'holoscope-bench-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	return folder;
}

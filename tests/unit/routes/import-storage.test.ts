import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { log } from '$lib/server/operations/log';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openSqlite } from '$lib/server/database/sqlite';
import type { Database } from '$lib/server/database/database';
import { actions } from '../../../src/routes/rounds/[key]/import/+page.server';
import { createTestContext } from '../../support/context';
import { openedRound } from '../../support/rounds';

// Browsers send lines of a form with both marks.
const text = 'team,voice-1\r\nHarbor,4\r\n';
const teams = [{ name: 'Harbor', headcount: 5_000 }];
let folder: string;
let key: string;
let keeper: Database;
const file = () => join(folder, 'holoscope.db');

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'holoscope-'));
	keeper = await openSqlite(file());
	key = (await openedRound(await createTestContext(keeper), { teams })).organizer;
});
afterEach(async () => {
	await keeper.close();
	rmSync(folder, { recursive: true });
});

/** The page's last step, on a database in trouble. */
async function takeIn(database: Database, content = text) {
	const form = new FormData();
	const fields = { text: content, columns: '2', 'column-0': 'team', 'column-1': 'item:voice-1' };
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	const context = await createTestContext(database);
	const written = vi.spyOn(log, 'error').mockImplementation(() => {});
	const setHeaders = vi.fn();
	const event = {
		request: new Request('http://localhost/', { method: 'POST', body: form }),
		locals: { context: async () => context },
		params: { key },
		route: { id: '/rounds/[key]/import' },
		setHeaders
	};
	const outcome = await actions.import!(event as never);
	written.mockRestore();
	return { outcome, setHeaders };
}

const kept = (words: RegExp, content = text) => ({
	status: 503,
	data: {
		outage: expect.stringMatching(words),
		text: content,
		columns: [
			{ header: 'team', chosen: 'team' },
			{ header: 'voice-1', chosen: 'item:voice-1' }
		]
	}
});

test('a full disk keeps the file in the form, and nothing of it in the round', async () => {
	const content = `team,voice-1\r\n${'Harbor,4\r\n'.repeat(3_000)}`;
	const pages = new DatabaseSync(file()).prepare('pragma page_count').get() as {
		page_count: number;
	};
	const small = await openSqlite(file(), { maxPages: pages.page_count });
	const { outcome, setHeaders } = await takeIn(small, content);
	await small.close();

	expect(outcome).toMatchObject(kept(/disk is full/, content));
	expect(setHeaders).toHaveBeenCalledWith({ 'retry-after': '60' });
	expect(await keeper.read.selectFrom('sheets').selectAll().execute()).toEqual([]);
});

test('a read-only disk keeps the file in the form', async () => {
	const database = await openSqlite(`file:${file()}?mode=ro`);
	const { outcome } = await takeIn(database);
	await database.close();

	expect(outcome).toMatchObject(kept(/cannot be written to/));
});

test('a locked database keeps the file in the form, and takes it once it is free', async () => {
	const database = await openSqlite(file(), { lockedMs: 100 });
	const other = new DatabaseSync(file());
	other.exec('begin exclusive');
	const { outcome } = await takeIn(database);
	other.exec('rollback');
	other.close();

	expect(outcome).toMatchObject(kept(/busy/));
	expect((await takeIn(database)).outcome).toMatchObject({ done: { count: 1 } });
	await database.close();
});

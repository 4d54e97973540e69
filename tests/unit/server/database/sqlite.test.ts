import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Writer } from '$lib/server/database/schema';
import { openSqlite } from '$lib/server/database/sqlite';
import { storageProblemOf } from '$lib/server/database/storage-problem';
import { roundRow } from '../../../support/rows';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'holoscope-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, 'data', 'holoscope.db');
const insert =
	(id: string, organization = 'Lumen') =>
	(writer: Writer) =>
		writer.insertInto('rounds').values(roundRow(id, { organization })).execute();
const problemOf = (work: Promise<unknown>) => work.then(() => 'none', storageProblemOf);

test('makes its folder and keeps what was written for the next opening', async () => {
	const first = await openSqlite(file());
	await first.write(insert('a'));
	await first.close();

	const second = await openSqlite(file());
	expect(await second.read.selectFrom('rounds').select('id').execute()).toEqual([{ id: 'a' }]);
	await second.close();
});

test('lets several start on a new file together', async () => {
	const databases = await Promise.all([1, 2, 3].map(() => openSqlite(file())));
	await Promise.all(databases.map((database, index) => database.write(insert(`${index}`))));

	expect(await databases[0]!.read.selectFrom('rounds').select('id').execute()).toHaveLength(3);
	for (const database of databases) await database.close();
});

test('finishes what is being written before it closes', async () => {
	const database = await openSqlite(file());
	const written = Promise.all(['a', 'b', 'c'].map((id) => database.write(insert(id))));
	await database.close();

	await expect(written).resolves.toHaveLength(3);
});

test('commits the writes of one turn together', async () => {
	const database = await openSqlite(file());
	await database.write(insert('first'));
	const before = pagesInLog();
	await Promise.all(Array.from({ length: 40 }, (_, id) => database.write(insert(`${id}`))));
	const together = pagesInLog() - before;
	for (let id = 100; id < 140; id++) await database.write(insert(`${id}`));
	const oneByOne = pagesInLog() - before - together;
	await database.close();

	expect(together).toBeLessThan(oneByOne / 3);
});

test('lets readers read while another process is writing', async () => {
	const database = await openSqlite(file());
	await database.write(insert('a'));
	const other = new DatabaseSync(file());
	other.exec("begin immediate; update rounds set organization = 'Elsewhere'");

	expect(await database.read.selectFrom('rounds').select('organization').execute()).toEqual([
		{ organization: 'Lumen' }
	]);
	other.exec('commit');
	other.close();
	await database.close();
});

test('cannot write through the reading side', async () => {
	const database = await openSqlite(file());
	const reader = database.read as unknown as Writer;

	await expect(insert('a')(reader)).rejects.toThrow(/readonly/);
	await database.close();
});

test('waits for another process to finish writing', async () => {
	const database = await openSqlite(file());
	const other = new DatabaseSync(file());
	other.exec('begin immediate');
	const written = database.write(insert('a'));
	setTimeout(() => other.exec('commit'), 200);

	await expect(written).resolves.toBeDefined();
	other.close();
	await database.close();
});

test('says that it is locked when another process keeps writing, and recovers afterwards', async () => {
	const database = await openSqlite(file(), { lockedMs: 100 });
	const other = new DatabaseSync(file());
	other.exec('begin immediate');

	expect(await problemOf(database.write(insert('a')))).toBe('storage-locked');
	other.exec('rollback');
	expect(await problemOf(database.write(insert('a')))).toBe('none');
	other.close();
	await database.close();
});

test('says that the disk is full, keeps what was acknowledged and takes what still fits', async () => {
	const database = await openSqlite(file(), { maxPages: 60 });
	await database.write(insert('small'));
	const [tooBig, fits] = await Promise.all([
		problemOf(database.write(insert('big', 'x'.repeat(400_000)))),
		problemOf(database.write(insert('fits')))
	]);

	expect([tooBig, fits]).toEqual(['storage-full', 'none']);
	expect(await database.read.selectFrom('rounds').select('id').orderBy('id').execute()).toEqual([
		{ id: 'fits' },
		{ id: 'small' }
	]);
	await database.close();
});

test('says that the disk is read-only', async () => {
	const keeper = await openSqlite(file());
	await keeper.write(insert('a'));

	const database = await openSqlite(`file:${file()}?mode=ro`);
	expect(await problemOf(database.write(insert('b')))).toBe('storage-read-only');
	expect(await problemOf(database.tryWriting())).toBe('storage-read-only');
	expect(await database.read.selectFrom('rounds').select('id').execute()).toEqual([{ id: 'a' }]);
	await database.close();
	await keeper.close();
});

test('says that storage is unavailable when the file is something else', async () => {
	const database = await openSqlite(file());
	await database.close();

	expect(await problemOf(openSqlite(folder))).toBe('storage-unavailable');
});

test('leaves nothing of deleted words in its files once it has scrubbed', async () => {
	const database = await openSqlite(file());
	const secret = 'Nobody-must-read-this';
	await database.write(insert('a', secret));
	await database.write((writer) => writer.deleteFrom('rounds').execute());
	await database.scrub();

	const left = [file(), `${file()}-wal`].map((path) => readFileSync(path).includes(secret));
	await database.close();
	expect(left).toEqual([false, false]);
});

function pagesInLog(): number {
	return statSync(`${file()}-wal`).size / 4096;
}

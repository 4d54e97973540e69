import 'fake-indexeddb/auto';
import { readTextFile } from '$lib/device/text-file';
import { isKeptText, newTextShelf, type KeptText } from '$lib/device/text-shelf';
import { openDB } from 'idb';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const memo: KeptText = {
	id: 'a',
	name: 'Spring memo',
	day: '2026-11-22',
	kind: 'memo',
	text: 'My people met.',
	version: null,
	leftRules: [],
	leftMarks: [],
	words: 3,
	marks: 1
};

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => vi.unstubAllGlobals());

test('keeps texts for the next visit, newest first', async () => {
	const shelf = newTextShelf();
	await shelf.keep(memo);
	await shelf.keep({ ...memo, id: 'b', name: 'Goals', version: 'We met.' });

	const later = newTextShelf();
	expect((await later.list()).map(({ name }) => name)).toEqual(['Goals', 'Spring memo']);
	expect(later.durability).toBe('kept');
});

test('deletes one, and then all', async () => {
	const shelf = newTextShelf();
	for (const id of ['a', 'b', 'c']) await shelf.keep({ ...memo, id });

	await shelf.remove('b');
	expect((await newTextShelf().list()).map(({ id }) => id)).toEqual(['c', 'a']);
	await shelf.clear();
	expect(await newTextShelf().list()).toEqual([]);
});

test('leaves out what does not read as a kept text', async () => {
	await newTextShelf().keep(memo);
	const database = await openDB('holoscope-texts');
	await database.add('texts', { ...memo, id: 'b', kind: 'poem' });
	database.close();

	expect(await newTextShelf().list()).toEqual([memo]);
});

test.each([
	null,
	'text',
	{ ...memo, kind: 'poem' },
	{ ...memo, version: 3 },
	{ ...memo, leftRules: [1] },
	{ ...memo, words: -1 },
	{ ...memo, marks: undefined }
])('%j is no kept text', (record) => {
	expect(isKeptText(record)).toBe(false);
});

test('goes on in memory where the browser keeps nothing', async () => {
	vi.stubGlobal('indexedDB', {
		open: () => {
			throw new Error('Forbidden');
		}
	});
	const shelf = newTextShelf();
	await shelf.keep(memo);
	await shelf.keep({ ...memo, id: 'b' });
	await shelf.remove('a');

	expect((await shelf.list()).map(({ id }) => id)).toEqual(['b']);
	expect(shelf.durability).toBe('memory');
});

const bytes = (...values: number[]) => new Blob([new Uint8Array(values)]);

test.each([
	['UTF-8', new Blob(['Größe\r\nzwei\rdrei\t😀']), 'Größe\nzwei\ndrei\t😀'],
	['UTF-8 with its mark', bytes(0xef, 0xbb, 0xbf, 0x48, 0x69), 'Hi'],
	['UTF-16', bytes(0xff, 0xfe, 0x48, 0, 0x69, 0), 'Hi'],
	['UTF-16, the other way round', bytes(0xfe, 0xff, 0, 0x48, 0, 0x69), 'Hi'],
	['an older Western encoding', bytes(0x47, 0x72, 0xf6, 0xdf, 0x65), 'Größe']
])('reads a file in %s', async (_, file, text) => {
	expect(await readTextFile(file)).toEqual({ kind: 'text', text });
});

test('turns away a file that is no text, and one that is too large', async () => {
	expect(await readTextFile(bytes(0x50, 0x4b, 3, 4, 0))).toEqual({
		kind: 'problem',
		problem: 'not-text'
	});
	expect(await readTextFile(new Blob(['a'.repeat(2_000_001)]))).toEqual({
		kind: 'problem',
		problem: 'too-large'
	});
});

import 'fake-indexeddb/auto';
import { newDeviceStore, type DeviceChange, type DraftSettings } from '$lib/device/device-store';
import { DraftGone } from '$lib/device/keeping';
import { newRoundShelf } from '$lib/device/round-shelf';
import { answered, newSheet } from '$lib/device/sheet-in-round';
import { openDB } from 'idb';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const settings: DraftSettings = {
	instrument: 'holoscope',
	edition: '2026.1',
	form: 'quick',
	lens: 'member',
	organization: 'Ørsted & Søns'
};
const sheet = { ...settings, answers: { 'voice-1': 4, 'regard-2': null }, day: '2026-11-20' };

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

describe('one tab', () => {
	test('deletes sheets answered by link with everything else, an open page’s too', async () => {
		const shelf = newRoundShelf();
		const round = { ...settings, mark: 'mine', link: 'secret' };
		await shelf.change('mine', () => answered(newSheet(round), 'voice-1', 4));

		await (await newDeviceStore()).clear();

		expect(await shelf.find('mine')).toBeUndefined();
		expect(await newRoundShelf().findByLink('secret')).toBeUndefined();
	});

	test('keeps a draft with its answers and place for the next visit', async () => {
		const first = await newDeviceStore();
		const { id } = await first.start(settings);
		await first.answer(id, 'voice-1', 4);
		await first.answer(id, 'regard-2', null);
		await first.goTo(id, 2);

		const later = await newDeviceStore();
		expect(await later.draft()).toEqual({
			...settings,
			id,
			answers: { 'voice-1': 4, 'regard-2': null },
			place: 2
		});
		expect(later.durability).toBe('kept');
	});

	test('moves a finished draft into the history', async () => {
		const store = await newDeviceStore();
		const { id } = await store.start(settings);
		await store.answer(id, 'voice-1', 5);

		const kept = await store.finish(id, '2026-11-22');

		expect(kept).toEqual({ ...settings, id, answers: { 'voice-1': 5 }, day: '2026-11-22' });
		expect(await store.draft()).toBeUndefined();
		expect(await store.history()).toEqual([kept]);
	});

	test('a new draft takes nothing over from the one it replaces', async () => {
		const store = await newDeviceStore();
		const old = await store.start(settings);
		await store.answer(old.id, 'voice-1', 5);
		await store.start({ ...settings, form: 'full' });

		expect(await store.draft()).toMatchObject({ form: 'full', answers: {}, place: 0 });
		await expect(store.answer(old.id, 'voice-1', 1)).rejects.toThrow(DraftGone);
	});

	test('lists the history by day, imports of older days included', async () => {
		const store = await newDeviceStore();
		const { id } = await store.start(settings);
		await store.finish(id, '2026-11-22');
		await store.keep(sheet);

		expect((await store.history()).map(({ day }) => day)).toEqual(['2026-11-20', '2026-11-22']);
	});

	test('keeps the same sheet once, however its answers are ordered', async () => {
		const store = await newDeviceStore();
		const first = await store.keep(sheet);
		const again = await store.keep({ ...sheet, answers: { 'regard-2': null, 'voice-1': 4 } });
		const other = await store.keep({ ...sheet, answers: { 'voice-1': 4 } });

		expect(again).toEqual(first);
		expect(await store.history()).toEqual([first, other]);
	});

	test('removes one sheet, or everything', async () => {
		const store = await newDeviceStore();
		const first = await store.keep(sheet);
		const second = await store.keep({ ...sheet, day: '2026-11-21' });
		await store.start(settings);

		await store.remove(first.id);
		expect(await store.history()).toEqual([second]);

		await store.clear();
		expect(await store.history()).toEqual([]);
		expect(await store.draft()).toBeUndefined();
	});

	test('discards a draft, and only the one that is meant', async () => {
		const store = await newDeviceStore();
		const { id } = await store.start(settings);

		await store.discard('another');
		expect(await store.draft()).toBeDefined();

		await store.discard(id);
		expect(await store.draft()).toBeUndefined();
	});
});

describe('two tabs', () => {
	test('answers given in both at the same time are all kept', async () => {
		const here = await newDeviceStore();
		const there = await newDeviceStore();
		const { id } = await here.start(settings);

		const items = Array.from({ length: 20 }, (_, index) => `item-${index}`);
		await Promise.all(
			items.map((item, index) => (index % 2 ? here : there).answer(id, item, index % 5))
		);

		const expected = Object.fromEntries(items.map((item, index) => [item, index % 5]));
		expect((await here.draft())?.answers).toEqual(expected);
		expect((await there.draft())?.answers).toEqual(expected);
	});

	test('finishing in one brings along what the other answered', async () => {
		const here = await newDeviceStore();
		const there = await newDeviceStore();
		const { id } = await here.start(settings);
		await here.answer(id, 'voice-1', 5);
		await there.answer(id, 'regard-2', 1);

		const [one, two] = await Promise.all([
			here.finish(id, '2026-11-22'),
			there.finish(id, '2026-11-22')
		]);

		expect(one.answers).toEqual({ 'voice-1': 5, 'regard-2': 1 });
		expect(two).toEqual(one);
		expect(await here.history()).toEqual([one]);
	});

	test('each hears what the other changes', async () => {
		const here = await newDeviceStore();
		const there = await newDeviceStore();
		const heard: DeviceChange[] = [];
		const stop = here.subscribe((change) => heard.push(change));

		await there.start(settings);
		await vi.waitFor(() => expect(heard).toEqual([{ kind: 'draft', elsewhere: true }]));

		stop();
		await there.keep(sheet);
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(heard).toHaveLength(1);
	});
});

describe('storage that fails', () => {
	test('goes on in memory when storage is forbidden', async () => {
		vi.stubGlobal('indexedDB', {
			open() {
				throw new DOMException('Not allowed here.', 'SecurityError');
			}
		});
		const store = await newDeviceStore();
		const { id } = await store.start(settings);
		await store.answer(id, 'voice-1', 2);
		await store.goTo(id, 1);

		expect(store.durability).toBe('memory');
		expect(await store.draft()).toMatchObject({ id, answers: { 'voice-1': 2 }, place: 1 });
		expect(await store.finish(id, '2026-11-22')).toMatchObject({ answers: { 'voice-1': 2 } });
		expect(await store.keep(sheet)).toEqual(await store.keep(sheet));
		expect(await store.history()).toHaveLength(2);
	});

	test('goes on in memory when there is no storage at all', async () => {
		vi.stubGlobal('indexedDB', undefined);

		expect((await newDeviceStore()).durability).toBe('memory');
	});

	test('does not wait for a storage that never opens', async () => {
		vi.stubGlobal('indexedDB', { open: () => new EventTarget() });

		expect((await newDeviceStore(30)).durability).toBe('memory');
	});

	test('a disk that fills up in the middle loses no answer, and says so', async () => {
		const store = await newDeviceStore();
		const heard: DeviceChange[] = [];
		store.subscribe((change) => heard.push(change));
		await store.keep(sheet);
		const { id } = await store.start(settings);
		await store.answer(id, 'voice-1', 5);

		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
			throw new DOMException('Full.', 'QuotaExceededError');
		});
		await store.answer(id, 'regard-2', 1);
		await store.answer(id, 'rules-1', null);

		expect(store.durability).toBe('memory');
		expect(heard).toContainEqual({ kind: 'durability', elsewhere: false });
		expect((await store.draft())?.answers).toEqual({
			'voice-1': 5,
			'regard-2': 1,
			'rules-1': null
		});
		expect((await store.finish(id, '2026-11-22')).answers).toHaveProperty('rules-1', null);
		expect(await store.history()).toHaveLength(2);
	});

	test('a connection that the browser ended is opened again', async () => {
		const store = await newDeviceStore();
		const { id } = await store.start(settings);
		const lost = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
			throw new DOMException('Connection lost.', 'InvalidStateError');
		});

		await store.answer(id, 'voice-1', 3);

		expect(lost.mock.calls.length).toBeGreaterThan(1);
		expect(store.durability).toBe('kept');
		expect((await store.draft())?.answers).toEqual({ 'voice-1': 3 });
	});
});

test('records that cannot be read are put aside; the rest stays', async () => {
	const store = await newDeviceStore();
	const kept = await store.keep(sheet);
	const { id } = await store.start(settings);
	await store.answer(id, 'voice-1', 3);

	const database = await openDB('holoscope', 1);
	await database.put('history', { day: 'yesterday', answers: 'all fine' });
	await database.put('answers', { draft: id, item: 'regard-2', value: 'often' });

	const later = await newDeviceStore();
	expect(later.unreadable).toBe(2);
	expect(await later.history()).toEqual([kept]);
	expect((await later.draft())?.answers).toEqual({ 'voice-1': 3 });

	await database.put('draft', { form: 7 }, 'current');
	expect(await later.draft()).toBeUndefined();
	expect(later.unreadable).toBe(3);

	await later.clear();
	expect(later.unreadable).toBe(0);
});

import { openDB, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import type { Sheet } from '../domain/sheet.ts';
import { DraftGone, type Keeping } from './keeping.ts';
import { finishedSheet } from './memory-keeping.ts';
import { isAnswerRecord, isDraftRecord, isKeptSheet } from './record-checks.ts';
import {
	byDay,
	CURRENT,
	isSameSheet,
	type Contents,
	type Draft,
	type DraftRecord,
	type KeptSheet,
	type Shelves
} from './records.ts';

const SHELVES = ['draft', 'answers', 'history', 'unreadable'] as const;
type Writing = IDBPTransaction<Shelves, StoreNames<Shelves>[], 'readwrite'>;

/** Keeps everything in IndexedDB. Each method is one transaction, so tabs take turns. */
export class DiskKeeping implements Keeping {
	#database: Promise<IDBPDatabase<Shelves>> | undefined;

	async contents(): Promise<Contents> {
		const transaction = await this.#begin();
		await setUnreadableAside(transaction);
		const [draft, sheets, unreadable] = await Promise.all([
			currentDraft(transaction),
			transaction.objectStore('history').getAll(),
			transaction.objectStore('unreadable').count()
		]);
		await transaction.done;
		return { draft, history: byDay(sheets), unreadable };
	}

	async start(draft: DraftRecord): Promise<void> {
		const transaction = await this.#begin();
		void transaction.objectStore('answers').clear();
		void transaction.objectStore('draft').put(draft, CURRENT);
		await transaction.done;
	}

	async answer(draftId: string, itemId: string, value: number | null): Promise<void> {
		const transaction = await this.#begin();
		await recordOf(transaction, draftId);
		void transaction.objectStore('answers').put({ draft: draftId, item: itemId, value });
		await transaction.done;
	}

	async goTo(draftId: string, place: number): Promise<void> {
		const transaction = await this.#begin();
		const record = await recordOf(transaction, draftId);
		void transaction.objectStore('draft').put({ ...record, place }, CURRENT);
		await transaction.done;
	}

	async finish(draftId: string, day: string): Promise<KeptSheet> {
		const transaction = await this.#begin();
		const history = await transaction.objectStore('history').getAll();
		const finished = history.find(({ id }) => id === draftId);
		if (finished) return finished;

		await recordOf(transaction, draftId);
		const sheet = finishedSheet((await currentDraft(transaction))!, day);
		void transaction.objectStore('history').add(sheet);
		removeDraft(transaction);
		await transaction.done;
		return sheet;
	}

	async discard(draftId: string): Promise<void> {
		const transaction = await this.#begin();
		const draft = await transaction.objectStore('draft').get(CURRENT);
		if (draft?.id === draftId) removeDraft(transaction);
		await transaction.done;
	}

	async keep(id: string, sheet: Sheet): Promise<KeptSheet> {
		const transaction = await this.#begin();
		const history = await transaction.objectStore('history').getAll();
		const known = history.find((kept) => isSameSheet(kept, sheet));
		if (known) return known;

		const kept = { ...sheet, id };
		void transaction.objectStore('history').add(kept);
		await transaction.done;
		return kept;
	}

	async remove(id: string): Promise<void> {
		const transaction = await this.#begin();
		let cursor = await transaction.objectStore('history').openCursor();
		while (cursor) {
			if (cursor.value.id === id) void cursor.delete();
			cursor = await cursor.continue();
		}
		await transaction.done;
	}

	async clear(): Promise<void> {
		const transaction = await this.#begin();
		for (const shelf of SHELVES) void transaction.objectStore(shelf).clear();
		await transaction.done;
	}

	async #begin(): Promise<Writing> {
		const transaction = await this.#transaction().catch(() => {
			// Phones end connections of tabs that sleep, not always with a word: try a new one, once.
			this.#database = undefined;
			return this.#transaction();
		});
		// Each method waits for `done` itself; one that leaves early must not count as unhandled.
		transaction.done.catch(() => {});
		return transaction;
	}

	async #transaction(): Promise<Writing> {
		this.#database ??= this.#open();
		return (await this.#database).transaction([...SHELVES], 'readwrite');
	}

	async #open(): Promise<IDBPDatabase<Shelves>> {
		const forget = () => (this.#database = undefined);
		const database = await openDB<Shelves>('holoscope', 1, {
			upgrade(fresh) {
				fresh.createObjectStore('draft');
				fresh.createObjectStore('answers', { keyPath: ['draft', 'item'] });
				fresh.createObjectStore('history', { autoIncrement: true });
				fresh.createObjectStore('unreadable', { autoIncrement: true });
			},
			// A newer version of the app, in another tab, asks us to step aside.
			blocking: () => {
				forget();
				database.close();
			},
			terminated: forget
		});
		return database;
	}
}

/** Finds the draft's record, or ends the transaction when it is not this draft that is being answered. */
async function recordOf(transaction: Writing, draftId: string): Promise<DraftRecord> {
	const record = await transaction.objectStore('draft').get(CURRENT);
	if (record?.id !== draftId) {
		transaction.abort();
		throw new DraftGone(draftId);
	}
	return record;
}

async function currentDraft(transaction: Writing): Promise<Draft | undefined> {
	const record = await transaction.objectStore('draft').get(CURRENT);
	if (!record) return undefined;
	const answers = await transaction.objectStore('answers').getAll();
	const own = answers.filter(({ draft }) => draft === record.id);
	return { ...record, answers: Object.fromEntries(own.map(({ item, value }) => [item, value])) };
}

function removeDraft(transaction: Writing): void {
	void transaction.objectStore('draft').delete(CURRENT);
	void transaction.objectStore('answers').clear();
}

/** Moves what does not read as it should, so that it is told once and stands in nobody's way. */
async function setUnreadableAside(transaction: Writing): Promise<void> {
	const checks: [(typeof SHELVES)[number], (record: unknown) => boolean][] = [
		['draft', isDraftRecord],
		['answers', isAnswerRecord],
		['history', isKeptSheet]
	];
	for (const [shelf, isReadable] of checks) {
		let cursor = await transaction.objectStore(shelf).openCursor();
		while (cursor) {
			if (!isReadable(cursor.value)) {
				void transaction.objectStore('unreadable').add(cursor.value);
				void cursor.delete();
			}
			cursor = await cursor.continue();
		}
	}
}

import { deleteDB } from 'idb';
import type { Sheet } from '../domain/sheet.ts';
import { DiskKeeping } from './disk-keeping.ts';
import { DraftGone, type Keeping } from './keeping.ts';
import { MemoryKeeping } from './memory-keeping.ts';
import { within } from './patience.ts';
import { ROUNDS_DATABASE } from './rounds-database.ts';
import type { Contents, Draft, DraftSettings, KeptSheet } from './records.ts';

export type { Draft, DraftSettings, KeptSheet } from './records.ts';
export { DraftGone } from './keeping.ts';

/** What changed; `elsewhere` when another tab did it. */
export interface DeviceChange {
	kind: 'draft' | 'history' | 'everything' | 'durability';
	elsewhere: boolean;
}

/** What the browser keeps for its person. Reads and writes never fail for want of storage: they go on in memory. */
export interface DeviceStore {
	/** `memory`: storage is forbidden, broken or full; everything is lost when the tab closes. */
	readonly durability: 'kept' | 'memory';
	/** How many records could not be read and were put aside; `clear` deletes them too. */
	readonly unreadable: number;
	/** The one sheet being answered. */
	draft(): Promise<Draft | undefined>;
	/** Begins a sheet; it replaces the one that was being answered. */
	start(settings: DraftSettings): Promise<Draft>;
	/** Throws `DraftGone` when another sheet, or none, is being answered by now. */
	answer(draftId: string, itemId: string, value: number | null): Promise<void>;
	/** Remembers the item shown last. Throws `DraftGone`. */
	goTo(draftId: string, place: number): Promise<void>;
	/** Moves the draft into the history, once. Throws `DraftGone`. */
	finish(draftId: string, day: string): Promise<KeptSheet>;
	discard(draftId: string): Promise<void>;
	/** Finished sheets, oldest first. */
	history(): Promise<KeptSheet[]>;
	/** Puts an imported sheet into the history; a sheet that is there already stays as it is. */
	keep(sheet: Sheet): Promise<KeptSheet>;
	remove(id: string): Promise<void>;
	/** Deletes everything this browser keeps for the person. */
	clear(): Promise<void>;
	/** Hears what this tab and other tabs change, until the returned function is called. */
	subscribe(listener: (change: DeviceChange) => void): () => void;
}

/** Longer than any working disk takes; a browser that hangs at opening never answers at all. */
const PATIENCE_MS = 3_000;

let opened: Promise<DeviceStore> | undefined;

/** The tab's store. One for all pages, because in memory it must outlive a change of page. Browser only. */
export function openDeviceStore(): Promise<DeviceStore> {
	return (opened ??= newDeviceStore());
}

/** A store of its own, as another tab would have. */
export async function newDeviceStore(patience = PATIENCE_MS): Promise<DeviceStore> {
	const store = new BrowserStore(patience);
	await store.draft();
	return store;
}

class BrowserStore implements DeviceStore {
	#disk: Keeping | undefined = new DiskKeeping();
	/** What was last seen on the disk; it takes over when the disk fails. */
	readonly #memory = new MemoryKeeping();
	readonly #listeners = new Set<(change: DeviceChange) => void>();
	readonly #patience: number;
	readonly #otherTabs = otherTabs();
	#unreadable = 0;

	constructor(patience: number) {
		this.#patience = patience;
		this.#otherTabs?.addEventListener('message', ({ data }) =>
			this.#tell({ kind: data, elsewhere: true })
		);
	}

	get durability() {
		return this.#disk ? 'kept' : 'memory';
	}

	get unreadable() {
		return this.#unreadable;
	}

	async draft() {
		return (await this.#contents()).draft;
	}

	async history() {
		return (await this.#contents()).history;
	}

	async start(settings: DraftSettings): Promise<Draft> {
		const record = { ...settings, id: randomId(), place: 0 };
		await this.#write('draft', (keeping) => keeping.start(record));
		return { ...record, answers: {} };
	}

	answer(draftId: string, itemId: string, value: number | null) {
		return this.#write('draft', (keeping) => keeping.answer(draftId, itemId, value));
	}

	goTo(draftId: string, place: number) {
		return this.#write('draft', (keeping) => keeping.goTo(draftId, place));
	}

	finish(draftId: string, day: string) {
		return this.#write('everything', (keeping) => keeping.finish(draftId, day));
	}

	discard(draftId: string) {
		return this.#write('draft', (keeping) => keeping.discard(draftId));
	}

	keep(sheet: Sheet) {
		const id = randomId();
		return this.#write('history', (keeping) => keeping.keep(id, sheet));
	}

	remove(id: string) {
		return this.#write('history', (keeping) => keeping.remove(id));
	}

	async clear() {
		await this.#write('everything', (keeping) => keeping.clear());
		if (!this.#disk) return;
		// Open pages let go of it when they are asked to; one that sleeps does so when it wakes.
		await within(this.#patience, deleteDB(ROUNDS_DATABASE)).catch(() => {});
	}

	subscribe(listener: (change: DeviceChange) => void) {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	async #contents(): Promise<Contents> {
		const contents = await this.#attempt((keeping) => keeping.contents());
		this.#memory.reflect(contents);
		this.#unreadable = contents.unreadable;
		return contents;
	}

	async #write<T>(
		kind: DeviceChange['kind'],
		change: (keeping: Keeping) => Promise<T>
	): Promise<T> {
		const result = await this.#attempt(change);
		if (this.#disk) await this.#contents();
		this.#tell({ kind, elsewhere: false });
		if (this.#disk) this.#otherTabs?.postMessage(kind);
		return result;
	}

	/** Works on the disk; when that fails, in memory from now on, with everything seen so far. */
	async #attempt<T>(work: (keeping: Keeping) => Promise<T>): Promise<T> {
		const disk = this.#disk;
		if (!disk) return work(this.#memory);
		try {
			return await within(this.#patience, work(disk));
		} catch (problem) {
			if (problem instanceof DraftGone) throw problem;
			this.#goOnInMemory();
			return work(this.#memory);
		}
	}

	#goOnInMemory(): void {
		if (!this.#disk) return;
		this.#disk = undefined;
		this.#tell({ kind: 'durability', elsewhere: false });
	}

	#tell(change: DeviceChange): void {
		for (const listener of this.#listeners) listener(change);
	}
}

/** The channel to the person's other tabs; some private windows have none. */
function otherTabs(): BroadcastChannel | undefined {
	try {
		return new BroadcastChannel('holoscope');
	} catch {
		return undefined;
	}
}

/** `crypto.randomUUID` is missing on pages served without TLS, as in a test in the local network. */
function randomId(): string {
	return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
		byte.toString(16).padStart(2, '0')
	).join('');
}

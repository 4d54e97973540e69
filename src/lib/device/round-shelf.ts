import type { DBSchema, IDBPDatabase } from 'idb';
import { PATIENCE_MS, PatientDatabase } from './patient-database.ts';
import { ROUNDS_DATABASE } from './rounds-database.ts';
import { isSheetInRound } from './sheet-in-round-check.ts';
import type { SheetInRound } from './sheet-in-round.ts';

/** Where this device keeps sheets that are answered by link. Nothing fails for want of storage: it goes on in memory. */
export interface RoundShelf {
	/** `memory`: storage is forbidden, broken or full; what is not sent is lost when the tab closes. */
	readonly durability: 'kept' | 'memory';
	find(mark: string): Promise<SheetInRound | undefined>;
	/** The sheet that was answered with this link last. */
	findByLink(link: string): Promise<SheetInRound | undefined>;
	/** Puts a changed sheet, if it is one, in the place of what was there, in one step: tabs take turns. */
	change(mark: string, change: Change): Promise<SheetInRound | undefined>;
	remove(mark: string): Promise<void>;
	/** Hears what other tabs change, until the returned function is called. */
	subscribe(listener: () => void): () => void;
}
export type Change = (before: SheetInRound | undefined) => SheetInRound | undefined;

interface Shelves extends DBSchema {
	sheets: { key: string; value: SheetInRound };
}

let opened: RoundShelf | undefined;

/** The tab's shelf. One for all pages, because in memory it must outlive a change of page. Browser only. */
export function openRoundShelf(): RoundShelf {
	return (opened ??= newRoundShelf());
}

/** A shelf of its own, as another tab would have. */
export function newRoundShelf(patience = PATIENCE_MS): RoundShelf {
	return new BrowserShelf(patience);
}

class BrowserShelf implements RoundShelf {
	readonly #disk: PatientDatabase<Shelves>;
	/** What was last seen; it takes over when the disk fails. */
	readonly #memory = new Map<string, SheetInRound>();
	readonly #otherTabs = otherTabs();

	constructor(patience: number) {
		this.#disk = new PatientDatabase({
			name: ROUNDS_DATABASE,
			upgrade: (fresh) => void fresh.createObjectStore('sheets', { keyPath: 'mark' }),
			patience
		});
	}

	get durability() {
		return this.#disk.durability;
	}

	find(mark: string) {
		return this.#disk.attempt(
			async (database) => this.#seen(readable(await database.get('sheets', mark))),
			() => this.#memory.get(mark)
		);
	}

	findByLink(link: string) {
		return this.#disk.attempt(
			async (database) => (await database.getAll('sheets')).filter(readable).findLast(hasLink),
			() => [...this.#memory.values()].findLast(hasLink)
		);
		function hasLink(sheet: SheetInRound) {
			return sheet.link === link;
		}
	}

	async change(mark: string, change: Change) {
		const sheet = await this.#disk.attempt(
			(database) => changeOnDisk(database, mark, change),
			() => change(this.#memory.get(mark))
		);
		this.#seen(sheet);
		this.#otherTabs?.postMessage(null);
		return sheet;
	}

	async remove(mark: string): Promise<void> {
		this.#memory.delete(mark);
		await this.#disk.attempt(
			(database) => database.delete('sheets', mark),
			() => {}
		);
		this.#otherTabs?.postMessage(null);
	}

	subscribe(listener: () => void) {
		this.#otherTabs?.addEventListener('message', listener);
		return () => this.#otherTabs?.removeEventListener('message', listener);
	}

	#seen<T extends SheetInRound | undefined>(sheet: T): T {
		if (sheet) this.#memory.set(sheet.mark, sheet);
		return sheet;
	}
}

async function changeOnDisk(
	database: IDBPDatabase<Shelves>,
	mark: string,
	change: Change
): Promise<SheetInRound | undefined> {
	const transaction = database.transaction('sheets', 'readwrite');
	// Awaited below; one that fails on the way there must not count as unhandled.
	transaction.done.catch(() => {});
	const before = readable(await transaction.store.get(mark));
	const after = change(before);
	if (after && after !== before) void transaction.store.put(after);
	await transaction.done;
	return after;
}

/** What somebody changed by hand, or an older edition wrote, counts as nothing: the server has the rest. */
function readable(record: unknown): SheetInRound | undefined {
	return isSheetInRound(record) ? record : undefined;
}

/** The channel to the person's other tabs; some private windows have none. */
function otherTabs(): BroadcastChannel | undefined {
	try {
		return new BroadcastChannel(ROUNDS_DATABASE);
	} catch {
		return undefined;
	}
}

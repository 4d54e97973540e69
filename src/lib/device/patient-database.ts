import { openDB, type DBSchema, type IDBPDatabase, type OpenDBCallbacks } from 'idb';
import { within } from './patience.ts';

/** Longer than any working disk takes; a browser that hangs at opening never answers at all. */
export const PATIENCE_MS = 3_000;

interface Plan<Shelves extends DBSchema> {
	name: string;
	upgrade: NonNullable<OpenDBCallbacks<Shelves>['upgrade']>;
	patience: number;
}

/** A database of the browser that gives way to memory, for good, when it fails or keeps silent. Opened on first use. */
export class PatientDatabase<Shelves extends DBSchema> {
	readonly #plan: Plan<Shelves>;
	#database: Promise<IDBPDatabase<Shelves>> | undefined;
	#isOnDisk = true;

	constructor(plan: Plan<Shelves>) {
		this.#plan = plan;
	}

	/** `memory`: storage is forbidden, broken or full; everything is lost when the tab closes. */
	get durability(): 'kept' | 'memory' {
		return this.#isOnDisk ? 'kept' : 'memory';
	}

	async attempt<T, M>(
		onDisk: (database: IDBPDatabase<Shelves>) => Promise<T>,
		inMemory: () => M
	): Promise<T | M> {
		if (!this.#isOnDisk) return inMemory();
		try {
			return await within(this.#plan.patience, this.#withDatabase(onDisk));
		} catch {
			this.#isOnDisk = false;
			return inMemory();
		}
	}

	/** Phones end connections of tabs that sleep, not always with a word: tries a new one, once. */
	async #withDatabase<T>(work: (database: IDBPDatabase<Shelves>) => Promise<T>): Promise<T> {
		try {
			return await work(await (this.#database ??= this.#open()));
		} catch {
			this.#database = this.#open();
			return work(await this.#database);
		}
	}

	async #open(): Promise<IDBPDatabase<Shelves>> {
		const forget = () => (this.#database = undefined);
		const database = await openDB<Shelves>(this.#plan.name, 1, {
			upgrade: this.#plan.upgrade,
			blocking: () => {
				forget();
				database.close();
			},
			terminated: forget
		});
		return database;
	}
}

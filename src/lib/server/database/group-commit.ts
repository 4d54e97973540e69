import { sql, type ControlledTransaction, type Kysely } from 'kysely';
import type { Work } from './database.ts';
import type { Tables } from './schema.ts';

interface Waiting {
	work: Work<unknown>;
	resolve: (value: unknown) => void;
	reject: (reason: unknown) => void;
}

interface Options {
	/** The most writes that share one commit. */
	limit: number;
	/** Opens a transaction, and may wait for another process to end its own. */
	begin: () => Promise<ControlledTransaction<Tables>>;
}

/**
 * The one writer of a SQLite file. Writes that arrive in the same turn of the event loop share a
 * commit, and so one wait for the disk; each is acknowledged after it. A savepoint around each keeps
 * a failing write from failing its neighbors.
 */
export class GroupCommit {
	readonly #options: Options;
	#waiting: Waiting[] = [];
	#running: Promise<void> | null = null;

	constructor(options: Options) {
		this.#options = options;
	}

	write<T>(work: Work<T>): Promise<T> {
		return new Promise<T>((resolve, reject) => {
			this.#waiting.push({ work, resolve: resolve as Waiting['resolve'], reject });
			this.#running ??= this.#run();
		});
	}

	/** Ends when nothing is waiting to be written. */
	async settled(): Promise<void> {
		await this.#running;
	}

	async #run(): Promise<void> {
		while (this.#waiting.length > 0) {
			await endOfTurn();
			await this.#commit(this.#waiting.splice(0, this.#options.limit));
		}
		this.#running = null;
	}

	async #commit(group: readonly Waiting[]): Promise<void> {
		let transaction;
		try {
			transaction = await this.#options.begin();
		} catch (error) {
			return group.forEach(({ reject }) => reject(error));
		}
		try {
			const acknowledge = await (group.length === 1
				? alone(transaction, group[0]!)
				: together(transaction, group));
			await transaction.commit().execute();
			acknowledge.forEach((tell) => tell());
		} catch (error) {
			await transaction
				.rollback()
				.execute()
				.catch(() => {});
			if (group.length === 1) return group[0]!.reject(error);
			// Some errors, a full disk for one, undo the whole transaction: whoever can succeed alone still does.
			for (const waiting of group) await this.#commit([waiting]);
		}
	}
}

export function beginOn(db: Kysely<Tables>): Promise<ControlledTransaction<Tables>> {
	return db.startTransaction().execute();
}

async function alone(transaction: ControlledTransaction<Tables>, { work, resolve }: Waiting) {
	const value = await work(transaction);
	return [() => resolve(value)];
}

/** Runs each write in its own savepoint; gives back what to tell whom once the commit is through. */
async function together(transaction: ControlledTransaction<Tables>, group: readonly Waiting[]) {
	const acknowledge: (() => void)[] = [];
	for (const { work, resolve, reject } of group) {
		await sql`savepoint one`.execute(transaction);
		try {
			const value = await work(transaction);
			acknowledge.push(() => resolve(value));
		} catch (error) {
			await sql`rollback to one`.execute(transaction);
			acknowledge.push(() => reject(error));
		}
		await sql`release one`.execute(transaction);
	}
	return acknowledge;
}

function endOfTurn(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}

import type { Kysely } from 'kysely';
import type { Reader, Tables, Writer } from './schema.ts';

/** What is to be written together, or not at all. It may run again, so it does nothing but read and write. */
export type Work<T> = (writer: Writer) => Promise<T>;

/** Where rounds are kept. SQLite and PostgreSQL behave the same behind it; one suite of tests checks both. */
export interface Database {
	/** Sees what is committed; cannot write. */
	readonly read: Reader;
	/** Reads several things as they were at one moment, while others go on writing. */
	snapshot<T>(look: (reader: Reader) => Promise<T>): Promise<T>;
	/** Comes back after the commit: what was written survives a crash. Throws what the work throws, with nothing written. */
	write<T>(work: Work<T>): Promise<T>;
	/** Writes something that means nothing, to see whether writing works. */
	tryWriting(): Promise<void>;
	/** After deleting or closing: leaves no deleted rows in the files and no order of writing, as far as the database can. */
	scrub(): Promise<void>;
	/** Ends after what is being written. */
	close(): Promise<void>;
}

/** One moment of the database, for as long as somebody looks at it. */
export function snapshotOf<T>(
	db: Kysely<Tables>,
	look: (reader: Reader) => Promise<T>
): Promise<T> {
	return db
		.transaction()
		.setIsolationLevel('repeatable read')
		.setAccessMode('read only')
		.execute(look);
}

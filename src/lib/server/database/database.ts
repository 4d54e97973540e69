import type { Reader, Writer } from './schema.ts';

/** What is to be written together, or not at all. It may run again, so it does nothing but read and write. */
export type Work<T> = (writer: Writer) => Promise<T>;

/** Where rounds are kept. SQLite and PostgreSQL behave the same behind it; one suite of tests checks both. */
export interface Database {
	/** Sees what is committed; cannot write. */
	readonly read: Reader;
	/** Comes back after the commit: what was written survives a crash. Throws what the work throws, with nothing written. */
	write<T>(work: Work<T>): Promise<T>;
	/** After deleting or closing: leaves no deleted rows in the files and no order of writing, as far as the database can. */
	scrub(): Promise<void>;
	/** Ends after what is being written. */
	close(): Promise<void>;
}

import { sql, SqliteAdapter, type Kysely } from 'kysely';

/**
 * What was taken in out of files: enough to take nothing in twice, and to keep answers out of files and
 * answers by link apart. No row says which sheets came with it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	const table = db.schema
		.createTable('imports')
		.addColumn('round_id', 'text', (column) => column.notNull())
		.addColumn('digest', 'text', (column) => column.notNull())
		.addColumn('lens', 'text', (column) => column.notNull())
		.addColumn('sheets', 'integer', (column) => column.notNull())
		.addPrimaryKeyConstraint('imports_key', ['round_id', 'digest', 'lens'])
		.addForeignKeyConstraint('imports_round', ['round_id'], 'rounds', ['id'], (key) =>
			key.onDelete('cascade')
		);
	const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
	await (isSqlite ? table.modifyEnd(sql`strict, without rowid`) : table).execute();
}

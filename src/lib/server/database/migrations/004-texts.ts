import { sql, SqliteAdapter, type Kysely } from 'kysely';

/**
 * What people write in a workshop. Its key and its writer come out of the key that only the writer's device
 * has; the writer's is another one for each step, leads to no seat, and is there to count writers.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	const table = db.schema
		.createTable('texts')
		.addColumn('id', 'text', (column) => column.primaryKey().notNull())
		.addColumn('workshop_id', 'text', (column) => column.notNull())
		.addColumn('step', 'text', (column) => column.notNull())
		.addColumn('writer', 'text', (column) => column.notNull())
		.addColumn('device_key', 'text', (column) => column.notNull())
		.addColumn('revision', 'integer', (column) => column.notNull())
		.addColumn('body', 'text', (column) => column.notNull())
		.addColumn('may_keep', 'integer', (column) => column.notNull())
		.addColumn('batch', 'integer')
		.addColumn('is_hidden', 'integer', (column) => column.notNull())
		.addForeignKeyConstraint('texts_workshop', ['workshop_id'], 'workshops', ['id'], (key) =>
			key.onDelete('cascade')
		);
	const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
	await (isSqlite ? table.modifyEnd(sql`strict, without rowid`) : table).execute();
	await db.schema
		.createIndex('texts_by_step')
		.on('texts')
		.columns(['workshop_id', 'step'])
		.execute();
	await db.schema.createIndex('texts_by_writer').on('texts').column('writer').execute();
}

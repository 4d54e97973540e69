import { sql, SqliteAdapter, type Kysely } from 'kysely';

/**
 * Give and get across the teams of a round: who a text's writer was told would read it, where that is more than the
 * room, and what whoever organizes the round says about a need and a give of different rooms.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('texts').addColumn('told', 'text').execute();
	const table = db.schema
		.createTable('exchange_pairs')
		.addColumn('round_id', 'text', (column) => column.notNull())
		.addColumn('get_id', 'text', (column) => column.notNull())
		.addColumn('give_id', 'text', (column) => column.notNull())
		.addColumn('said', 'text', (column) => column.notNull())
		.addPrimaryKeyConstraint('exchange_pairs_key', ['round_id', 'get_id', 'give_id'])
		.addForeignKeyConstraint('exchange_pairs_round', ['round_id'], 'rounds', ['id'], (key) =>
			key.onDelete('cascade')
		);
	const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
	await (isSqlite ? table.modifyEnd(sql`strict, without rowid`) : table).execute();
}

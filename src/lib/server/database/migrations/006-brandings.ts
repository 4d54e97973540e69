import { sql, SqliteAdapter, type Kysely } from 'kysely';

/** How a round's reports look like its organization's own: the logo as a PNG in base64, and a color. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const table = db.schema
		.createTable('brandings')
		.addColumn('round_id', 'text', (column) => column.notNull())
		.addColumn('accent', 'text')
		.addColumn('logo', 'text')
		.addColumn('logo_width', 'integer')
		.addColumn('logo_height', 'integer')
		.addPrimaryKeyConstraint('brandings_key', ['round_id'])
		.addForeignKeyConstraint('brandings_round', ['round_id'], 'rounds', ['id'], (key) =>
			key.onDelete('cascade')
		);
	const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
	await (isSqlite ? table.modifyEnd(sql`strict, without rowid`) : table).execute();
}

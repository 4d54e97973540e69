import { sql, SqliteAdapter, type CreateTableBuilder, type Kysely } from 'kysely';

/**
 * Everything a round is. Answers carry no time, no order and no name: their keys are random, and on
 * SQLite the tables have no row number that would count them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	const create = async (table: CreateTableBuilder<string, string>) => {
		const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
		await (isSqlite ? table.modifyEnd(sql`strict, without rowid`) : table).execute();
	};
	const { schema } = db;

	await create(
		schema
			.createTable('rounds')
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('previous_id', 'text')
			.addColumn('organization', 'text', (column) => column.notNull())
			.addColumn('instrument', 'text', (column) => column.notNull())
			.addColumn('edition', 'text', (column) => column.notNull())
			.addColumn('form', 'text', (column) => column.notNull())
			.addColumn('locale', 'text', (column) => column.notNull())
			.addColumn('contract', 'text', (column) => column.notNull())
			.addColumn('contract_hash', 'text', (column) => column.notNull())
			.addColumn('closes_on', 'text', (column) => column.notNull())
			.addColumn('state', 'text', (column) => column.notNull())
			.addColumn('opened_on', 'text')
			.addColumn('closed_on', 'text')
			.addColumn('answers_deleted_on', 'text')
			.addColumn('version', 'integer', (column) => column.notNull())
			.addForeignKeyConstraint('rounds_previous', ['previous_id'], 'rounds', ['id'], (key) =>
				key.onDelete('set null').deferrable().initiallyDeferred()
			)
	);
	await schema.createIndex('rounds_by_previous').on('rounds').column('previous_id').execute();

	await create(
		schema
			.createTable('teams')
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('round_id', 'text', (column) => column.notNull())
			.addColumn('previous_id', 'text')
			.addColumn('position', 'integer', (column) => column.notNull())
			.addColumn('name', 'text', (column) => column.notNull())
			.addColumn('name_key', 'text', (column) => column.notNull())
			.addColumn('headcount', 'integer', (column) => column.notNull())
			.addUniqueConstraint('teams_name', ['round_id', 'name_key'])
			.addForeignKeyConstraint('teams_round', ['round_id'], 'rounds', ['id'], (key) =>
				key.onDelete('cascade')
			)
			.addForeignKeyConstraint('teams_previous', ['previous_id'], 'teams', ['id'], (key) =>
				key.onDelete('set null').deferrable().initiallyDeferred()
			)
	);
	await schema.createIndex('teams_by_previous').on('teams').column('previous_id').execute();

	await create(
		schema
			.createTable('links')
			.addColumn('hash', 'text', (column) => column.primaryKey().notNull())
			.addColumn('round_id', 'text', (column) => column.notNull())
			.addColumn('kind', 'text', (column) => column.notNull())
			.addColumn('team_id', 'text')
			.addColumn('lens', 'text')
			.addColumn('serial', 'integer', (column) => column.notNull())
			.addColumn('state', 'text', (column) => column.notNull())
			.addColumn('sealed_seed', 'text')
			.addForeignKeyConstraint('links_round', ['round_id'], 'rounds', ['id'], (key) =>
				key.onDelete('cascade')
			)
			.addForeignKeyConstraint('links_team', ['team_id'], 'teams', ['id'], (key) =>
				key.onDelete('cascade')
			)
	);
	await schema.createIndex('links_by_round').on('links').column('round_id').execute();
	await schema.createIndex('links_by_team').on('links').column('team_id').execute();

	await create(
		schema
			.createTable('sheets')
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('round_id', 'text', (column) => column.notNull())
			.addColumn('team_id', 'text')
			.addColumn('lens', 'text', (column) => column.notNull())
			.addColumn('finished', 'integer', (column) => column.notNull())
			.addForeignKeyConstraint('sheets_round', ['round_id'], 'rounds', ['id'], (key) =>
				key.onDelete('cascade')
			)
			.addForeignKeyConstraint('sheets_team', ['team_id'], 'teams', ['id'], (key) =>
				key.onDelete('cascade')
			)
	);
	await schema.createIndex('sheets_by_round').on('sheets').column('round_id').execute();
	await schema.createIndex('sheets_by_team').on('sheets').column('team_id').execute();

	await create(
		schema
			.createTable('answers')
			.addColumn('sheet_id', 'text', (column) => column.notNull())
			.addColumn('item', 'text', (column) => column.notNull())
			.addColumn('value', 'integer')
			.addColumn('revision', 'integer', (column) => column.notNull())
			.addPrimaryKeyConstraint('answers_key', ['sheet_id', 'item'])
			.addForeignKeyConstraint('answers_sheet', ['sheet_id'], 'sheets', ['id'], (key) =>
				key.onDelete('cascade')
			)
	);

	// Apart from sheets: nothing says which of them a writer filled in.
	await create(
		schema
			.createTable('comments')
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('round_id', 'text', (column) => column.notNull())
			.addColumn('team_id', 'text')
			.addColumn('lens', 'text', (column) => column.notNull())
			.addColumn('prompt', 'text', (column) => column.notNull())
			.addColumn('words', 'text', (column) => column.notNull())
			.addForeignKeyConstraint('comments_round', ['round_id'], 'rounds', ['id'], (key) =>
				key.onDelete('cascade')
			)
			.addForeignKeyConstraint('comments_team', ['team_id'], 'teams', ['id'], (key) =>
				key.onDelete('cascade')
			)
	);
	await schema.createIndex('comments_by_round').on('comments').column('round_id').execute();
	await schema.createIndex('comments_by_team').on('comments').column('team_id').execute();

	await create(
		schema
			.createTable('publications')
			.addColumn('round_id', 'text', (column) => column.notNull())
			.addColumn('position', 'integer', (column) => column.notNull())
			.addColumn('hash', 'text', (column) => column.notNull())
			.addColumn('body', 'text', (column) => column.notNull())
			.addPrimaryKeyConstraint('publications_key', ['round_id', 'position'])
			.addForeignKeyConstraint('publications_round', ['round_id'], 'rounds', ['id'], (key) =>
				key.onDelete('cascade')
			)
	);
}

import { sql, SqliteAdapter, type CreateTableBuilder, type Kysely } from 'kysely';

/**
 * Everything a workshop is. Who takes part is kept apart from what was answered: all keys of answers come
 * out of a key that only the person's device has, another one for each thing that can be answered.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	const create = async (table: CreateTableBuilder<string, string>) => {
		const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
		await (isSqlite ? table.modifyEnd(sql`strict, without rowid`) : table).execute();
	};
	const { schema } = db;
	const index = (table: string, column: string) =>
		schema.createIndex(`${table}_by_${column}`).on(table).column(column).execute();

	await create(
		schema
			.createTable('workshops')
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('round_id', 'text', (column) => column.notNull())
			.addColumn('team_id', 'text', (column) => column.notNull())
			.addColumn('previous_id', 'text')
			.addColumn('code', 'text')
			.addColumn('state', 'text', (column) => column.notNull())
			.addColumn('revision', 'integer', (column) => column.notNull())
			.addColumn('owns_round', 'integer', (column) => column.notNull())
			.addColumn('held_on', 'text', (column) => column.notNull())
			.addUniqueConstraint('workshops_code', ['code'])
			.addForeignKeyConstraint('workshops_round', ['round_id'], 'rounds', ['id'], (key) =>
				key.onDelete('cascade')
			)
			.addForeignKeyConstraint('workshops_team', ['team_id'], 'teams', ['id'], (key) =>
				key.onDelete('cascade')
			)
			.addForeignKeyConstraint('workshops_previous', ['previous_id'], 'workshops', ['id'], (key) =>
				key.onDelete('set null').deferrable().initiallyDeferred()
			)
	);
	for (const column of ['round_id', 'team_id', 'previous_id']) await index('workshops', column);

	await create(
		partOfWorkshop('workshop_links', 'hash')
			.addColumn('kind', 'text', (column) => column.notNull())
			.addColumn('serial', 'integer', (column) => column.notNull())
			.addColumn('state', 'text', (column) => column.notNull())
			.addColumn('sealed_seed', 'text')
	);
	await create(partOfWorkshop('participants', 'id').addColumn('alias', 'text'));
	await create(
		schema
			.createTable('votes')
			.addColumn('id', 'text', (column) => column.notNull())
			.addColumn('ballot', 'text', (column) => column.notNull())
			.addColumn('workshop_id', 'text', (column) => column.notNull())
			.addColumn('dimension', 'text', (column) => column.notNull())
			.addColumn('level', 'integer', (column) => column.notNull())
			.addColumn('revision', 'integer', (column) => column.notNull())
			.addColumn('participant_id', 'text')
			.addPrimaryKeyConstraint('votes_key', ['id', 'ballot'])
			.addForeignKeyConstraint('votes_workshop', ['workshop_id'], 'workshops', ['id'], (key) =>
				key.onDelete('cascade')
			)
			.addForeignKeyConstraint(
				'votes_participant',
				['participant_id'],
				'participants',
				['id'],
				(key) => key.onDelete('set null')
			)
	);
	await create(
		partOfWorkshop('dots', 'id').addColumn('placed', 'text', (column) => column.notNull())
	);
	await create(
		partOfWorkshop('promises', 'id')
			.addColumn('words', 'text', (column) => column.notNull())
			.addColumn('serves', 'text', (column) => column.notNull())
			.addColumn('dimension', 'text', (column) => column.notNull())
			.addColumn('owner', 'text')
			.addColumn('due_on', 'text')
			.addColumn('state', 'text', (column) => column.notNull())
			.addColumn('is_hidden', 'integer', (column) => column.notNull())
	);
	await create(
		partOfPromise('weights').addColumn('weight', 'integer', (column) => column.notNull())
	);
	await create(
		partOfWorkshop('closings', 'id')
			.addColumn('well_spent', 'integer', (column) => column.notNull())
			.addColumn('with_each_other', 'integer', (column) => column.notNull())
	);
	await create(
		partOfPromise('follow_ups')
			.addColumn('done', 'text', (column) => column.notNull())
			.addColumn('helped', 'text', (column) => column.notNull())
	);
	await create(
		schema
			.createTable('revelations')
			.addColumn('workshop_id', 'text', (column) => column.notNull())
			.addColumn('subject', 'text', (column) => column.notNull())
			.addColumn('hash', 'text', (column) => column.notNull())
			.addColumn('body', 'text', (column) => column.notNull())
			.addColumn('people', 'integer', (column) => column.notNull())
			.addColumn('voters', 'text')
			.addPrimaryKeyConstraint('revelations_key', ['workshop_id', 'subject'])
			.addForeignKeyConstraint(
				'revelations_workshop',
				['workshop_id'],
				'workshops',
				['id'],
				(key) => key.onDelete('cascade')
			)
	);

	for (const table of ['workshop_links', 'participants', 'dots', 'promises', 'closings'])
		await index(table, 'workshop_id');
	await schema
		.createIndex('votes_by_dimension')
		.on('votes')
		.columns(['workshop_id', 'dimension', 'ballot'])
		.execute();
	await index('votes', 'participant_id');
	await index('weights', 'promise_id');
	await index('follow_ups', 'promise_id');

	function partOfWorkshop(table: string, key: string) {
		return schema
			.createTable(table)
			.addColumn(key, 'text', (column) => column.primaryKey().notNull())
			.addColumn('workshop_id', 'text', (column) => column.notNull())
			.addForeignKeyConstraint(`${table}_workshop`, ['workshop_id'], 'workshops', ['id'], (to) =>
				to.onDelete('cascade')
			);
	}

	function partOfPromise(table: string) {
		return schema
			.createTable(table)
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('promise_id', 'text', (column) => column.notNull())
			.addForeignKeyConstraint(`${table}_promise`, ['promise_id'], 'promises', ['id'], (to) =>
				to.onDelete('cascade')
			);
	}
}

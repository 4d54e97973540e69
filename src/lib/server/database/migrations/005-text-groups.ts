import type { Kysely } from 'kysely';

/** Texts that say the same stand together. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('texts').addColumn('group_id', 'text').execute();
}

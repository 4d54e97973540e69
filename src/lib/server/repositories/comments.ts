import type { Lens } from '../../domain/instrument/instrument.ts';
import type { Reader, Writer } from '../database/schema.ts';

export interface Comment {
	/** The hash of a key that only the writer's device can make; it leads to no sheet. */
	id: string;
	roundId: string;
	teamId: string | null;
	lens: Lens;
	prompt: string;
	words: string;
}

export async function find(db: Reader, id: string): Promise<string | null> {
	const row = await db
		.selectFrom('comments')
		.select('words')
		.where('id', '=', id)
		.executeTakeFirst();
	return row?.words ?? null;
}

export async function save(db: Writer, comment: Comment): Promise<void> {
	const { id, roundId, teamId, lens, prompt, words } = comment;
	await db
		.insertInto('comments')
		.values({ id, round_id: roundId, team_id: teamId, lens, prompt, words })
		.onConflict((conflict) => conflict.column('id').doUpdateSet({ words }))
		.execute();
}

export async function remove(db: Writer, id: string): Promise<void> {
	await db.deleteFrom('comments').where('id', '=', id).execute();
}

/** With the same prompt each is from another writer. In the order of their random ids, which is the order of nothing. */
export async function list(
	db: Reader,
	{ roundId, prompt }: Pick<Comment, 'roundId' | 'prompt'>
): Promise<Pick<Comment, 'id' | 'teamId' | 'lens' | 'words'>[]> {
	const rows = await db
		.selectFrom('comments')
		.select(['id', 'team_id as teamId', 'lens', 'words'])
		.where('round_id', '=', roundId)
		.where('prompt', '=', prompt)
		.orderBy('id')
		.execute();
	return rows.map((row) => ({ ...row, lens: row.lens as Lens }));
}

export async function removeAll(db: Writer, roundId: string): Promise<void> {
	await db.deleteFrom('comments').where('round_id', '=', roundId).execute();
}

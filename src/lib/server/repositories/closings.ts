import type { ClosingAnswers } from '../../domain/workshop/promise.ts';
import type { Reader, Writer } from '../database/schema.ts';

/** Keeps one person's answers to the two closing questions, the latest. */
export async function save(
	db: Writer,
	{ id, workshopId, wellSpent, withEachOther }: ClosingAnswers & { id: string; workshopId: string }
): Promise<void> {
	const answers = { well_spent: wellSpent, with_each_other: withEachOther };
	await db
		.insertInto('closings')
		.values({ id, workshop_id: workshopId, ...answers })
		.onConflict((conflict) => conflict.column('id').doUpdateSet(answers))
		.execute();
}

export async function find(db: Reader, id: string): Promise<ClosingAnswers | null> {
	const row = await db
		.selectFrom('closings')
		.select(['well_spent as wellSpent', 'with_each_other as withEachOther'])
		.where('id', '=', id)
		.executeTakeFirst();
	return row ?? null;
}

/** For the gate and for counting, in the order of random ids. */
export async function list(db: Reader, workshopId: string): Promise<ClosingAnswers[]> {
	return db
		.selectFrom('closings')
		.select(['well_spent as wellSpent', 'with_each_other as withEachOther'])
		.where('workshop_id', '=', workshopId)
		.orderBy('id')
		.execute();
}

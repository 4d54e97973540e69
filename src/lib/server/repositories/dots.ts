import type { Reader, Writer } from '../database/schema.ts';

/** One person's dots: the dimensions they lie on, one of them several times if so wished. */
export interface Dots {
	id: string;
	workshopId: string;
	placed: readonly string[];
}

export async function find(db: Reader, id: string): Promise<readonly string[]> {
	const row = await db.selectFrom('dots').select('placed').where('id', '=', id).executeTakeFirst();
	return row ? (JSON.parse(row.placed) as string[]) : [];
}

export async function save(db: Writer, { id, workshopId, placed }: Dots): Promise<void> {
	const text = JSON.stringify([...placed].sort());
	await db
		.insertInto('dots')
		.values({ id, workshop_id: workshopId, placed: text })
		.onConflict((conflict) => conflict.column('id').doUpdateSet({ placed: text }))
		.execute();
}

/** Everybody's dots, for the gate and for counting who has placed one; in the order of random ids. */
export async function list(db: Reader, workshopId: string): Promise<string[][]> {
	const rows = await db
		.selectFrom('dots')
		.select('placed')
		.where('workshop_id', '=', workshopId)
		.orderBy('id')
		.execute();
	return rows
		.map(({ placed }) => JSON.parse(placed) as string[])
		.filter((placed) => placed.length > 0);
}

import type { Reader, Writer } from '../database/schema.ts';

/** Somebody who takes part. The id comes out of a key that only their device has; no answer carries it. */
export interface Participant {
	id: string;
	workshopId: string;
	alias: string | null;
}

export async function find(db: Reader, id: string): Promise<Participant | null> {
	const row = await db
		.selectFrom('participants')
		.select(['id', 'workshop_id as workshopId', 'alias'])
		.where('id', '=', id)
		.executeTakeFirst();
	return row ?? null;
}

export async function count(db: Reader, workshopId: string): Promise<number> {
	const { people } = await db
		.selectFrom('participants')
		.select(({ cast, fn }) => cast<number>(fn.countAll(), 'integer').as('people'))
		.where('workshop_id', '=', workshopId)
		.executeTakeFirstOrThrow();
	return people;
}

/** What people call themselves, in no order that says who came first. */
export async function listAliases(db: Reader, workshopId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('participants')
		.select('alias')
		.where('workshop_id', '=', workshopId)
		.where('alias', 'is not', null)
		.orderBy('alias')
		.execute();
	return rows.map(({ alias }) => alias!);
}

/** Takes a seat; somebody who sits there already may give another alias. */
export async function save(db: Writer, { id, workshopId, alias }: Participant): Promise<void> {
	await db
		.insertInto('participants')
		.values({ id, workshop_id: workshopId, alias })
		.onConflict((conflict) => conflict.column('id').doUpdateSet({ alias }))
		.execute();
}

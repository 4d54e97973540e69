import type { Reader, Writer } from '../database/schema.ts';

/** A frozen view of results that passed the gate. Its text is kept to the letter, as it was hashed. */
export interface StoredPublication {
	/** Its place in the round's ledger, counted from 1. */
	position: number;
	hash: string;
	body: string;
}

/** The round's publications, first to last. */
export async function list(db: Reader, roundId: string): Promise<StoredPublication[]> {
	return db
		.selectFrom('publications')
		.select(['position', 'hash', 'body'])
		.where('round_id', '=', roundId)
		.orderBy('position')
		.execute();
}

/** Adds to the end of the ledger. The round is held by whoever publishes, so no two take the same place. */
export async function append(
	db: Writer,
	roundId: string,
	{ hash, body }: Omit<StoredPublication, 'position'>
): Promise<number> {
	const { last } = await db
		.selectFrom('publications')
		.select(({ fn }) => fn.max('position').as('last'))
		.where('round_id', '=', roundId)
		.executeTakeFirstOrThrow();
	const position = Number(last ?? 0) + 1;
	await db.insertInto('publications').values({ round_id: roundId, position, hash, body }).execute();
	return position;
}

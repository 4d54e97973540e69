import type { SheetLens } from '../../domain/round/round.ts';
import type { Reader, Writer } from '../database/schema.ts';

/** How many sheets of a lens came out of files. */
export interface TakenIn {
	lens: SheetLens;
	sheets: number;
}

/** Whether answers of this lens come out of files. */
export async function hasTaken(
	db: Reader,
	{ roundId, lens }: { roundId: string; lens: SheetLens }
): Promise<boolean> {
	const row = await db
		.selectFrom('imports')
		.select('lens')
		.where('round_id', '=', roundId)
		.where('lens', '=', lens)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

/** Whether these very answers are in the round already. */
export async function has(db: Reader, roundId: string, digest: string): Promise<boolean> {
	const row = await db
		.selectFrom('imports')
		.select('lens')
		.where('round_id', '=', roundId)
		.where('digest', '=', digest)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

/** By lens, all files together. */
export async function list(db: Reader, roundId: string): Promise<TakenIn[]> {
	const rows = await db
		.selectFrom('imports')
		.select(({ cast, fn }) => ['lens', cast<number>(fn.sum('sheets'), 'integer').as('sheets')])
		.where('round_id', '=', roundId)
		.groupBy('lens')
		.orderBy('lens')
		.execute();
	return rows.map(({ lens, sheets }) => ({ lens: lens as SheetLens, sheets }));
}

export async function insert(
	db: Writer,
	{ roundId, digest }: { roundId: string; digest: string },
	taken: readonly TakenIn[]
): Promise<void> {
	const rows = taken.map(({ lens, sheets }) => ({ round_id: roundId, digest, lens, sheets }));
	await db.insertInto('imports').values(rows).execute();
}

export async function removeAll(db: Writer, roundId: string): Promise<void> {
	await db.deleteFrom('imports').where('round_id', '=', roundId).execute();
}

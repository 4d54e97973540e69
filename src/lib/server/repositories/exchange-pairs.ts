import type { SaidOfPairs } from '../../domain/give-get/give-get.ts';
import { inChunks } from '../database/chunks.ts';
import type { Reader, Tables, Writer } from '../database/schema.ts';

/** What whoever organizes a round has said about needs and gives of its teams, in the order of random ids. */
export async function list(db: Reader, roundId: string): Promise<SaidOfPairs> {
	const rows = await db
		.selectFrom('exchange_pairs')
		.selectAll()
		.where('round_id', '=', roundId)
		.orderBy('get_id')
		.orderBy('give_id')
		.execute();
	const pairsSaid = (word: Tables['exchange_pairs']['said']) =>
		rows
			.filter(({ said }) => said === word)
			.map(({ get_id: get, give_id: give }) => ({ get, give }));
	return { same: pairsSaid('same'), different: pairsSaid('different') };
}

/** Keeps this in place of what was said before. */
export async function save(db: Writer, roundId: string, pairs: SaidOfPairs): Promise<void> {
	await removeAll(db, roundId);
	const rows = (['same', 'different'] as const).flatMap((said) =>
		pairs[said].map(({ get, give }) => ({ round_id: roundId, get_id: get, give_id: give, said }))
	);
	for (const chunk of inChunks(rows)) await db.insertInto('exchange_pairs').values(chunk).execute();
}

export async function removeAll(db: Writer, roundId: string): Promise<void> {
	await db.deleteFrom('exchange_pairs').where('round_id', '=', roundId).execute();
}

/** Forgets what was said about a text that is gone. */
export async function forget(db: Writer, textId: string): Promise<void> {
	await db
		.deleteFrom('exchange_pairs')
		.where(({ eb, or }) => or([eb('get_id', '=', textId), eb('give_id', '=', textId)]))
		.execute();
}

import type { SentAnswer } from '../../domain/round/answering.ts';
import { inChunks } from '../database/chunks.ts';
import type { Reader, Writer } from '../database/schema.ts';

/** In the order of item names, which is the same on every sheet. */
export async function list(db: Reader, sheetId: string): Promise<SentAnswer[]> {
	return db
		.selectFrom('answers')
		.select(['item', 'value', 'revision'])
		.where('sheet_id', '=', sheetId)
		.orderBy('item')
		.execute();
}

/** Keeps the newest answer to each item: sending one again changes nothing, and an old one comes too late. */
export async function save(
	db: Writer,
	sheetId: string,
	answers: readonly SentAnswer[]
): Promise<void> {
	const rows = newest(answers).map((answer) => ({ sheet_id: sheetId, ...answer }));
	for (const chunk of inChunks(rows)) {
		await db
			.insertInto('answers')
			.values(chunk)
			.onConflict((conflict) =>
				conflict
					.columns(['sheet_id', 'item'])
					.doUpdateSet(({ ref }) => ({
						value: ref('excluded.value'),
						revision: ref('excluded.revision')
					}))
					.whereRef('answers.revision', '<=', 'excluded.revision')
			)
			.execute();
	}
}

/** After closing, nothing tells any more how often somebody changed an answer. */
export async function forgetRevisions(db: Writer, roundId: string): Promise<void> {
	await db
		.updateTable('answers')
		.set({ revision: 0 })
		.where('sheet_id', 'in', (query) =>
			query.selectFrom('sheets').select('id').where('round_id', '=', roundId)
		)
		.execute();
}

/** One answer for each item: a single statement may not write the same row twice. */
function newest(answers: readonly SentAnswer[]): SentAnswer[] {
	const byItem = new Map<string, SentAnswer>();
	for (const answer of answers) {
		const other = byItem.get(answer.item);
		if (!other || answer.revision >= other.revision) byItem.set(answer.item, answer);
	}
	return [...byItem.values()];
}

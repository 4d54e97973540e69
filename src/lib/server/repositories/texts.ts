import {
	FOR_ROUND,
	type OwnText,
	type SentText,
	type ShownText,
	type TextBodies,
	type TextStep
} from '../../domain/workshop/texts.ts';
import type { Reader, Tables, Writer } from '../database/schema.ts';

/** A text with where it is kept. Neither id leads to the other, or to a seat. */
export interface KeptText {
	id: string;
	workshopId: string;
	writer: string;
	sent: SentText;
	/** Null while it waits. */
	batch: number | null;
}

/** Keeps what somebody wrote: sending it again changes nothing, and an old one comes too late. */
export async function save(db: Writer, text: Omit<KeptText, 'batch'>): Promise<void> {
	const { step, key, revision, mayKeep, told, body } = text.sent;
	await db
		.insertInto('texts')
		.values({
			id: text.id,
			workshop_id: text.workshopId,
			step,
			writer: text.writer,
			device_key: key,
			revision,
			body: JSON.stringify(body),
			may_keep: mayKeep ? 1 : 0,
			batch: null,
			is_hidden: 0,
			group_id: null,
			told: told ?? null
		})
		.onConflict((conflict) =>
			conflict
				.column('id')
				.doUpdateSet(({ ref }) => ({
					body: ref('excluded.body'),
					may_keep: ref('excluded.may_keep'),
					told: ref('excluded.told'),
					revision: ref('excluded.revision')
				}))
				.whereRef('texts.revision', '<=', 'excluded.revision')
		)
		.execute();
}

export async function find(db: Reader, id: string): Promise<KeptText | null> {
	const row = await db.selectFrom('texts').selectAll().where('id', '=', id).executeTakeFirst();
	return (
		(row && {
			id: row.id,
			workshopId: row.workshop_id,
			writer: row.writer,
			sent: toSent(row),
			batch: row.batch
		}) ??
		null
	);
}

export async function remove(db: Writer, id: string): Promise<void> {
	await db.deleteFrom('texts').where('id', '=', id).execute();
}

/** What waits to be shown: ids and writers, for the rule about batches and nobody else. */
export async function listWaiting(
	db: Reader,
	{ workshopId, step }: { workshopId: string; step: TextStep }
): Promise<{ id: string; writer: string }[]> {
	return db
		.selectFrom('texts')
		.select(['id', 'writer'])
		.where('workshop_id', '=', workshopId)
		.where('step', '=', step)
		.where('batch', 'is', null)
		.orderBy('id')
		.execute();
}

/** Everything of this step that was shown, without writers, in the order of random ids. */
export async function listShown<Step extends TextStep>(
	db: Reader,
	{ workshopId, step }: { workshopId: string; step: Step }
): Promise<ShownText<Step>[]> {
	const rows = await db
		.selectFrom('texts')
		.select(['id', 'body', 'batch', 'is_hidden', 'may_keep', 'group_id'])
		.where('workshop_id', '=', workshopId)
		.where('step', '=', step)
		.where('batch', 'is not', null)
		.orderBy('id')
		.execute();
	return rows.map(({ id, body, batch, is_hidden, may_keep, group_id }) => ({
		id,
		body: JSON.parse(body) as TextBodies[Step],
		batch: batch!,
		isHidden: is_hidden === 1,
		mayKeep: may_keep === 1,
		group: group_id
	}));
}

/** A text that stays after its workshop, with its writer to count and nobody else to know. */
interface KeptForReading<Step extends TextStep> {
	id: string;
	writer: string;
	body: TextBodies[Step];
	group: string | null;
	/** Whether its writer was told, before writing it, that it stands with the round's results. */
	isForRound: boolean;
}

/** What was shown and may be kept. */
export async function listKept<Step extends TextStep>(
	db: Reader,
	{ workshopId, step }: { workshopId: string; step: Step }
): Promise<KeptForReading<Step>[]> {
	const rows = await db
		.selectFrom('texts')
		.select(['id', 'writer', 'body', 'group_id', 'told'])
		.where('workshop_id', '=', workshopId)
		.where('step', '=', step)
		.where('batch', 'is not', null)
		.where('is_hidden', '=', 0)
		.where('may_keep', '=', 1)
		.orderBy('id')
		.execute();
	return rows.map(({ id, writer, body, group_id, told }) => ({
		id,
		writer,
		body: JSON.parse(body) as TextBodies[Step],
		group: group_id,
		isForRound: told === FOR_ROUND
	}));
}

/** How many texts a step has, and how many people have written them. */
export async function count(
	db: Reader,
	{ workshopId, step }: { workshopId: string; step: TextStep }
): Promise<{ texts: number; writers: number }> {
	return db
		.selectFrom('texts')
		.select(({ cast, fn }) => [
			cast<number>(fn.countAll(), 'integer').as('texts'),
			cast<number>(fn.count('writer').distinct(), 'integer').as('writers')
		])
		.where('workshop_id', '=', workshopId)
		.where('step', '=', step)
		.executeTakeFirstOrThrow();
}

/** One person's own texts, found by ids that only their device can make. */
export async function listOwn(db: Reader, writers: readonly string[]): Promise<OwnText[]> {
	const rows = await db
		.selectFrom('texts')
		.selectAll()
		.where('writer', 'in', writers)
		.orderBy('device_key')
		.execute();
	return rows.map((row) => ({ ...toSent(row), isShown: row.batch !== null }));
}

/** Shows these texts, as one batch. */
export async function show(db: Writer, ids: readonly string[], batch: number): Promise<void> {
	await db.updateTable('texts').set({ batch }).where('id', 'in', ids).execute();
}

/** Keeps what a text was put together with. */
export async function place(
	db: Writer,
	{ id, group }: Pick<ShownText, 'id' | 'group'>
): Promise<void> {
	await db.updateTable('texts').set({ group_id: group }).where('id', '=', id).execute();
}

/** Whether the room has seen such a text, and it is hidden, or in sight, from now on. */
export async function hide(
	db: Writer,
	{ id, workshopId, isHidden }: { id: string; workshopId: string; isHidden: boolean }
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('texts')
		.set({ is_hidden: isHidden ? 1 : 0 })
		.where('id', '=', id)
		.where('workshop_id', '=', workshopId)
		.where('batch', 'is not', null)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

/** At the end of a workshop: what nobody was shown, what was hidden and what may not be kept is deleted. */
export async function keepOnlyAgreed(db: Writer, workshopId: string): Promise<void> {
	await db
		.deleteFrom('texts')
		.where('workshop_id', '=', workshopId)
		.where(({ eb, or }) =>
			or([eb('batch', 'is', null), eb('is_hidden', '=', 1), eb('may_keep', '=', 0)])
		)
		.execute();
	await db
		.updateTable('texts')
		.set({ revision: 0 })
		.where('workshop_id', '=', workshopId)
		.execute();
}

function toSent(row: Tables['texts']): SentText {
	const sent = {
		step: row.step as TextStep,
		key: row.device_key,
		revision: row.revision,
		mayKeep: row.may_keep === 1,
		...(row.told === FOR_ROUND && { told: FOR_ROUND }),
		body: JSON.parse(row.body) as TextBodies[TextStep]
	};
	// What was written was checked for its step when it came.
	return sent as SentText;
}

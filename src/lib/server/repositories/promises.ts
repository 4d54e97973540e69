import type { FollowUp, WorkshopPromise } from '../../domain/workshop/promise.ts';
import type { Reader, Tables, Writer } from '../database/schema.ts';

export interface KeptPromise extends WorkshopPromise {
	workshopId: string;
}

export async function find(db: Reader, id: string): Promise<KeptPromise | null> {
	const row = await db.selectFrom('promises').selectAll().where('id', '=', id).executeTakeFirst();
	return row ? toPromise(row) : null;
}

/** In the order of their random ids: it says nothing about who was first. */
export async function list(db: Reader, workshopIds: readonly string[]): Promise<KeptPromise[]> {
	if (workshopIds.length === 0) return [];
	const rows = await db
		.selectFrom('promises')
		.selectAll()
		.where('workshop_id', 'in', workshopIds)
		.orderBy('id')
		.execute();
	return rows.map(toPromise);
}

export async function save(db: Writer, promise: KeptPromise): Promise<void> {
	const { id, ...row } = toRow(promise);
	await db
		.insertInto('promises')
		.values({ id, ...row })
		.onConflict((conflict) => conflict.column('id').doUpdateSet(row))
		.execute();
}

/** Keeps somebody's weight on a promise, the latest. */
export async function weigh(
	db: Writer,
	{ id, promiseId, weight }: { id: string; promiseId: string; weight: number }
): Promise<void> {
	await db
		.insertInto('weights')
		.values({ id, promise_id: promiseId, weight })
		.onConflict((conflict) => conflict.column('id').doUpdateSet({ weight }))
		.execute();
}

/** For the gate and nobody else: all weights on a promise, in the order of random ids. */
export async function listWeights(db: Reader, promiseId: string): Promise<number[]> {
	const rows = await db
		.selectFrom('weights')
		.select('weight')
		.where('promise_id', '=', promiseId)
		.orderBy('id')
		.execute();
	return rows.map(({ weight }) => weight);
}

/** What one person weighed, found by ids that only their device can make: by promise. */
export async function listOwnWeights(
	db: Reader,
	ids: readonly string[]
): Promise<Record<string, number>> {
	if (ids.length === 0) return {};
	const rows = await db
		.selectFrom('weights')
		.select(['promise_id', 'weight'])
		.where('id', 'in', ids)
		.execute();
	return Object.fromEntries(rows.map(({ promise_id, weight }) => [promise_id, weight]));
}

/** Keeps what one device says about a promise that is due, the latest. */
export async function followUp(
	db: Writer,
	{ id, promiseId, done, helped }: FollowUp & { id: string; promiseId: string }
): Promise<void> {
	await db
		.insertInto('follow_ups')
		.values({ id, promise_id: promiseId, done, helped })
		.onConflict((conflict) => conflict.column('id').doUpdateSet({ done, helped }))
		.execute();
}

export async function listFollowUps(db: Reader, promiseId: string): Promise<FollowUp[]> {
	const rows = await db
		.selectFrom('follow_ups')
		.select(['done', 'helped'])
		.where('promise_id', '=', promiseId)
		.orderBy('id')
		.execute();
	return rows as FollowUp[];
}

/** What one device said, found by an id that only the device can make. */
export async function findFollowUp(db: Reader, id: string): Promise<FollowUp | null> {
	const row = await db
		.selectFrom('follow_ups')
		.select(['done', 'helped'])
		.where('id', '=', id)
		.executeTakeFirst();
	return (row as FollowUp | undefined) ?? null;
}

function toPromise(row: Tables['promises']): KeptPromise {
	return {
		id: row.id,
		workshopId: row.workshop_id,
		words: row.words,
		serves: row.serves,
		dimension: row.dimension,
		owner: row.owner,
		dueOn: row.due_on,
		state: row.state,
		isHidden: row.is_hidden === 1
	};
}

function toRow(promise: KeptPromise): Tables['promises'] {
	return {
		id: promise.id,
		workshop_id: promise.workshopId,
		words: promise.words,
		serves: promise.serves,
		dimension: promise.dimension,
		owner: promise.owner,
		due_on: promise.dueOn,
		state: promise.state,
		is_hidden: promise.isHidden ? 1 : 0
	};
}

import type { WorkshopAccessRefusal } from '../../domain/workshop/refusal.ts';
import { dayOf } from '../../domain/round/round.ts';
import {
	acceptRefusal,
	type Acceptance,
	type PromiseRefusal
} from '../../domain/workshop/promise.ts';
import { promiseRefusal, type TakePartRefusal } from '../../domain/workshop/take-part.ts';
import { steering } from '../access/workshop-access.ts';
import type { Context } from '../context.ts';
import type { Writer } from '../database/schema.ts';
import * as promises from '../repositories/promises.ts';
import type { KeptPromise } from '../repositories/promises.ts';
import * as workshops from '../repositories/workshops.ts';
import type { WorkshopRecord } from '../repositories/workshops.ts';

export type SettleRefusal = PromiseRefusal | TakePartRefusal | WorkshopAccessRefusal;

/** Writes down a promise that the room makes, with owner, day and how it will serve the customer. */
export async function acceptPromise(
	context: Context,
	token: string,
	{ id, ...acceptance }: Acceptance & { id: string }
): Promise<SettleRefusal | null> {
	const today = dayOf(context.now());
	return change(context, token, id, async (writer, promise, { id: workshopId, state }) => {
		const closed = promiseRefusal(state);
		if (closed) return closed;
		if (!state.agenda.dimensions.includes(acceptance.dimension)) return 'no-such-dimension';
		const all = await promises.list(writer, [workshopId]);
		const refusal = acceptRefusal(all, id, { dueOn: acceptance.dueOn, today });
		return refusal ?? { ...promise, ...acceptance, state: 'accepted' };
	});
}

/** Makes an accepted promise a proposal again, to make room for another one. */
export async function releasePromise(
	context: Context,
	token: string,
	id: string
): Promise<SettleRefusal | null> {
	return change(
		context,
		token,
		id,
		async (_, promise, { state }) => promiseRefusal(state) ?? { ...promise, state: 'proposed' }
	);
}

/** Hides an inappropriate text from the room, or brings it back. One that was accepted stays in sight. */
export async function hidePromise(
	context: Context,
	token: string,
	{ id, isHidden }: { id: string; isHidden: boolean }
): Promise<SettleRefusal | null> {
	return change(context, token, id, async (_, promise) =>
		promise.state === 'accepted' ? 'promise-accepted' : { ...promise, isHidden }
	);
}

async function change(
	{ db, live }: Context,
	token: string,
	id: string,
	changed: (
		writer: Writer,
		promise: KeptPromise,
		workshop: WorkshopRecord
	) => Promise<SettleRefusal | KeptPromise>
): Promise<SettleRefusal | null> {
	const outcome = await db.write(async (writer) => {
		const opened = await steering(writer, token);
		if (opened.refusal !== null) return opened.refusal;
		const promise = await promises.find(writer, id);
		if (promise?.workshopId !== opened.workshop.id) return 'no-such-promise';

		const next = await changed(writer, promise, opened.workshop);
		if (typeof next === 'string') return next;
		await promises.save(writer, next);
		return workshops.update(writer, opened.workshop);
	});
	if (typeof outcome === 'string') return outcome;
	live.tell({ workshopId: outcome.id, kind: 'changed' });
	return null;
}

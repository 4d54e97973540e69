import { promiseFromNeed } from '../../content/give-get-words.ts';
import { giveAndGetOf, unmetIn } from '../../domain/workshop/make-views.ts';
import { MOST_PROPOSALS, type PromiseRefusal } from '../../domain/workshop/promise.ts';
import type { WorkshopAccessRefusal } from '../../domain/workshop/refusal.ts';
import { promiseRefusal, type TakePartRefusal } from '../../domain/workshop/take-part.ts';
import { randomId } from '../access/secrets.ts';
import { steering } from '../access/workshop-access.ts';
import type { Context } from '../context.ts';
import type { Writer } from '../database/schema.ts';
import * as promises from '../repositories/promises.ts';
import * as workshops from '../repositories/workshops.ts';
import type { WorkshopRecord } from '../repositories/workshops.ts';
import { workshopFacts } from './show-workshop.ts';

type Refusal = PromiseRefusal | TakePartRefusal | WorkshopAccessRefusal;

/** Makes a proposal for a promise of each need that nobody gives, once; the room talks about owner and day. */
export async function proposeUnmet(
	{ db, live }: Context,
	token: string,
	{ dimension }: { dimension: string }
): Promise<Refusal | null> {
	const outcome = await db.write(async (writer): Promise<Refusal | WorkshopRecord> => {
		const opened = await steering(writer, token);
		if (opened.refusal !== null) return opened.refusal;
		const { workshop } = opened;
		const closed = promiseRefusal(workshop.state);
		if (closed) return closed;
		if (!workshop.state.agenda.dimensions.includes(dimension)) return 'no-such-dimension';
		return propose(writer, workshop, dimension);
	});
	if (typeof outcome === 'string') return outcome;
	live.tell({ workshopId: outcome.id, kind: 'changed' });
	return null;
}

async function propose(
	writer: Writer,
	workshop: WorkshopRecord,
	dimension: string
): Promise<WorkshopRecord | 'too-many-proposals'> {
	const facts = (await workshopFacts(writer, workshop.id, { isFacilitatorHere: true }))!;
	const unmet = unmetIn(facts);
	if (facts.promises.length + unmet.length > MOST_PROPOSALS) return 'too-many-proposals';

	const whole = giveAndGetOf(facts);
	for (const line of unmet) {
		await promises.save(writer, {
			...promiseFromNeed(whole, line),
			dimension,
			dueOn: null,
			id: randomId(),
			workshopId: workshop.id,
			state: 'proposed',
			isHidden: false
		});
	}
	const { exchange } = workshop.state;
	const proposed = [...exchange.proposed, ...unmet.map(({ id }) => id)];
	return workshops.update(writer, {
		...workshop,
		state: { ...workshop.state, exchange: { ...exchange, proposed } }
	});
}

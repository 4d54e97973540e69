import type { WorkshopAccessRefusal } from '../../domain/workshop/refusal.ts';
import {
	MOST_PROPOSALS,
	type PromiseRefusal,
	type Proposal
} from '../../domain/workshop/promise.ts';
import { promiseRefusal, type TakePartRefusal } from '../../domain/workshop/take-part.ts';
import type { Refused } from '../access/organizer.ts';
import { randomId } from '../access/secrets.ts';
import { steering, takingPart, type Seat } from '../access/workshop-access.ts';
import type { Context } from '../context.ts';
import type { Writer } from '../database/schema.ts';
import * as promises from '../repositories/promises.ts';
import * as workshops from '../repositories/workshops.ts';
import type { WorkshopRecord } from '../repositories/workshops.ts';

export type Proposed =
	| Refused<PromiseRefusal | TakePartRefusal | WorkshopAccessRefusal>
	| { refusal: null; id: string; workshopId: string };

/** Proposes a promise to the room, from a phone. Nothing is kept of who it was. */
export async function proposePromise(
	context: Context,
	seat: Seat,
	proposal: Proposal
): Promise<Proposed> {
	return propose(context, proposal, (writer) => takingPart(writer, seat));
}

/** The same for the facilitator, who writes down what is said aloud. */
export async function writeDownPromise(
	context: Context,
	token: string,
	proposal: Proposal
): Promise<Proposed> {
	return propose(context, proposal, (writer) => steering(writer, token), countWrittenDown);
}

/** Counts it, so that the recap can say where proposals came from; no proposal says it of itself. */
async function countWrittenDown(writer: Writer, workshop: WorkshopRecord): Promise<void> {
	const { writtenDown } = workshop.state;
	if (writtenDown === undefined) return;
	const state = { ...workshop.state, writtenDown: writtenDown + 1 };
	await workshops.keepState(writer, { ...workshop, state });
}

async function propose(
	{ db, live }: Context,
	proposal: Proposal,
	open: (
		writer: Writer
	) => Promise<Refused<WorkshopAccessRefusal> | { refusal: null; workshop: WorkshopRecord }>,
	alongside: (writer: Writer, workshop: WorkshopRecord) => Promise<void> = async () => {}
): Promise<Proposed> {
	const proposed = await db.write(async (writer): Promise<Proposed> => {
		const opened = await open(writer);
		if (opened.refusal !== null) return opened;
		const { id: workshopId, state } = opened.workshop;

		const closed = promiseRefusal(state);
		if (closed) return { refusal: closed };
		if (!state.agenda.dimensions.includes(proposal.dimension))
			return { refusal: 'no-such-dimension' };
		if ((await promises.list(writer, [workshopId])).length >= MOST_PROPOSALS)
			return { refusal: 'too-many-proposals' };

		const id = randomId();
		await promises.save(writer, {
			...proposal,
			id,
			workshopId,
			state: 'proposed',
			isHidden: false
		});
		await alongside(writer, opened.workshop);
		return { refusal: null, id, workshopId };
	});
	if (proposed.refusal === null) live.tell({ workshopId: proposed.workshopId, kind: 'changed' });
	return proposed;
}

import type { WorkshopAccessRefusal } from '../../domain/workshop/refusal.ts';
import type { PromiseRefusal, Weight } from '../../domain/workshop/promise.ts';
import { promiseRefusal, type TakePartRefusal } from '../../domain/workshop/take-part.ts';
import { seatId } from '../access/seat.ts';
import { takingPart, type Seat } from '../access/workshop-access.ts';
import type { Context } from '../context.ts';
import * as promises from '../repositories/promises.ts';
import * as revelations from '../repositories/revelations.ts';

/** Keeps whether somebody is for a promise, neutral or against it: the latest counts until it is shown. */
export async function weighPromise(
	{ db }: Context,
	seat: Seat,
	{ promiseId, weight }: { promiseId: string; weight: Weight }
): Promise<PromiseRefusal | TakePartRefusal | WorkshopAccessRefusal | null> {
	return db.write(async (writer) => {
		const sitting = await takingPart(writer, seat);
		if (sitting.refusal !== null) return sitting.refusal;
		const { id: workshopId, state } = sitting.workshop;
		const closed = promiseRefusal(state);
		if (closed) return closed;
		if (state.weighing !== 'open') return 'weighing-closed';

		const promise = await promises.find(writer, promiseId);
		if (promise?.workshopId !== workshopId) return 'no-such-promise';
		if (promise.isHidden) return 'promise-hidden';
		const shown = await revelations.list(writer, workshopId);
		if (shown.some(({ subject }) => subject === `weight/${promiseId}`)) return 'already-weighed';

		const id = seatId(seat.seat, workshopId, 'weight', promiseId);
		await promises.weigh(writer, { id, promiseId, weight });
		return null;
	});
}

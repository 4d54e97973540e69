import { dayOf } from '../../domain/round/round.ts';
import { followUpPhase } from '../../domain/workshop/follow-up.ts';
import type { FollowUp, PromiseRefusal } from '../../domain/workshop/promise.ts';
import type { WorkshopAccessRefusal } from '../../domain/workshop/refusal.ts';
import { seatId } from '../access/seat.ts';
import { throughDoor, type RecapDoor } from '../access/workshop-access.ts';
import type { Context } from '../context.ts';
import * as promises from '../repositories/promises.ts';
import * as workshops from '../repositories/workshops.ts';

/** Who answers, and about what: the key stays on their device. */
export interface FollowUpPlace {
	door: RecapDoor;
	promiseId: string;
	deviceKey: string;
}

/** Keeps what one device says about a promise from its due day on: done? did it help? The latest counts. */
export async function followUpPromise(
	{ db, now }: Context,
	{ door, promiseId, deviceKey }: FollowUpPlace,
	answer: FollowUp
): Promise<PromiseRefusal | WorkshopAccessRefusal | null> {
	return db.write(async (writer) => {
		const opened = await throughDoor(writer, door);
		if (opened.refusal !== null) return opened.refusal;
		const { workshop } = opened;
		// Whoever shows the answers holds the workshop alone: none can come after.
		await workshops.hold(writer, workshop.id, 'forShare');
		const promise = await promises.find(writer, promiseId);
		if (promise?.workshopId !== workshop.id || promise.state !== 'accepted')
			return 'no-such-promise';
		if (promise.dueOn === null) return 'not-due-yet';
		const phase = followUpPhase(promise.dueOn, dayOf(now()));
		if (phase !== 'asking') return phase === 'before' ? 'not-due-yet' : 'asking-is-over';

		const id = seatId(deviceKey, workshop.id, 'follow-up', promiseId);
		await promises.followUp(writer, { ...answer, id, promiseId });
		return null;
	});
}

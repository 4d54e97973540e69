import type { WorkshopAccessRefusal } from '../../domain/workshop/refusal.ts';
import { dayOf } from '../../domain/round/round.ts';
import type { FollowUp, PromiseRefusal } from '../../domain/workshop/promise.ts';
import { seatId } from '../access/seat.ts';
import { opened } from '../access/workshop-access.ts';
import type { Context } from '../context.ts';
import * as promises from '../repositories/promises.ts';

/** Keeps what one device says about a promise from its due day on: done? did it help? The latest counts. */
export async function followUpPromise(
	{ db, now }: Context,
	{ recap, promiseId, deviceKey }: { recap: string; promiseId: string; deviceKey: string },
	answer: FollowUp
): Promise<PromiseRefusal | WorkshopAccessRefusal | null> {
	return db.write(async (writer) => {
		const workshop = await opened(writer, recap, 'recap');
		if (!workshop) return 'no-such-workshop';
		const promise = await promises.find(writer, promiseId);
		if (promise?.workshopId !== workshop.id || promise.state !== 'accepted')
			return 'no-such-promise';
		if (promise.dueOn === null || promise.dueOn > dayOf(now())) return 'not-due-yet';

		const id = seatId(deviceKey, workshop.id, 'follow-up', promiseId);
		await promises.followUp(writer, { ...answer, id, promiseId });
		return null;
	});
}

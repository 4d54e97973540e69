import type { WorkshopAccessRefusal } from '../../domain/workshop/refusal.ts';
import { steering } from '../access/workshop-access.ts';
import type { Context } from '../context.ts';
import * as texts from '../repositories/texts.ts';
import * as workshops from '../repositories/workshops.ts';

/** Hides a text that the room has seen, or brings it back. */
export async function hideText(
	{ db, live }: Context,
	token: string,
	{ id, isHidden }: { id: string; isHidden: boolean }
): Promise<WorkshopAccessRefusal | 'no-such-text' | null> {
	const outcome = await db.write(async (writer) => {
		const opened = await steering(writer, token);
		if (opened.refusal !== null) return opened.refusal;
		const { workshop } = opened;
		if (!(await texts.hide(writer, { id, workshopId: workshop.id, isHidden })))
			return 'no-such-text' as const;
		return workshops.update(writer, workshop);
	});
	if (typeof outcome === 'string') return outcome;
	live.tell({ workshopId: outcome.id, kind: 'changed' });
	return null;
}

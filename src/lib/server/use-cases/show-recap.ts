import { recapOf, type Recap } from '../../domain/workshop/recap.ts';
import type { WorkshopAccessRefusal } from '../../domain/workshop/refusal.ts';
import type { Refused } from '../access/organizer.ts';
import { throughDoor, type RecapDoor } from '../access/workshop-access.ts';
import type { Context } from '../context.ts';
import { workshopFacts } from './show-workshop.ts';

export type RecapShown = Refused<WorkshopAccessRefusal> | { refusal: null; recap: Recap | null };

/** The recap, for whoever has its link or took part; null while the workshop goes on. */
export async function showRecap({ db }: Pick<Context, 'db'>, door: RecapDoor): Promise<RecapShown> {
	const opened = await throughDoor(db.read, door);
	if (opened.refusal !== null) return opened;
	const { id, heldOn } = opened.workshop;
	const facts = await workshopFacts(db.read, id, { isFacilitatorHere: false });
	return { refusal: null, recap: facts && recapOf(facts, heldOn) };
}

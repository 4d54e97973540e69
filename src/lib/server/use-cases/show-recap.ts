import { recapOf, type Recap } from '../../domain/workshop/recap.ts';
import { opened, seated, type Seat } from '../access/workshop-access.ts';
import type { Context } from '../context.ts';
import type { WorkshopRecord } from '../repositories/workshops.ts';
import { workshopFacts } from './show-workshop.ts';

/** The recap, for whoever has its link; null for a wrong one, and while the workshop goes on. */
export async function showRecap(
	context: Pick<Context, 'db'>,
	token: string
): Promise<Recap | null> {
	return recapFor(context, await opened(context.db.read, token, 'recap'));
}

/** The recap for somebody who took part, on the device they did it with. */
export async function showOwnRecap(
	context: Pick<Context, 'db'>,
	seat: Seat
): Promise<Recap | null> {
	const sitting = await seated(context.db.read, seat);
	return recapFor(context, sitting.refusal === null ? sitting.workshop : null);
}

async function recapFor(
	{ db }: Pick<Context, 'db'>,
	workshop: WorkshopRecord | null
): Promise<Recap | null> {
	if (!workshop) return null;
	const facts = await workshopFacts(db.read, workshop.id, { isFacilitatorHere: false });
	return facts && recapOf(facts, workshop.heldOn);
}

import { recapOf, type Recap } from '../../domain/workshop/recap.ts';
import type { WorkshopFacts } from '../../domain/workshop/make-views.ts';
import type { WorkshopAccessRefusal } from '../../domain/workshop/refusal.ts';
import type { HeldVotes } from '../../domain/workshop/trend.ts';
import type { Refused } from '../access/organizer.ts';
import { throughDoor, type RecapDoor } from '../access/workshop-access.ts';
import type { Context } from '../context.ts';
import type { Reader } from '../database/schema.ts';
import * as workshops from '../repositories/workshops.ts';
import type { WorkshopRecord } from '../repositories/workshops.ts';
import { keptTexts } from './kept-texts.ts';
import { workshopFacts } from './show-workshop.ts';

export type RecapShown = Refused<WorkshopAccessRefusal> | { refusal: null; recap: Recap | null };

/** The recap, for whoever has its link or took part; null while the workshop goes on. */
export async function showRecap({ db }: Pick<Context, 'db'>, door: RecapDoor): Promise<RecapShown> {
	const opened = await throughDoor(db.read, door);
	if (opened.refusal !== null) return opened;
	const { id, heldOn } = opened.workshop;
	const facts = await factsOf(db.read, id);
	if (facts?.workshop.stage !== 'ended') return { refusal: null, recap: null };
	const earlier = await votesBefore(db.read, opened.workshop, facts);
	const kept = await keptTexts(db.read, opened.workshop);
	return { refusal: null, recap: recapOf(facts, heldOn, { earlier, kept }) };
}

function factsOf(read: Reader, id: string): Promise<WorkshopFacts | null> {
	return workshopFacts(read, id, { isFacilitatorHere: false });
}

/** More would be years; what is older says little about now. */
const MOST_EARLIER = 8;

/** What this team was shown in its earlier workshops with the same questions, the earliest first. */
async function votesBefore(
	read: Reader,
	workshop: WorkshopRecord,
	{ about }: WorkshopFacts
): Promise<HeldVotes[]> {
	const ids = (await workshops.listBefore(read, workshop)).slice(0, MOST_EARLIER);
	const held: HeldVotes[] = [];
	for (const id of ids.reverse()) {
		const [record, facts] = [await workshops.find(read, id), await factsOf(read, id)];
		const recap = record && facts && recapOf(facts, record.heldOn);
		if (recap?.instrument === about.instrument && recap.edition === about.edition) held.push(recap);
	}
	return held;
}

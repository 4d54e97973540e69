import type { Reader } from '../database/schema.ts';
import * as participants from '../repositories/participants.ts';
import * as workshops from '../repositories/workshops.ts';
import type { WorkshopRecord } from '../repositories/workshops.ts';

/** A workshop that has ended, with how many took part. */
export interface Held {
	workshop: WorkshopRecord;
	people: number;
}

/** The workshops of a round that have ended, the earliest first, so that a team's latest comes last. */
export async function heldIn(read: Reader, roundId: string): Promise<Held[]> {
	const ended = (await workshops.listOfRound(read, roundId))
		.filter(({ state }) => state.stage === 'ended')
		.sort((a, b) => a.heldOn.localeCompare(b.heldOn));
	return Promise.all(
		ended.map(async (workshop) => ({
			workshop,
			people: await participants.count(read, workshop.id)
		}))
	);
}

import { lensSchema, type Lens } from '../instrument/instrument.ts';
import { answersForTeam } from './round.ts';

/** Where somebody answers, without a secret. */
export interface Place {
	teamId: string | null;
	lens: Lens;
}

/** A place as one word in an address: “member.TEAM”, or “customer”. */
export function placeKey({ teamId, lens }: Place): string {
	return teamId === null ? lens : `${lens}.${teamId}`;
}

/** The place that the word stands for, or null when it stands for none. */
export function readPlaceKey(key: string): Place | null {
	const [start = '', ...rest] = key.split('.');
	const lens = lensSchema.safeParse(start);
	const teamId = rest.join('.') || null;
	if (!lens.success || answersForTeam(lens.data) !== (teamId !== null)) return null;
	return { teamId, lens: lens.data };
}

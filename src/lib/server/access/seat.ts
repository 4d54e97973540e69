import { randomInt } from 'node:crypto';
import { newJoinCode, newSeatCode } from '../../domain/workshop/join-code.ts';
import { derived, hashOf } from './secrets.ts';

/** A new seat's code: the key of one person in one workshop, in their cookie and nowhere else. */
export function createSeat(): string {
	return newSeatCode((end) => randomInt(end));
}

export function createJoinCode(): string {
	return newJoinCode((end) => randomInt(end));
}

/**
 * Where something of a person's is kept. Another id for each workshop and each thing, so that nothing we
 * keep leads from the person to a vote, or from one vote to the next.
 */
export type SeatPurpose =
	| ['participant']
	| ['vote', dimension: string]
	| ['dots']
	| ['weight', promiseId: string]
	| ['closing']
	| ['writer', step: string]
	| ['text', step: string, key: string]
	| ['follow-up', promiseId: string];

export function seatId(seat: string, workshopId: string, ...purpose: SeatPurpose): string {
	return hashOf(derived(seat, 'workshop', workshopId, ...purpose).toString('base64url'));
}

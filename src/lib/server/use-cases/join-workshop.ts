import { readSeatCode } from '../../domain/workshop/join-code.ts';
import { seatsFor, type JoinRefusal } from '../../domain/workshop/new-workshop.ts';
import type { Refused } from '../access/organizer.ts';
import { createSeat, seatId } from '../access/seat.ts';
import type { Context } from '../context.ts';
import * as participants from '../repositories/participants.ts';
import * as teams from '../repositories/teams.ts';
import * as workshops from '../repositories/workshops.ts';
import { workshopWithCode } from './look-at-join-code.ts';

export type Joined = Refused<JoinRefusal> | { refusal: null; workshopId: string; seat: string };

interface Joining {
	/** As somebody typed it. */
	code: string;
	alias: string | null;
	/** The seat that this device has already, if any: nobody sits on two. */
	seat?: string | null;
	/** Where the request came from: only to slow down guessing, never kept. */
	address: string;
}

/** Takes a seat in an open workshop; whoever comes back gets the one they had. */
export async function joinWorkshop(
	context: Context,
	{ code, alias, seat: before, address }: Joining
): Promise<Joined> {
	const coded = await workshopWithCode(context, { code, address });
	if (coded.refusal !== null) return coded;
	const { db, limits, live } = context;
	const found = coded.workshop;
	if (!limits.mayJoin(found.id)) return { refusal: 'too-many-writes' };

	const seat = before ?? createSeat();
	const refusal = await db.write(async (writer): Promise<JoinRefusal | null> => {
		// Held alone: two who come at once for the last seat.
		const workshop = await workshops.hold(writer, found.id, 'forUpdate');
		if (!workshop || workshop.state.stage === 'ended') return 'workshop-ended';
		const id = seatId(seat, workshop.id, 'participant');
		if (!(await participants.find(writer, id))) {
			const team = await teams.find(writer, workshop.teamId);
			const people = await participants.count(writer, workshop.id);
			if (people >= seatsFor(team!.headcount)) return 'room-full';
		}
		await participants.save(writer, { id, workshopId: workshop.id, alias });
		return null;
	});
	if (refusal) return { refusal };
	live.tell({ workshopId: found.id, kind: 'changed' });
	return { refusal: null, workshopId: found.id, seat };
}

/** Finds the seat that somebody left on another device, by their recovery code. */
export async function returnToSeat(
	{ db, limits }: Context,
	{ workshopId, recoveryCode, address }: Record<'workshopId' | 'recoveryCode' | 'address', string>
): Promise<Joined> {
	if (!limits.mayGuess(address)) return { refusal: 'too-many-tries' };
	const seat = readSeatCode(recoveryCode);
	const id = seat && seatId(seat, workshopId, 'participant');
	if (!seat || !id || !(await participants.find(db.read, id))) {
		limits.guessedWrong(address);
		return { refusal: 'no-such-seat' };
	}
	return { refusal: null, workshopId, seat };
}

import { toldContract, type ToldContract } from '../../domain/publication/contract.ts';
import { readJoinCode } from '../../domain/workshop/join-code.ts';
import type { JoinRefusal } from '../../domain/workshop/new-workshop.ts';
import type { Refused } from '../access/organizer.ts';
import type { Context } from '../context.ts';
import * as rounds from '../repositories/rounds.ts';
import * as teams from '../repositories/teams.ts';
import * as workshops from '../repositories/workshops.ts';
import type { WorkshopRecord } from '../repositories/workshops.ts';

interface TypedCode {
	/** As somebody typed it. */
	code: string;
	/** Where the request came from: only to slow down guessing, never kept. */
	address: string;
}

type CodeRefusal = Extract<JoinRefusal, 'no-such-code' | 'too-many-tries'>;

/** What somebody is told at the door, before they take a seat or answer anything. */
export interface Door {
	workshopId: string;
	organization: string;
	team: { name: string; headcount: number };
	contract: ToldContract;
}

/** Whose workshop has this code, and what it promises. */
export async function lookAtJoinCode(
	context: Pick<Context, 'db' | 'limits'>,
	typed: TypedCode
): Promise<Refused<CodeRefusal> | { refusal: null; door: Door }> {
	const found = await workshopWithCode(context, typed);
	if (found.refusal !== null) return found;
	const { id: workshopId, roundId, teamId } = found.workshop;
	const { organization, contract } = (await rounds.find(context.db.read, roundId))!;
	const { name, headcount } = (await teams.find(context.db.read, teamId))!;
	return {
		refusal: null,
		door: {
			workshopId,
			organization,
			team: { name, headcount },
			contract: toldContract(contract)
		}
	};
}

/** The open workshop with this code. Wrong codes are counted, so that nobody finds one by trying. */
export async function workshopWithCode(
	{ db, limits }: Pick<Context, 'db' | 'limits'>,
	{ code: typed, address }: TypedCode
): Promise<Refused<CodeRefusal> | { refusal: null; workshop: WorkshopRecord }> {
	if (!limits.mayGuess(address)) return { refusal: 'too-many-tries' };
	const code = readJoinCode(typed);
	const workshop = code && (await workshops.findByCode(db.read, code));
	if (!workshop) {
		limits.guessedWrong(address);
		return { refusal: 'no-such-code' };
	}
	// Of many that are sent at once, all are looked up before the first wrong one has been counted.
	if (!limits.mayGuess(address)) return { refusal: 'too-many-tries' };
	return { refusal: null, workshop };
}

import { welcomeRefusal, type AnswerRefusal } from '../../domain/round/answering.ts';
import { linkRefusal, type LinkRefusal } from '../../domain/round/link.ts';
import type { Lens } from '../../domain/instrument/instrument.ts';
import { asksGuess, type Round, type Team } from '../../domain/round/round.ts';
import { guessPlace, sheetId, type AnswerPlace } from '../access/device-key.ts';
import { hashOf } from '../access/secrets.ts';
import type { Context } from '../context.ts';
import type { Reader } from '../database/schema.ts';
import * as imports from '../repositories/imports.ts';
import * as links from '../repositories/links.ts';
import * as rounds from '../repositories/rounds.ts';
import * as sheets from '../repositories/sheets.ts';
import * as teams from '../repositories/teams.ts';

/** What somebody is told before the first question. */
export interface Invitation {
	refusal: null;
	round: Round;
	place: AnswerPlace;
	/** Null for customers and partners. */
	team: Team | null;
	lens: Lens;
	/** Whether the link admits one device only. */
	isSingleUse: boolean;
	/** Whether this device has begun a sheet here. */
	hasBegun: boolean;
	isHandedIn: boolean;
	/** How far this member's guess of how customers would answer is; null where the round asks for none. */
	guess: 'not-begun' | 'begun' | 'finished' | null;
}

/** Somebody whose link does not let them answer now. */
export interface TurnedAway {
	refusal: LinkRefusal | AnswerRefusal;
	/** The round that is not open yet, or not any more; null when it is the link that opens nothing. */
	round: Round | null;
}

/** Opens an answer link to show its contract. Changes nothing, so a preview of the link uses up nothing. */
export async function lookAtAnswerLink(
	{ db, now }: Context,
	{ token, deviceKey }: { token: string; deviceKey: string | null }
): Promise<Invitation | TurnedAway> {
	const link = await links.find(db.read, hashOf(token));
	const round = link && (await rounds.find(db.read, link.roundId));
	if (!round || !link.lens || (link.kind !== 'answer' && link.kind !== 'single-use'))
		return { refusal: 'link-unknown', round: null };

	const { teamId, lens } = link;
	const place = { roundId: round.id, teamId, lens };
	const id = deviceKey && sheetId(deviceKey, place);
	const isHandedIn = id === null ? null : await sheets.isFinished(db.read, id);
	const hasBegun = isHandedIn !== null;
	const stays = hasBegun && link.state !== 'revoked';
	const unwelcome = stays ? null : linkRefusal(link.state);
	if (unwelcome) return { refusal: unwelcome, round: null };
	const untimely = welcomeRefusal(round, now());
	if (untimely) return { refusal: untimely, round };
	if (!hasBegun && (await imports.hasTaken(db.read, place)))
		return { refusal: 'answers-imported', round };

	const team = teamId === null ? null : await teams.find(db.read, teamId);
	const isSingleUse = link.kind === 'single-use';
	const asked = lens === 'member' && asksGuess(round.contract);
	const guess = asked ? await guessOf(db.read, deviceKey, round.id) : null;
	return {
		refusal: null,
		round,
		place,
		team,
		lens,
		isSingleUse,
		hasBegun,
		isHandedIn: isHandedIn === true,
		guess
	};
}

async function guessOf(db: Reader, deviceKey: string | null, roundId: string) {
	const id = deviceKey && sheetId(deviceKey, guessPlace(roundId));
	const isFinished = id && (await sheets.isFinished(db, id));
	if (isFinished == null) return 'not-begun';
	return isFinished ? 'finished' : 'begun';
}

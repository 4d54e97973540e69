import { welcomeRefusal, type AnswerRefusal } from '../../domain/round/answering.ts';
import { linkRefusal, type LinkRefusal } from '../../domain/round/link.ts';
import type { Lens } from '../../domain/instrument/instrument.ts';
import type { Round, Team } from '../../domain/round/round.ts';
import { sheetId } from '../access/device-key.ts';
import type { Refused } from '../access/organizer.ts';
import { hashOf } from '../access/secrets.ts';
import type { Context } from '../context.ts';
import * as links from '../repositories/links.ts';
import * as rounds from '../repositories/rounds.ts';
import * as sheets from '../repositories/sheets.ts';
import * as teams from '../repositories/teams.ts';

/** What somebody is told before the first question. */
export interface Invitation {
	refusal: null;
	round: Round;
	/** Null for customers and partners. */
	team: Team | null;
	lens: Lens;
	/** Whether this device has begun a sheet here. */
	hasBegun: boolean;
}

/** Opens an answer link to show its contract. Changes nothing, so a preview of the link uses up nothing. */
export async function lookAtAnswerLink(
	{ db, now }: Context,
	{ token, deviceKey }: { token: string; deviceKey: string | null }
): Promise<Invitation | Refused<LinkRefusal | AnswerRefusal>> {
	const link = await links.find(db.read, hashOf(token));
	const round = link && (await rounds.find(db.read, link.roundId));
	if (!round || !link.lens || (link.kind !== 'answer' && link.kind !== 'single-use'))
		return { refusal: 'link-unknown' };

	const { teamId, lens } = link;
	const id = deviceKey && sheetId(deviceKey, { roundId: round.id, teamId, lens });
	const hasBegun = id !== null && (await sheets.isFinished(db.read, id)) !== null;
	const stays = hasBegun && link.state !== 'revoked';
	const refusal = (stays ? null : linkRefusal(link.state)) ?? welcomeRefusal(round, now());
	if (refusal) return { refusal };

	const team = teamId === null ? null : await teams.find(db.read, teamId);
	return { refusal: null, round, team, lens, hasBegun };
}

import { linkRefusal, type LinkRefusal } from '../../domain/round/link.ts';
import { phaseOf, type Round, type RoundState, type Team } from '../../domain/round/round.ts';
import type { Refused } from '../access/organizer.ts';
import { hashOf } from '../access/secrets.ts';
import type { Context } from '../context.ts';
import * as links from '../repositories/links.ts';
import * as publications from '../repositories/publications.ts';
import * as rounds from '../repositories/rounds.ts';
import * as teams from '../repositories/teams.ts';

export interface ResultsView {
	refusal: null;
	round: Round;
	phase: RoundState;
	teams: Team[];
	/** The open ledger: all that was ever published of this round, first to last. */
	publications: publications.StoredPublication[];
}

/** What everybody with the results link sees, organizers included: nothing but publications. */
export async function lookAtResultsLink(
	{ db, now }: Context,
	token: string
): Promise<ResultsView | Refused<LinkRefusal>> {
	const link = await links.find(db.read, hashOf(token));
	const round = link?.kind === 'results' && (await rounds.find(db.read, link.roundId));
	if (!link || !round) return { refusal: 'link-unknown' };
	const refusal = linkRefusal(link.state);
	if (refusal) return { refusal };

	return {
		refusal: null,
		round,
		phase: phaseOf(round, now()),
		teams: await teams.list(db.read, round.id),
		publications: await publications.list(db.read, round.id)
	};
}

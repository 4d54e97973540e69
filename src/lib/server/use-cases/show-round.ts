import { lensSchema, type Lens } from '../../domain/instrument/instrument.ts';
import { answerPlaces, type LinkRefusal, type LinkState } from '../../domain/round/link.ts';
import type { Place } from '../../domain/round/place-key.ts';
import { phaseOf, type Round, type RoundState, type Team } from '../../domain/round/round.ts';
import { tokenAt } from '../access/round-links.ts';
import { organized, type Refused } from '../access/organizer.ts';
import type { Context } from '../context.ts';
import type { Reader } from '../database/schema.ts';
import * as links from '../repositories/links.ts';
import * as rounds from '../repositories/rounds.ts';
import * as teams from '../repositories/teams.ts';

export interface ShownRound {
	refusal: null;
	round: Round;
	phase: RoundState;
	teams: Team[];
	isFollowed: boolean;
	/** The numbers of the links that organize this round, with the one that was used to look. */
	organizers: { mine: number; all: number[] };
	/** The secret of the link that shows the results; null while it is revoked. */
	resultsToken: string | null;
	/** Where people answer: each team and lens in the organizer's order, then those outside. */
	places: ShownPlace[];
}

/** A place with its newest shared link. */
export interface ShownPlace extends Place {
	serial: number;
	state: LinkState;
	/** The secret of the shared link, or null when it opens nothing any more. */
	token: string | null;
	/** How many single-use links stand in place of the shared one. */
	singleUse: number;
}

/**
 * What an organizer sees of a round, its links included; nothing that comes from answers. All of it as it was at one
 * moment, whoever renews a link or deletes the round meanwhile.
 */
export function showRound(
	{ db, now }: Pick<Context, 'db' | 'now'>,
	organizerToken: string
): Promise<ShownRound | Refused<LinkRefusal>> {
	return db.snapshot((reader) => shownRound(reader, organizerToken, now()));
}

async function shownRound(
	db: Reader,
	organizerToken: string,
	now: Date
): Promise<ShownRound | Refused<LinkRefusal>> {
	const opened = await organized(db, organizerToken);
	if (opened.refusal !== null) return opened;
	const { round, seed, hash } = opened;

	const all = await links.list(db, round.id);
	const organizers = all.filter(({ kind, state }) => kind === 'organizer' && state === 'active');
	const teamsOfRound = await teams.list(db, round.id);
	return {
		refusal: null,
		round,
		phase: phaseOf(round, now),
		teams: teamsOfRound,
		isFollowed: (await rounds.findNext(db, round.id)) !== null,
		organizers: {
			mine: organizers.find((link) => link.hash === hash)!.serial,
			all: organizers.map(({ serial }) => serial)
		},
		resultsToken: resultsTokenOf(all, seed),
		places: placesOf(
			all,
			answerPlaces({ lenses: inUsualOrder(round.contract.lenses) }, teamsOfRound).map(
				(place) => place as Place
			),
			seed
		)
	};
}

function resultsTokenOf(all: readonly links.Link[], seed: Buffer): string | null {
	// By number, so that the newest is the last.
	const link = all.findLast(({ kind }) => kind === 'results');
	if (link?.state !== 'active') return null;
	return tokenAt(seed, { kind: 'results', teamId: null, lens: null, serial: link.serial });
}

/** Members first: a contract has its lenses in the order of the alphabet. */
function inUsualOrder(lenses: readonly Lens[]): Lens[] {
	return lensSchema.options.filter((lens) => lenses.includes(lens));
}

function placesOf(
	all: readonly links.Link[],
	places: readonly Place[],
	seed: Buffer
): ShownPlace[] {
	const beside = Map.groupBy(all, ({ teamId, lens }) => `${lens} ${teamId}`);
	return places.map(({ teamId, lens }) => {
		const here = beside.get(`${lens} ${teamId}`) ?? [];
		// By number, so that the newest is the last.
		const { serial, state } = here.findLast(({ kind }) => kind === 'answer')!;
		const token =
			state === 'active' ? tokenAt(seed, { kind: 'answer', teamId, lens, serial }) : null;
		const singleUse = here.filter(
			({ kind, state }) => kind === 'single-use' && (state === 'active' || state === 'used')
		).length;
		return { teamId, lens, serial, state, token, singleUse };
	});
}

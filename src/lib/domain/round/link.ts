import type { Lens } from '../instrument/instrument.ts';
import type { Contract } from '../publication/contract.ts';
import { answersForTeam, type Team } from './round.ts';

export type LinkKind = 'organizer' | 'results' | 'answer' | 'single-use';
export type LinkState = 'active' | 'used' | 'replaced' | 'revoked';

/** Which link is meant, without the secret in it. */
export interface LinkPlace {
	kind: LinkKind;
	/** For links to answer: the team, or null for customers and partners. */
	teamId: string | null;
	lens: Lens | null;
	/** Tells links of one place apart: each renewal and each single-use link has the next number. */
	serial: number;
}

/** Why a link does not open what it should. */
export const linkRefusals = [
	'link-unknown',
	'link-replaced',
	'link-revoked',
	'link-used',
	'last-organizer-link'
] as const;
export type LinkRefusal = (typeof linkRefusals)[number];

/** Says what stops somebody who opens this link, or nothing when it is welcome. */
export function linkRefusal(state: LinkState): LinkRefusal | null {
	if (state === 'revoked') return 'link-revoked';
	if (state === 'replaced') return 'link-replaced';
	return state === 'used' ? 'link-used' : null;
}

/** The most single-use links that are made at once. */
export const SINGLE_USE_LIMIT = 1_000;

/** Every place at which a round with these teams is answered: each team and lens, then the outside lenses. */
export function answerPlaces(
	{ lenses }: Pick<Contract, 'lenses'>,
	teams: readonly Pick<Team, 'id'>[]
): LinkPlace[] {
	const place = (teamId: string | null, lens: Lens): LinkPlace => ({
		kind: 'answer',
		teamId,
		lens,
		serial: 1
	});
	return [
		...teams.flatMap(({ id }) => lenses.filter(answersForTeam).map((lens) => place(id, lens))),
		...lenses.filter((lens) => !answersForTeam(lens)).map((lens) => place(null, lens))
	];
}

import type { LinkPlace } from '../../domain/round/link.ts';
import type { Link } from '../repositories/links.ts';
import { derivedToken, hashOf, randomToken, seal } from './secrets.ts';

/** A link as its organizer sees it, with the secret that opens it. */
export interface OpenLink extends LinkPlace {
	token: string;
}

/** The secret of any link but an organizer's: whoever organizes the round can read it again, we cannot. */
export function tokenAt(seed: Buffer, { kind, teamId, lens, serial }: LinkPlace): string {
	return derivedToken(seed, kind, teamId ?? '', lens ?? '', String(serial));
}

/** The link as it is kept. */
export function linkAt(roundId: string, seed: Buffer, place: LinkPlace): Link {
	return {
		...place,
		roundId,
		hash: hashOf(tokenAt(seed, place)),
		state: 'active',
		sealedSeed: null
	};
}

/** A new organizer's link: its secret is in no database and made of nothing. */
export function organizerLink(
	roundId: string,
	seed: Buffer,
	serial: number
): { token: string; link: Link } {
	const token = randomToken();
	const link: Link = {
		kind: 'organizer',
		teamId: null,
		lens: null,
		serial,
		roundId,
		hash: hashOf(token),
		state: 'active',
		sealedSeed: seal(seed, token)
	};
	return { token, link };
}

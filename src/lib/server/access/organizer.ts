import { linkRefusal, type LinkRefusal } from '../../domain/round/link.ts';
import type { Round } from '../../domain/round/round.ts';
import type { Reader, Writer } from '../database/schema.ts';
import * as links from '../repositories/links.ts';
import * as rounds from '../repositories/rounds.ts';
import { hashOf, unseal } from './secrets.ts';

/** What an organizer's link opens. */
export interface Organized {
	refusal: null;
	round: Round;
	/** What all other links of the round are made of. */
	seed: Buffer;
	hash: string;
}
export interface Refused<R> {
	refusal: R;
}

/** Opens a round with an organizer's link, to look at it. */
export async function organized(
	db: Reader,
	token: string
): Promise<Organized | Refused<LinkRefusal>> {
	return open(
		token,
		(hash) => links.find(db, hash),
		(id) => rounds.find(db, id)
	);
}

/** Opens a round with an organizer's link, to change it: nobody else changes it until this write ends. */
export async function organizing(
	db: Writer,
	token: string
): Promise<Organized | Refused<LinkRefusal>> {
	return open(
		token,
		(hash) => links.find(db, hash),
		(id) => rounds.hold(db, id, 'forUpdate')
	);
}

async function open(
	token: string,
	findLink: (hash: string) => Promise<links.Link | null>,
	findRound: (id: string) => Promise<Round | null>
): Promise<Organized | Refused<LinkRefusal>> {
	const hash = hashOf(token);
	const known = await findLink(hash);
	const round = known && (await findRound(known.roundId));
	// Read again: whoever renewed the link meanwhile held the round.
	const link = round && (await findLink(hash));
	if (!link || link.kind !== 'organizer' || !link.sealedSeed) return { refusal: 'link-unknown' };

	const refusal = linkRefusal(link.state);
	if (refusal) return { refusal };
	return { refusal: null, round, seed: unseal(link.sealedSeed, token), hash };
}

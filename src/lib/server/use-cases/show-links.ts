import type { LinkRefusal } from '../../domain/round/link.ts';
import { organized, type Refused } from '../access/organizer.ts';
import { tokenAt, type OpenLink } from '../access/round-links.ts';
import type { Context } from '../context.ts';
import * as links from '../repositories/links.ts';

/**
 * The round's links with their secrets, for whoever organizes it. Organizers' own links are not among
 * them; and which single-use links have been used is not said, for it would say who answered.
 */
export async function showLinks(
	{ db }: Context,
	organizerToken: string
): Promise<Refused<LinkRefusal> | { refusal: null; links: OpenLink[] }> {
	const opened = await organized(db.read, organizerToken);
	if (opened.refusal !== null) return opened;

	const all = await links.list(db.read, opened.round.id);
	const shown = all.filter(({ kind, state }) => kind !== 'organizer' && isGood(state));
	return {
		refusal: null,
		links: shown.map(({ kind, teamId, lens, serial }) => {
			const place = { kind, teamId, lens, serial };
			return { ...place, token: tokenAt(opened.seed, place) };
		})
	};
}

function isGood(state: links.Link['state']): boolean {
	return state === 'active' || state === 'used';
}

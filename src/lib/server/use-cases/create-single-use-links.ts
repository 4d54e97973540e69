import type { Lens } from '../../domain/instrument/instrument.ts';
import { SINGLE_USE_LIMIT, type LinkRefusal } from '../../domain/round/link.ts';
import type { RoundRefusal } from '../../domain/round/round-rules.ts';
import { organizing, type Refused } from '../access/organizer.ts';
import { linkAt, tokenAt } from '../access/round-links.ts';
import type { Context } from '../context.ts';
import * as links from '../repositories/links.ts';

interface Wanted {
	/** Null for customers and partners. */
	teamId: string | null;
	lens: Lens;
	/** At most SINGLE_USE_LIMIT; more makes as many as that. */
	count: number;
}

/**
 * Makes links that admit one device each, and takes back the one that everybody shared: beside it they
 * would stop nobody from answering twice.
 */
export async function createSingleUseLinks(
	{ db }: Context,
	organizerToken: string,
	{ teamId, lens, count }: Wanted
): Promise<Refused<LinkRefusal | RoundRefusal> | { refusal: null; tokens: string[] }> {
	return db.write(async (writer) => {
		const organized = await organizing(writer, organizerToken);
		if (organized.refusal !== null) return organized;
		const { round, seed } = organized;

		const beside = (await links.list(writer, round.id)).filter(
			(link) => link.teamId === teamId && link.lens === lens
		);
		const shared = beside.filter(({ kind }) => kind === 'answer');
		if (shared.length === 0) return { refusal: 'lens-not-asked' };

		const single = beside.filter(({ kind }) => kind === 'single-use');
		const first = Math.max(0, ...single.map(({ serial }) => serial)) + 1;
		const places = Array.from({ length: Math.min(count, SINGLE_USE_LIMIT) }, (_, index) => ({
			kind: 'single-use' as const,
			teamId,
			lens,
			serial: first + index
		}));
		const active = shared.filter(({ state }) => state === 'active');
		await links.setState(
			writer,
			active.map(({ hash }) => hash),
			'replaced'
		);
		await links.insertAll(
			writer,
			places.map((place) => linkAt(round.id, seed, place))
		);
		return { refusal: null, tokens: places.map((place) => tokenAt(seed, place)) };
	});
}

import type { LinkPlace, LinkRefusal } from '../../domain/round/link.ts';
import { organizing, type Refused } from '../access/organizer.ts';
import { linkAt, tokenAt } from '../access/round-links.ts';
import type { Context } from '../context.ts';
import * as links from '../repositories/links.ts';

export type Renewed = Refused<LinkRefusal> | { refusal: null; token: string };

/** Replaces a link that got into the wrong hands. Sheets that were begun with it go on. */
export async function renewLink(
	{ db }: Context,
	organizerToken: string,
	place: LinkPlace
): Promise<Renewed> {
	return db.write(async (writer) => {
		const organized = await organizing(writer, organizerToken);
		if (organized.refusal !== null) return organized;
		const { round, seed } = organized;

		const all = await links.list(writer, round.id);
		const old = all.find((link) => isAt(link, place));
		if (!old || old.kind === 'organizer') return { refusal: 'link-unknown' };
		if (old.state === 'replaced') return { refusal: 'link-replaced' };

		const last = Math.max(
			...all.filter((link) => isBeside(link, place)).map((link) => link.serial)
		);
		const next = { ...place, serial: last + 1 };
		await links.setState(writer, [old.hash], 'replaced');
		await links.insertAll(writer, [linkAt(round.id, seed, next)]);
		return { refusal: null, token: tokenAt(seed, next) };
	});
}

function isBeside(link: LinkPlace, { kind, teamId, lens }: LinkPlace): boolean {
	return link.kind === kind && link.teamId === teamId && link.lens === lens;
}

function isAt(link: LinkPlace, place: LinkPlace): boolean {
	return isBeside(link, place) && link.serial === place.serial;
}

import type { LinkPlace, LinkRefusal } from '../../domain/round/link.ts';
import { organizing } from '../access/organizer.ts';
import type { Context } from '../context.ts';
import * as links from '../repositories/links.ts';

/** Takes a link back: it opens nothing any more, and nobody goes on answering with it. */
export async function revokeLink(
	{ db }: Context,
	organizerToken: string,
	place: LinkPlace
): Promise<LinkRefusal | null> {
	return db.write(async (writer) => {
		const organized = await organizing(writer, organizerToken);
		if (organized.refusal !== null) return organized.refusal;

		const all = await links.list(writer, organized.round.id);
		const link = all.find(
			({ kind, teamId, lens, serial }) =>
				kind === place.kind &&
				teamId === place.teamId &&
				lens === place.lens &&
				serial === place.serial
		);
		if (!link) return 'link-unknown';
		const isLast =
			link.kind === 'organizer' &&
			!all.some(
				({ kind, state, hash }) => kind === 'organizer' && state === 'active' && hash !== link.hash
			);
		if (isLast) return 'last-organizer-link';

		await links.setState(writer, [link.hash], 'revoked');
		return null;
	});
}

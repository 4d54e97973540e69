import type { LinkRefusal } from '../../domain/round/link.ts';
import { organizing } from '../access/organizer.ts';
import type { Context } from '../context.ts';
import * as rounds from '../repositories/rounds.ts';

/** Deletes the round, its teams, links, answers and publications, in whatever state it is. */
export async function deleteRound(
	{ db }: Context,
	organizerToken: string
): Promise<LinkRefusal | null> {
	const refusal = await db.write(async (writer) => {
		const organized = await organizing(writer, organizerToken);
		if (organized.refusal !== null) return organized.refusal;
		await rounds.remove(writer, organized.round.id);
		return null;
	});
	if (!refusal) await db.scrub();
	return refusal;
}

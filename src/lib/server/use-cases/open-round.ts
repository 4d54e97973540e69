import type { LinkRefusal } from '../../domain/round/link.ts';
import { openRefusal, type RoundRefusal } from '../../domain/round/round-rules.ts';
import { dayOf } from '../../domain/round/round.ts';
import { organizing } from '../access/organizer.ts';
import type { Context } from '../context.ts';
import * as rounds from '../repositories/rounds.ts';
import * as teams from '../repositories/teams.ts';

/** From now on people can answer, and the teams and the contract stay as they are. */
export async function openRound(
	{ db, now }: Context,
	organizerToken: string
): Promise<RoundRefusal | LinkRefusal | null> {
	return db.write(async (writer) => {
		const organized = await organizing(writer, organizerToken);
		if (organized.refusal !== null) return organized.refusal;
		const { round } = organized;

		const refusal = openRefusal(round, await teams.list(writer, round.id), now());
		if (refusal) return refusal;

		await rounds.update(writer, { ...round, state: 'open', openedOn: dayOf(now()) });
		return null;
	});
}

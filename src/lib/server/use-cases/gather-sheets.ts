import { afterwardsRefusal, type RoundRefusal } from '../../domain/round/round-rules.ts';
import type { Round, Team } from '../../domain/round/round.ts';
import type { Context } from '../context.ts';
import * as rounds from '../repositories/rounds.ts';
import * as sheets from '../repositories/sheets.ts';
import * as teams from '../repositories/teams.ts';
import { settle } from './close-round.ts';

export interface GatheredRound {
	refusal: null;
	round: Round;
	teams: Team[];
	/** In no order. For the privacy gate and nobody else. */
	sheets: sheets.FinishedSheet[];
}

/** Hands a closed round's sheets to the gate. While a round is open nobody gets any, whoever asks. */
export async function gatherSheets(
	{ db, now }: Context,
	roundId: string
): Promise<GatheredRound | { refusal: RoundRefusal }> {
	return db.write(async (writer) => {
		const found = await rounds.hold(writer, roundId, 'forUpdate');
		if (!found) throw new RangeError('There is no such round.');
		const refusal = afterwardsRefusal(found, now());
		if (refusal) return { refusal };

		// Its day has passed, and nobody has closed it yet.
		if (found.state === 'open') await settle(writer, found, now());
		const round = (await rounds.find(writer, roundId))!;
		return {
			refusal: null,
			round,
			teams: await teams.list(writer, roundId),
			sheets: await sheets.listFinished(writer, roundId)
		};
	});
}

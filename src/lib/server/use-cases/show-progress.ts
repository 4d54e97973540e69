import type { LinkRefusal } from '../../domain/round/link.ts';
import { roundProgress, type RoundProgress } from '../../domain/round/progress.ts';
import { organized, type Refused } from '../access/organizer.ts';
import type { Context } from '../context.ts';
import * as sheets from '../repositories/sheets.ts';
import * as teams from '../repositories/teams.ts';

/** How many have finished: the only thing anybody learns from answers while a round is open. */
export async function showProgress(
	{ db }: Context,
	organizerToken: string
): Promise<Refused<LinkRefusal> | { refusal: null; progress: RoundProgress }> {
	const opened = await organized(db.read, organizerToken);
	if (opened.refusal !== null) return opened;

	const { id, contract } = opened.round;
	const counts = await sheets.countFinished(db.read, id);
	return {
		refusal: null,
		progress: roundProgress(contract, await teams.list(db.read, id), counts)
	};
}

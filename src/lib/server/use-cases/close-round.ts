import type { LinkRefusal } from '../../domain/round/link.ts';
import { closeRefusal, type RoundRefusal } from '../../domain/round/round-rules.ts';
import { dayOf, type Round } from '../../domain/round/round.ts';
import { organizing } from '../access/organizer.ts';
import type { Context } from '../context.ts';
import type { Writer } from '../database/schema.ts';
import * as answers from '../repositories/answers.ts';
import * as rounds from '../repositories/rounds.ts';
import * as sheets from '../repositories/sheets.ts';
import { publishOnce } from './publish-once.ts';

/** Ends a round before its day. It never opens again: late answers belong to the next round. */
export async function closeRound(
	{ db, now }: Context,
	organizerToken: string
): Promise<RoundRefusal | LinkRefusal | null> {
	const refusal = await db.write(async (writer) => {
		const organized = await organizing(writer, organizerToken);
		if (organized.refusal !== null) return organized.refusal;
		const refusal = closeRefusal(organized.round, now());
		if (!refusal) await settle(writer, organized.round, now());
		return refusal;
	});
	if (!refusal) await db.scrub();
	return refusal;
}

/**
 * Freezes what was handed in; what nobody finished goes, and with it how often answers were changed. Results are
 * published in the same write.
 */
export async function settle(writer: Writer, round: Round, now: Date): Promise<void> {
	await sheets.removeUnfinished(writer, round.id);
	await answers.forgetRevisions(writer, round.id);
	const closed: Round = { ...round, state: 'closed', closedOn: dayOf(now) };
	await rounds.update(writer, closed);
	await publishOnce(writer, closed);
}

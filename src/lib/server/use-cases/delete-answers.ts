import type { LinkRefusal } from '../../domain/round/link.ts';
import { afterwardsRefusal, type RoundRefusal } from '../../domain/round/round-rules.ts';
import { dayOf, type Round } from '../../domain/round/round.ts';
import { organizing } from '../access/organizer.ts';
import type { Context } from '../context.ts';
import type { Writer } from '../database/schema.ts';
import * as comments from '../repositories/comments.ts';
import * as exchangePairs from '../repositories/exchange-pairs.ts';
import * as imports from '../repositories/imports.ts';
import * as rounds from '../repositories/rounds.ts';
import * as sheets from '../repositories/sheets.ts';
import { settle } from './close-round.ts';
import * as workshops from '../repositories/workshops.ts';

/** Deletes what people answered and wrote in a closed round. What was published stays. */
export async function deleteAnswers(
	{ db, now }: Context,
	organizerToken: string
): Promise<RoundRefusal | LinkRefusal | null> {
	const refusal = await db.write(async (writer) => {
		const organized = await organizing(writer, organizerToken);
		if (organized.refusal !== null) return organized.refusal;
		const refusal = afterwardsRefusal(organized.round, now());
		if (refusal) return refusal;

		// Its day has passed, and nobody has closed it yet: results stay when answers go.
		if (organized.round.state === 'open') await settle(writer, organized.round, now());
		const round = (await rounds.find(writer, organized.round.id))!;
		await removeAnswers(writer, round, now());
		return null;
	});
	if (!refusal) await db.scrub();
	return refusal;
}

export async function removeAnswers(writer: Writer, round: Round, now: Date): Promise<void> {
	await sheets.removeAll(writer, round.id);
	await imports.removeAll(writer, round.id);
	await comments.removeAll(writer, round.id);
	await workshops.removeAnswers(writer, round.id);
	await exchangePairs.removeAll(writer, round.id);
	await rounds.update(writer, {
		...round,
		state: 'closed',
		closedOn: round.closedOn ?? dayOf(now),
		answersDeletedOn: dayOf(now)
	});
}

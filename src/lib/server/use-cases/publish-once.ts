import { instrumentOf } from '../../content/instruments.ts';
import { canonicalJson, hashOfText } from '../../domain/publication/canonical-json.ts';
import { publicationSchema } from '../../domain/publication/publication.ts';
import { countRound, type CountedRound } from '../../domain/results/counted-round.ts';
import type { PreviousRound } from '../../domain/results/findings/change-findings.ts';
import { publishRound } from '../../domain/results/publish-round.ts';
import { asksTheSameWeeks } from '../../domain/results/same-weeks.ts';
import type { Round } from '../../domain/round/round.ts';
import type { Reader, Writer } from '../database/schema.ts';
import * as publications from '../repositories/publications.ts';
import * as rounds from '../repositories/rounds.ts';
import * as sheets from '../repositories/sheets.ts';
import * as teams from '../repositories/teams.ts';

/**
 * Publishes a closed round unless it is published already. The writer holds the round, so everybody gets the same
 * publication, and nobody any before it is kept.
 */
export async function publishOnce(writer: Writer, round: Round): Promise<void> {
	const known = await publications.list(writer, round.id);
	if (known.length > 0 || round.answersDeletedOn) return;

	const before = round.previousId ? await rounds.find(writer, round.previousId) : null;
	const publication = publishRound(await counted(writer, round), {
		ledger: [],
		previous: before && (await comparable(writer, round, before)),
		isTooSoon: before !== null && asksTheSameWeeks(before, round)
	});
	const body = canonicalJson(publication);
	await publications.append(writer, round.id, { hash: await hashOfText(body), body });
}

async function counted(db: Reader, round: Round): Promise<CountedRound> {
	const closed = {
		round,
		teams: await teams.list(db, round.id),
		instrument: instrumentOf(round)
	};
	return countRound(closed, await sheets.listFinished(db, round.id));
}

/** The round before, where it asked the same questions and was published. */
async function comparable(db: Reader, round: Round, before: Round): Promise<PreviousRound | null> {
	const isSame =
		before.instrument === round.instrument &&
		before.edition === round.edition &&
		before.form === round.form;
	const last = isSame ? (await publications.list(db, before.id)).at(-1) : undefined;
	if (!last) return null;
	return {
		publication: publicationSchema.parse(JSON.parse(last.body)),
		counted: before.answersDeletedOn ? null : await counted(db, before)
	};
}

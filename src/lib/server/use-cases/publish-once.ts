import { instrumentOf } from '../../content/instruments.ts';
import { canonicalJson, hashOfText } from '../../domain/publication/canonical-json.ts';
import { publicationSchema, type Publication } from '../../domain/publication/publication.ts';
import { countRound, type RoundSheet } from '../../domain/results/counted-round.ts';
import type { PreviousRound } from '../../domain/results/findings/change-findings.ts';
import { publishRound, type SameWeeks } from '../../domain/results/publish-round.ts';
import { asksTheSameWeeks } from '../../domain/results/same-weeks.ts';
import type { SheetsOfRound } from '../../domain/results/shared-atoms.ts';
import type { Round } from '../../domain/round/round.ts';
import type { Reader, Writer } from '../database/schema.ts';
import * as publications from '../repositories/publications.ts';
import * as rounds from '../repositories/rounds.ts';
import * as allSheets from '../repositories/sheets.ts';
import * as teams from '../repositories/teams.ts';

/**
 * Publishes a closed round unless it is published already. The writer holds the round, so everybody gets the same
 * publication, and nobody any before it is kept.
 */
export async function publishOnce(writer: Writer, round: Round): Promise<void> {
	const known = await publications.list(writer, round.id);
	if (known.length > 0 || round.answersDeletedOn) return;

	const before = round.previousId ? await rounds.find(writer, round.previousId) : null;
	const { counted, sheets } = await sheetsOf(writer, round);
	const publication = publishRound(counted, {
		ledger: [],
		previous: before && (await comparable(writer, round, before)),
		sameWeeks: await sameWeeks(writer, round, sheets)
	});
	const body = canonicalJson(publication);
	await publications.append(writer, round.id, { hash: await hashOfText(body), body });
}

async function sheetsOf(db: Reader, round: Round): Promise<SheetsOfRound> {
	const closed = {
		round,
		teams: await teams.list(db, round.id),
		instrument: instrumentOf(round)
	};
	const sheets = await allSheets.listFinished(db, round.id);
	return { counted: countRound(closed, sheets), sheets };
}

/** Earlier rounds about the same weeks that showed anything. With two of them, nobody can say which answers are the same. */
async function sameWeeks(
	db: Reader,
	round: Round,
	sheets: readonly RoundSheet[]
): Promise<SameWeeks | null> {
	const found: { before: Round; published: Publication }[] = [];
	for (let id = round.previousId; id !== null;) {
		const before = await rounds.find(db, id);
		if (!before || !asksTheSameWeeks(before, round)) break;
		const published = await lastPublication(db, before.id);
		if (published && published.entries.length > 0) found.push({ before, published });
		id = before.previousId;
	}
	const [only] = found;
	if (!only) return null;
	const isDirect = found.length === 1 && only.before.id === round.previousId;
	if (!isDirect || only.before.answersDeletedOn) return 'unknown';
	return { sheets, before: await sheetsOf(db, only.before), published: only.published };
}

async function lastPublication(db: Reader, roundId: string): Promise<Publication | null> {
	const last = (await publications.list(db, roundId)).at(-1);
	return last ? publicationSchema.parse(JSON.parse(last.body)) : null;
}

/** The round before, where it asked the same questions and was published. */
async function comparable(db: Reader, round: Round, before: Round): Promise<PreviousRound | null> {
	const isSame =
		before.instrument === round.instrument &&
		before.edition === round.edition &&
		before.form === round.form;
	const publication = isSame ? await lastPublication(db, before.id) : null;
	if (!publication) return null;
	return {
		publication,
		counted: before.answersDeletedOn ? null : (await sheetsOf(db, before)).counted
	};
}

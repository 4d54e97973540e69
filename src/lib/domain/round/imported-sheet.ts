import type { Answers } from '../answers.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { answersRefusal } from './answering.ts';
import { questionsFor, type Question } from './questions.ts';
import { answersForTeam, sheetLenses, type Round, type SheetLens, type Team } from './round.ts';

/** One person's answers out of another survey tool, its columns already mapped. */
export interface ImportedSheet {
	/** The team's id, or null for customers, partners and guesses. */
	teamId: string | null;
	lens: SheetLens;
	answers: Answers;
}

export type ImportProblemCode =
	| 'import-unknown-team'
	| 'import-lens-not-asked'
	| 'import-lens-needs-team'
	| 'import-lens-without-team'
	| 'import-unknown-item'
	| 'import-off-scale'
	| 'import-nothing-answered'
	| 'import-more-than-headcount'
	/** Beside answers that the importer knows, one more person's could be told. */
	| 'import-answered-by-link';

export interface ImportProblem {
	code: ImportProblemCode;
	/** Which sheet, counted from 1. */
	sheet: number;
}

/** The most sheets that are taken in at once. */
export const IMPORT_LIMIT = 20_000;

/** Where sheets are to be taken in. */
export interface ImportTarget {
	round: Round;
	/** With the headcount that is left. */
	teams: readonly Team[];
	instrument: Instrument;
	/** The lenses in which people answer by link. */
	answeredByLink?: ReadonlySet<SheetLens>;
}

/** What would be refused and why; empty when all sheets can be taken in. */
export function importProblems(
	{ round, teams, instrument, answeredByLink = new Set() }: ImportTarget,
	sheets: readonly ImportedSheet[]
): ImportProblem[] {
	const room = new Map(teams.map(({ id, headcount }) => [id, headcount]));
	return sheets.flatMap((sheet, index): ImportProblem[] => {
		const code =
			placeProblem(round, room, sheet) ??
			(answeredByLink.has(sheet.lens) ? 'import-answered-by-link' : null) ??
			contentProblem(instrument, questionsFor(round, sheet.lens, instrument), sheet.answers) ??
			roomProblem(room, sheet);
		return code ? [{ code, sheet: index + 1 }] : [];
	});
}

function placeProblem(
	{ contract }: Round,
	room: ReadonlyMap<string, number>,
	{ teamId, lens }: ImportedSheet
): ImportProblemCode | null {
	if (!sheetLenses(contract).includes(lens)) return 'import-lens-not-asked';
	if (answersForTeam(lens) && teamId === null) return 'import-lens-needs-team';
	if (!answersForTeam(lens) && teamId !== null) return 'import-lens-without-team';
	return teamId !== null && !room.has(teamId) ? 'import-unknown-team' : null;
}

function contentProblem(
	instrument: Instrument,
	asked: readonly Question[],
	answers: Answers
): ImportProblemCode | null {
	const given = Object.entries(answers).map(([item, value]) => ({ item, value }));
	if (given.every(({ value }) => value === null)) return 'import-nothing-answered';
	const refusal = answersRefusal(instrument, asked, given);
	if (refusal === 'unknown-item') return 'import-unknown-item';
	return refusal === 'off-scale' ? 'import-off-scale' : null;
}

/** A team cannot have more members' sheets in the file than it has people. */
function roomProblem(
	room: Map<string, number>,
	{ teamId, lens }: ImportedSheet
): ImportProblemCode | null {
	if (teamId === null || lens !== 'member') return null;
	const left = room.get(teamId)! - 1;
	room.set(teamId, left);
	return left < 0 ? 'import-more-than-headcount' : null;
}

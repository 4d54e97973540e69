import { lensSchema, type Instrument } from '../instrument/instrument.ts';
import type { ImportedSheet, ImportProblem, ImportProblemCode } from '../round/imported-sheet.ts';
import { questionsFor, type AskingRound } from '../round/questions.ts';
import { answersForTeam, type SheetLens } from '../round/round.ts';
import { nameKey } from '../round/team-list.ts';
import { answerCellReader } from './answer-cell.ts';
import type { ColumnMeaning } from './columns.ts';

/** What a person has said about their file. */
export interface ImportPlan {
	/** What each column holds, in the file's order. */
	columns: readonly ColumnMeaning[];
	/** For rows that name no team; null when there is none. */
	teamId: string | null;
	/** For rows that do not say who answers. */
	lens: SheetLens;
	/** Names that no team has, by `nameKey`: a team's id, or null to skip these rows. */
	teamChoices: ReadonlyMap<string, string | null>;
}

/** Where rows are to be taken in. */
export interface ImportPlace {
	round: AskingRound;
	instrument: Instrument;
	teams: readonly { id: string; name: string }[];
	/** More words for each lens, as somebody may have written it. */
	lensWords?: Readonly<Partial<Record<SheetLens, readonly string[]>>>;
}

export type ImportRefusalCode =
	ImportProblemCode | 'import-unreadable-answer' | 'import-unknown-lens';

/** A cell, or a row as a whole, that cannot be taken. */
export interface ImportRefusal {
	code: ImportRefusalCode;
	/** As a spreadsheet counts: the headings are row 1. */
	row: number;
	/** The column's place, counted from 0; null for the row as a whole. */
	column: number | null;
	/** What stands there, as much of it as fits in a line. */
	value: string;
}

export interface ReadRows {
	sheets: ImportedSheet[];
	/** The row that each sheet stands in. */
	rows: number[];
	refusals: ImportRefusal[];
	/** Rows of teams that were to be skipped. */
	skipped: number;
	/** Answers to questions that this group is not asked. */
	leftOut: number;
	/** Names that no team has and nobody has chosen one for, each as it is written first. */
	unknownTeams: { name: string; rows: number }[];
}

export const VALUE_LENGTH = 80;
const FIRST_ROW = 2;
const LENSES: readonly SheetLens[] = [...lensSchema.options, 'guess'];

/** Reads rows of a file, its headings left off, as sheets; what cannot be read is refused cell by cell. */
export function readRows(
	place: ImportPlace,
	plan: ImportPlan,
	rows: readonly (readonly string[])[]
): ReadRows {
	const read: ReadRows = {
		sheets: [],
		rows: [],
		refusals: [],
		skipped: 0,
		leftOut: 0,
		unknownTeams: []
	};
	const reader = rowReader(place, plan, read);
	rows.forEach((cells, index) => {
		if (cells.some((cell) => cell.trim() !== '')) reader(cells, index + FIRST_ROW);
	});
	return read;
}

/** What a round said about sheets, at the rows they came from. */
export function refusalsOf(
	{ sheets, rows }: Pick<ReadRows, 'sheets' | 'rows'>,
	teams: readonly { id: string; name: string }[],
	problems: readonly ImportProblem[]
): ImportRefusal[] {
	const names = new Map(teams.map(({ id, name }) => [id, name]));
	return problems.map(({ code, sheet }) => {
		const { teamId, lens } = sheets[sheet - 1]!;
		const value = teamId === null ? lens : (names.get(teamId) ?? '');
		return { code, row: rows[sheet - 1]!, column: null, value };
	});
}

function rowReader(place: ImportPlace, plan: ImportPlan, read: ReadRows) {
	const { columns } = plan;
	const teamOf = teamReader(place, plan, read);
	const lensOf = lensReader(place, plan);
	const answersOf = answersReader(place, columns);

	return (cells: readonly string[], row: number): void => {
		const refuse = (code: ImportRefusalCode, column: number) =>
			read.refusals.push({ code, row, column, value: shortened(cells[column] ?? '') });
		const before = read.refusals.length;

		const lens = lensOf(cells);
		if (lens === null) refuse('import-unknown-lens', indexOf(columns, 'lens'));
		const team = teamOf(cells, lens ?? plan.lens);
		if (team === 'skip') {
			// Nobody wants this row, so nothing is wrong with it.
			read.refusals.length = before;
			read.skipped++;
			return;
		}
		if (team === 'unknown') refuse('import-unknown-team', indexOf(columns, 'team'));
		const { answers, bad, leftOut } = answersOf(cells, lens ?? plan.lens);
		for (const column of bad) refuse('import-unreadable-answer', column);
		if (lens === null || team === 'unknown' || bad.length > 0) return;
		read.leftOut += leftOut;
		// Guesses lie all together: which team one is from is not kept.
		read.sheets.push({ lens, teamId: lens === 'guess' ? null : team, answers });
		read.rows.push(row);
	};
}

/** The team's id, null where no team is needed, or that it is unknown or to be skipped. */
function teamReader({ teams }: ImportPlace, plan: ImportPlan, read: ReadRows) {
	const known = new Map(teams.map(({ id, name }) => [nameKey(name), id]));
	const unknown = new Map<string, { name: string; rows: number }>();
	const column = indexOf(plan.columns, 'team');

	return (cells: readonly string[], lens: SheetLens): string | null => {
		const name = (cells[column] ?? '').trim();
		if (name === '') return answersForTeam(lens) ? plan.teamId : null;
		const key = nameKey(name);
		const choice = known.get(key) ?? plan.teamChoices.get(key);
		if (choice === null) return 'skip';
		if (choice !== undefined) return choice;
		const met = unknown.get(key);
		if (met) met.rows++;
		else {
			const first = { name: shortened(name), rows: 1 };
			unknown.set(key, first);
			read.unknownTeams.push(first);
		}
		return 'unknown';
	};
}

function lensReader({ lensWords = {} }: ImportPlace, { columns, lens }: ImportPlan) {
	const known = new Map<string, SheetLens>(
		LENSES.flatMap((lens) =>
			[lens, lens === 'guess' ? 'guesses' : `${lens}s`, ...(lensWords[lens] ?? [])].map(
				(word): [string, SheetLens] => [wordKey(word), lens]
			)
		)
	);
	const column = indexOf(columns, 'lens');
	return (cells: readonly string[]): SheetLens | null => {
		const word = wordKey(cells[column] ?? '');
		return word === '' ? lens : (known.get(word) ?? null);
	};
}

/** However it is punctuated, as in “As customers would …”. */
function wordKey(words: string): string {
	return nameKey(words.replaceAll(/\p{P}+/gu, ' '));
}

function answersReader({ instrument, round }: ImportPlace, columns: readonly ColumnMeaning[]) {
	const readCell = answerCellReader(instrument);
	const asked = new Map(
		LENSES.map((lens) => [lens, new Set(questionsFor(round, lens, instrument).map(({ id }) => id))])
	);
	return (cells: readonly string[], lens: SheetLens) => {
		const answers: Record<string, number | null> = {};
		const bad: number[] = [];
		let leftOut = 0;
		columns.forEach((meaning, column) => {
			if (meaning.kind !== 'item') return;
			const cell = readCell(cells[column] ?? '');
			if (cell.kind === 'missing') return;
			if (cell.kind === 'unreadable') bad.push(column);
			else if (!asked.get(lens)!.has(meaning.item)) leftOut++;
			else answers[meaning.item] = cell.kind === 'answer' ? cell.value : null;
		});
		return { answers, bad, leftOut };
	};
}

function indexOf(columns: readonly ColumnMeaning[], kind: ColumnMeaning['kind']): number {
	return columns.findIndex((meaning) => meaning.kind === kind);
}

function shortened(text: string): string {
	const clean = text.toWellFormed().replace(/\s+/g, ' ').trim();
	return clean.length > VALUE_LENGTH
		? `${clean.slice(0, VALUE_LENGTH - 1).toWellFormed()}…`
		: clean;
}

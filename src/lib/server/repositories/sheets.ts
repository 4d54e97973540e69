import type { Answers } from '../../domain/answers.ts';
import type { Lens } from '../../domain/instrument/instrument.ts';
import type { FinishedCount } from '../../domain/round/progress.ts';
import type { SheetLens } from '../../domain/round/round.ts';
import { inChunks } from '../database/chunks.ts';
import type { Reader, Writer } from '../database/schema.ts';

/** Where a sheet belongs. Its id is the hash of a key that only the person's device can make. */
export interface SheetPlace {
	id: string;
	roundId: string;
	teamId: string | null;
	lens: SheetLens;
}

/** What may be counted after closing: nothing that tells one sheet from another but what it says. */
export interface FinishedSheet {
	teamId: string | null;
	lens: SheetLens;
	answers: Answers;
}

/** Whether the sheet is finished, or null when there is none. */
export async function isFinished(db: Reader, id: string): Promise<boolean | null> {
	const row = await db
		.selectFrom('sheets')
		.select('finished')
		.where('id', '=', id)
		.executeTakeFirst();
	return row ? row.finished === 1 : null;
}

/** Makes the sheet unless it is there already. */
export async function ensure(db: Writer, { id, roundId, teamId, lens }: SheetPlace): Promise<void> {
	await db
		.insertInto('sheets')
		.values({ id, round_id: roundId, team_id: teamId, lens, finished: 0 })
		.onConflict((conflict) => conflict.column('id').doNothing())
		.execute();
}

export async function finish(db: Writer, id: string): Promise<void> {
	await db.updateTable('sheets').set({ finished: 1 }).where('id', '=', id).execute();
}

/** Finished sheets by team and lens; nothing else about them. Guesses are second sheets of the same people. */
export async function countFinished(db: Reader, roundId: string): Promise<FinishedCount[]> {
	const rows = await db
		.selectFrom('sheets')
		.select(({ cast, fn }) => [
			'team_id as teamId',
			'lens',
			cast<number>(fn.countAll(), 'integer').as('finished')
		])
		.where('round_id', '=', roundId)
		.where('finished', '=', 1)
		.where('lens', '!=', 'guess')
		.groupBy(['team_id', 'lens'])
		.execute();
	return rows.map((row) => ({ ...row, lens: row.lens as Lens }));
}

/** The lenses in which somebody has begun a sheet, and whether somebody has begun a guess. */
export async function lensesBegun(db: Reader, roundId: string): Promise<SheetLens[]> {
	const rows = await db
		.selectFrom('sheets')
		.select('lens')
		.distinct()
		.where('round_id', '=', roundId)
		.execute();
	return rows.map(({ lens }) => lens as SheetLens);
}

/** All finished sheets with their answers, guesses too, in the order of their random ids: none is first or last. */
export async function listFinished(db: Reader, roundId: string): Promise<FinishedSheet[]> {
	const rows = await db
		.selectFrom('sheets')
		.innerJoin('answers', 'answers.sheet_id', 'sheets.id')
		.select(['sheets.id', 'sheets.team_id', 'sheets.lens', 'answers.item', 'answers.value'])
		.where('sheets.round_id', '=', roundId)
		.where('sheets.finished', '=', 1)
		.orderBy('sheets.id')
		.orderBy('answers.item')
		.execute();

	const sheets = new Map<string, FinishedSheet & { answers: Record<string, number | null> }>();
	for (const { id, team_id, lens, item, value } of rows) {
		const sheet = sheets.get(id) ?? { teamId: team_id, lens: lens as SheetLens, answers: {} };
		sheet.answers[item] = value;
		sheets.set(id, sheet);
	}
	return [...sheets.values()];
}

/** Puts finished sheets in, each under an id that means nothing, in the order of these ids. */
export async function insertFinished(
	db: Writer,
	roundId: string,
	unordered: readonly (FinishedSheet & { id: string })[]
): Promise<void> {
	const sheets = [...unordered].sort((a, b) => (a.id < b.id ? -1 : 1));
	const rows = sheets.map(({ id, teamId, lens }) => ({
		id,
		round_id: roundId,
		team_id: teamId,
		lens,
		finished: 1 as const
	}));
	for (const chunk of inChunks(rows)) await db.insertInto('sheets').values(chunk).execute();

	const answers = sheets.flatMap((sheet) =>
		Object.entries(sheet.answers).map(([item, value]) => ({
			sheet_id: sheet.id,
			item,
			value,
			revision: 0
		}))
	);
	for (const chunk of inChunks(answers)) await db.insertInto('answers').values(chunk).execute();
}

/** Sheets that nobody finished were never handed in. */
export async function removeUnfinished(db: Writer, roundId: string): Promise<void> {
	await db.deleteFrom('sheets').where('round_id', '=', roundId).where('finished', '=', 0).execute();
}

export async function removeAll(db: Writer, roundId: string): Promise<void> {
	await db.deleteFrom('sheets').where('round_id', '=', roundId).execute();
}

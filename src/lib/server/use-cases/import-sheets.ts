import { createHash } from 'node:crypto';
import { instrumentOf } from '../../content/instruments.ts';
import {
	IMPORT_LIMIT,
	importProblems,
	type ImportedSheet,
	type ImportProblem
} from '../../domain/round/imported-sheet.ts';
import type { LinkRefusal } from '../../domain/round/link.ts';
import type { RoundRefusal } from '../../domain/round/round-rules.ts';
import { phaseOf, sheetLenses, type Round } from '../../domain/round/round.ts';
import { organizing } from '../access/organizer.ts';
import { randomId } from '../access/secrets.ts';
import type { Context } from '../context.ts';
import type { Writer } from '../database/schema.ts';
import * as imports from '../repositories/imports.ts';
import * as sheets from '../repositories/sheets.ts';
import * as teams from '../repositories/teams.ts';

export type Imported =
	| {
			refusal: LinkRefusal | RoundRefusal | 'import-too-large' | 'import-has-problems';
			problems: ImportProblem[];
	  }
	| {
			refusal: null;
			count: number;
			/** The sheets that were left out. */
			problems: ImportProblem[];
			/** Whether the very same sheets are there already, so that nothing was added. */
			isRepeated: boolean;
	  };

/**
 * Takes in finished sheets from another survey tool: all, or none and a list of what is wrong; with
 * `leavesOut`, all that can be taken. The same sheets a second time change nothing.
 */
export async function importSheets(
	{ db, now }: Context,
	organizerToken: string,
	imported: readonly ImportedSheet[],
	{ isDryRun = false, leavesOut = false } = {}
): Promise<Imported> {
	if (imported.length > IMPORT_LIMIT) return { refusal: 'import-too-large', problems: [] };
	return db.write(async (writer): Promise<Imported> => {
		const organized = await organizing(writer, organizerToken);
		if (organized.refusal !== null) return { refusal: organized.refusal, problems: [] };
		const { round } = organized;
		const phase = phaseOf(round, now());
		if (phase !== 'open')
			return { refusal: phase === 'closed' ? 'already-closed' : 'not-open', problems: [] };

		// Asked first: the same file again would also be more than the headcount.
		const all = digestOf(round, imported);
		if (await imports.has(writer, round.id, all)) return repeated(imported.length, []);
		const problems = await problemsOf(writer, round, imported);
		if (problems.length > 0 && !leavesOut) return { refusal: 'import-has-problems', problems };

		const bad = new Set(problems.map(({ sheet }) => sheet));
		const taken = imported.filter((_, index) => !bad.has(index + 1));
		if (taken.length === 0) return { refusal: 'import-has-problems', problems };
		if (!isDryRun) await keep(writer, round, { taken, digest: all });
		return { refusal: null, count: taken.length, problems, isRepeated: false };
	});
}

function repeated(count: number, problems: ImportProblem[]): Imported {
	return { refusal: null, count, problems, isRepeated: true };
}

/** What is wrong with the sheets, as the round is now: which lenses answer by link, and who is in already. */
async function problemsOf(
	writer: Writer,
	round: Round,
	imported: readonly ImportedSheet[]
): Promise<ImportProblem[]> {
	const out = new Set((await imports.list(writer, round.id)).map(({ lens }) => lens));
	const begun = await sheets.lensesBegun(writer, round.id);
	const finished = await sheets.countFinished(writer, round.id);
	const known = (await teams.list(writer, round.id)).map((team) => {
		const inside = finished.find(({ teamId, lens }) => teamId === team.id && lens === 'member');
		return { ...team, headcount: team.headcount - (inside?.finished ?? 0) };
	});
	return importProblems(
		{
			round,
			teams: known,
			instrument: instrumentOf(round),
			answeredByLink: new Set(begun.filter((lens) => !out.has(lens)))
		},
		imported
	);
}

async function keep(
	writer: Writer,
	round: Round,
	{ taken, digest }: { taken: readonly ImportedSheet[]; digest: string }
): Promise<void> {
	const withIds = taken.map((sheet) => ({ ...sheet, id: randomId() }));
	await sheets.insertFinished(writer, round.id, withIds);
	const counted = sheetLenses(round.contract).flatMap((lens) => {
		const count = taken.filter((sheet) => sheet.lens === lens).length;
		return count > 0 ? [{ lens, sheets: count }] : [];
	});
	await imports.insert(writer, { roundId: round.id, digest }, counted);
}

/** The same for the same sheets in any order. It is deleted together with the answers. */
function digestOf(round: Round, imported: readonly ImportedSheet[]): string {
	const lines = imported.map(({ teamId, lens, answers }) => {
		const inOrder = Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1));
		return JSON.stringify([teamId, lens, inOrder]);
	});
	const hash = createHash('sha256').update(round.id);
	for (const line of lines.sort()) hash.update('\n').update(line);
	return hash.digest('base64url');
}

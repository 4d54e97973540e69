import { instrumentOf } from '../../content/instruments.ts';
import {
	IMPORT_LIMIT,
	importProblems,
	type ImportedSheet,
	type ImportProblem
} from '../../domain/round/imported-sheet.ts';
import type { LinkRefusal } from '../../domain/round/link.ts';
import type { RoundRefusal } from '../../domain/round/round-rules.ts';
import { phaseOf } from '../../domain/round/round.ts';
import { organizing } from '../access/organizer.ts';
import { randomId } from '../access/secrets.ts';
import type { Context } from '../context.ts';
import * as sheets from '../repositories/sheets.ts';
import * as teams from '../repositories/teams.ts';

export type Imported =
	| {
			refusal: LinkRefusal | RoundRefusal | 'import-too-large' | 'import-has-problems';
			problems: ImportProblem[];
	  }
	| { refusal: null; count: number };

/** Takes in finished sheets from another survey tool: all, or none and a list of what is wrong. */
export async function importSheets(
	{ db, now }: Context,
	organizerToken: string,
	imported: readonly ImportedSheet[],
	{ isDryRun = false } = {}
): Promise<Imported> {
	if (imported.length > IMPORT_LIMIT) return { refusal: 'import-too-large', problems: [] };
	return db.write(async (writer): Promise<Imported> => {
		const organized = await organizing(writer, organizerToken);
		if (organized.refusal !== null) return { refusal: organized.refusal, problems: [] };
		const { round } = organized;
		if (phaseOf(round, now()) === 'closed') return { refusal: 'already-closed', problems: [] };

		const problems = importProblems(
			{ round, teams: await teams.list(writer, round.id), instrument: instrumentOf(round) },
			imported
		);
		if (problems.length > 0) return { refusal: 'import-has-problems', problems };

		const withIds = imported.map((sheet) => ({ ...sheet, id: randomId() }));
		if (!isDryRun) await sheets.insertFinished(writer, round.id, withIds);
		return { refusal: null, count: imported.length };
	});
}

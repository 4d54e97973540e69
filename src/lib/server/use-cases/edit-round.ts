import type { LinkRefusal } from '../../domain/round/link.ts';
import { answerPlaces } from '../../domain/round/link.ts';
import type { RoundEdit, TeamEdit } from '../../domain/round/new-round.ts';
import { shownProgress } from '../../domain/publication/rules/progress.ts';
import type { FinishedCount } from '../../domain/round/progress.ts';
import { editRefusal, type RoundRefusal } from '../../domain/round/round-rules.ts';
import type { Round, Team } from '../../domain/round/round.ts';
import { cleanName, teamProblems, type TeamProblem } from '../../domain/round/team-list.ts';
import { organizing } from '../access/organizer.ts';
import { linkAt } from '../access/round-links.ts';
import { randomId } from '../access/secrets.ts';
import type { Context } from '../context.ts';
import * as links from '../repositories/links.ts';
import * as rounds from '../repositories/rounds.ts';
import * as sheets from '../repositories/sheets.ts';
import * as teams from '../repositories/teams.ts';

export type Edited =
	| { refusal: RoundRefusal | LinkRefusal; problems: TeamProblem[] }
	| { refusal: null; version: number };

/**
 * Changes a round that its organizer has looked at. When somebody else changed it meanwhile, the
 * organizer is told and nothing is overwritten.
 */
export async function editRound(
	{ db, now }: Context,
	organizerToken: string,
	edit: RoundEdit
): Promise<Edited> {
	return db.write(async (writer) => {
		const organized = await organizing(writer, organizerToken);
		if (organized.refusal !== null) return { refusal: organized.refusal, problems: [] };
		const { round, seed } = organized;

		const before = await teams.list(writer, round.id);
		const refusal = editRefusal(round, before, edit, now());
		if (refusal) return { refusal, problems: [] };

		if (edit.teams) {
			const problems = teamProblems(edit.teams);
			if (problems.length > 0) return { refusal: 'teams-not-ready', problems };

			const counts = await sheets.countFinished(writer, round.id);
			const tooSmall = headcountProblems(round, { before, edits: edit.teams, counts });
			if (tooSmall.length > 0) return { refusal: 'headcount-below-answers', problems: tooSmall };

			const after = edit.teams.map((team) => changedTeam(before, team));
			await teams.replaceAll(writer, round.id, after);
			const added = after.filter(({ id }) => !before.some((team) => team.id === id));
			const places = answerPlaces(round.contract, added).filter(({ teamId }) => teamId !== null);
			await links.insertAll(
				writer,
				places.map((place) => linkAt(round.id, seed, place))
			);
		}
		const { organization = round.organization, closesOn = round.closesOn } = edit;
		await rounds.update(writer, { ...round, organization, closesOn });
		return { refusal: null, version: round.version + 1 };
	});
}

function changedTeam(before: readonly Team[], { id, name, headcount }: TeamEdit): Team {
	const team = before.find((known) => known.id === id);
	return {
		id: team?.id ?? randomId(),
		previousId: team?.previousId ?? null,
		name: cleanName(name),
		headcount
	};
}

interface Headcounts {
	before: readonly Team[];
	edits: readonly TeamEdit[];
	counts: readonly FinishedCount[];
}

/** A headcount is at least the answers that are there. Where that count is not shown, it is not given away here either. */
function headcountProblems(
	{ contract }: Round,
	{ before, edits, counts }: Headcounts
): TeamProblem[] {
	return edits.flatMap(({ id, name, headcount }, index) => {
		const team = before.find((known) => known.id === id);
		const count = counts.find(({ teamId, lens }) => teamId === id && lens === 'member');
		if (!team || !count) return [];
		const shown = shownProgress(count.finished, team.headcount, contract);
		// Of nearly all no more is told than that no smaller headcount fits.
		const least = { count: count.finished, 'nearly-all': team.headcount, 'too-few-to-say': 0 };
		return headcount < least[shown.as]
			? [{ code: 'headcount-out-of-range', line: index + 1, text: name }]
			: [];
	});
}

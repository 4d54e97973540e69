import type { Answers } from '../../lib/domain/answers.ts';
import type { RoundSheet } from '../../lib/domain/results/counted-round.ts';
import { answersForTeam, type SheetLens } from '../../lib/domain/round/round.ts';
import type { Layout } from '../../lib/domain/scoring/layout.ts';
import { Tally } from '../../lib/domain/scoring/tally.ts';

/**
 * The same counts in cells that are named as a round names them: by the team's id for members and leaders, all in one
 * for customers, partners and guesses, and for leaders of nobody's team.
 */
export function withTeamIds(
	lens: SheetLens,
	tally: Tally,
	headcounts: ReadonlyMap<string, number>,
	idOf: (team: string) => string
): Tally {
	const nameOf = (team: string) => (answersForTeam(lens) && headcounts.has(team) ? idOf(team) : '');
	const { cells, kept, ...counted } = tally.counted();
	const named = new Tally(tally.layout);
	named.merge({
		...counted,
		// Several cells may have the same name now: merging adds them up.
		cells: new Map([...cells].map(([team, cell]) => [team, { ...cell, team: nameOf(team) }])),
		kept: { ...kept, teams: kept.teams.map(nameOf) }
	});
	return named;
}

/** Every sheet by itself, with no order in them; null where they were too many to keep. */
export function keptSheets(tallies: ReadonlyMap<SheetLens, Tally>): RoundSheet[] | null {
	if ([...tallies.values()].some(({ kept }) => !kept.isComplete)) return null;
	return [...tallies].flatMap(([lens, { kept, layout }]) =>
		kept.inOrder().map(({ team, sheet }) => ({
			lens,
			teamId: team === '' ? null : team,
			answers: answersFrom(sheet, layout)
		}))
	);
}

function answersFrom(sheet: Uint8Array, { items, low, notSure }: Layout): Answers {
	return Object.fromEntries(
		items.flatMap(({ id }, place) => {
			const code = sheet[place]!;
			return code === 0 ? [] : [[id, code === notSure ? null : low + code - 1]];
		})
	);
}

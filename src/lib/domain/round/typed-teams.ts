import {
	nameKey,
	parseTeamList,
	teamProblems,
	TEAMS_LIMIT,
	type NamedTeam,
	type TeamProblem
} from './team-list.ts';

/** One row of a list that is being edited, as it was typed. A new team has no id. */
export interface TypedTeam {
	id: string;
	name: string;
	headcount: string;
}

export interface TypedTeams {
	teams: (NamedTeam & { id: string | null })[];
	/** By row, counted from 1, rows left blank included. */
	problems: TeamProblem[];
}

/** The teams in rows as they were typed; rows left blank are nobody's mistake. */
export function readTypedTeams(rows: readonly TypedTeam[]): TypedTeams {
	const filled = rows
		.map((row, index) => ({ ...row, row: index + 1 }))
		.filter(({ name, headcount }) => `${name}${headcount}`.trim() !== '');
	const teams = filled.map(({ id, name, headcount }) => ({
		id: id || null,
		name,
		headcount: toHeadcount(headcount)
	}));
	const problems = teamProblems(teams).map((problem) => ({
		...problem,
		line: filled[problem.line - 1]?.row ?? filled.at(-1)!.row
	}));
	return { teams, problems };
}

export interface TeamPreview {
	/** What can be taken over, in the text's order. */
	good: NamedTeam[];
	/** Lines that cannot, and why; those that stand in the list already are apart. */
	problems: TeamProblem[];
	known: { line: number; text: string }[];
	headings: string | null;
	/** How many teams there would be, when that is more than a round can have. */
	overLimit: number | null;
}

/** What taking over this text would do to a list of teams, before anything is done. */
export function previewTeams(text: string, present: readonly string[]): TeamPreview {
	const { teams, problems, headings } = parseTeamList(text);
	const lines = filledLines(text).slice(headings === null ? 0 : 1);
	const names = new Set(present.map(nameKey));
	const bad = new Set(problems.map(({ line }) => line));

	const usable = teams.flatMap((team, index) => {
		const line = lines[index]!;
		return bad.has(line) ? [] : [{ team, line, isKnown: names.has(nameKey(team.name)) }];
	});
	const good = usable.filter(({ isKnown }) => !isKnown).map(({ team }) => team);
	const known = usable
		.filter(({ isKnown }) => isKnown)
		.map(({ team, line }) => ({ line, text: team.name }));
	const count = present.length + good.length;
	return { good, problems, known, headings, overLimit: count > TEAMS_LIMIT ? count : null };
}

/** The numbers of the lines that hold something, counted from 1. */
function filledLines(text: string): number[] {
	return text
		.replace(/^\uFEFF/, '')
		.split(/\r\n|\r|\n/)
		.flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]));
}

function toHeadcount(text: string): number {
	return /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : Number.NaN;
}

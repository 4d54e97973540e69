import { NAME_LENGTH } from '../sheet.ts';

/** More than any organization we know has; a pasted file of something else stops here. */
export const TEAMS_LIMIT = 1_000;
export const HEADCOUNT_LIMIT = 100_000;

export interface NamedTeam {
	name: string;
	headcount: number;
}

export type TeamProblemCode =
	| 'team-name-missing'
	| 'team-name-too-long'
	| 'team-name-twice'
	| 'headcount-missing'
	| 'headcount-not-whole'
	| 'headcount-out-of-range'
	| 'too-many-teams';

export interface TeamProblem {
	code: TeamProblemCode;
	/** Counted from 1: the line of the text, or the place in the list. */
	line: number;
	/** What stands there, to find it again. */
	text: string;
}

export interface TeamList {
	teams: NamedTeam[];
	problems: TeamProblem[];
	/** The first line, when it was read as headings. */
	headings: string | null;
}

/**
 * Reads teams that were typed, pasted from a sheet or taken from a CSV file: one a line, the name, then
 * the headcount after a tab, a semicolon or a comma. Nothing is guessed: what is unclear is a problem.
 */
export function parseTeamList(text: string): TeamList {
	const lines = text
		.replace(/^\uFEFF/, '')
		.split(/\r\n|\r|\n/)
		.map((line, index) => ({ line: index + 1, text: line.trim() }))
		.filter(({ text }) => text !== '');
	if (lines.length > TEAMS_LIMIT + 1) {
		return { teams: [], problems: [tooMany(lines.length)], headings: null };
	}

	const rows = lines.map((line) => ({ ...line, ...splitLine(line.text) }));
	const headings = rows.length > 1 && isHeading(rows[0]!) ? rows.shift()!.text : null;
	const teams = rows.map(({ name, count }) => ({
		name: cleanName(name),
		headcount: toNumber(count)
	}));
	const problems = rows.flatMap(({ line, text, count }, index) => {
		const code = (count === '' ? 'headcount-missing' : null) ?? teamProblem(teams[index]!);
		return code ? [{ code, line, text: text.slice(0, NAME_LENGTH) }] : [];
	});
	const lineAt = (index: number) => rows[index]!.line;
	return { teams, problems: [...problems, ...listProblems(teams, lineAt)].sort(byLine), headings };
}

/** What is wrong with a list of teams, in its order; empty when a round can use it. */
export function teamProblems(teams: readonly NamedTeam[]): TeamProblem[] {
	const lineAt = (index: number) => index + 1;
	const problems = teams.flatMap((team, index) => {
		const code = teamProblem(team);
		return code ? [{ code, line: lineAt(index), text: team.name.slice(0, NAME_LENGTH) }] : [];
	});
	return [...problems, ...listProblems(teams, lineAt)].sort(byLine);
}

/** A name as it is kept: one form of each letter, single spaces, nothing that turns or hides text. */
export function cleanName(text: string): string {
	return text
		.toWellFormed()
		.normalize('NFC')
		.replace(/[\p{Cc}\s]+/gu, ' ')
		.replace(/[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, '')
		.trim();
}

/** Equal for names that people would take for the same. */
export function nameKey(name: string): string {
	return cleanName(name).normalize('NFKC').toLowerCase();
}

function teamProblem({ name, headcount }: NamedTeam): TeamProblemCode | null {
	if (cleanName(name) === '') return 'team-name-missing';
	if (cleanName(name).length > NAME_LENGTH) return 'team-name-too-long';
	if (!Number.isInteger(headcount)) return 'headcount-not-whole';
	if (headcount < 1 || headcount > HEADCOUNT_LIMIT) return 'headcount-out-of-range';
	return null;
}

function listProblems(
	teams: readonly NamedTeam[],
	lineAt: (index: number) => number
): TeamProblem[] {
	const seen = new Set<string>();
	const twice = teams.flatMap(({ name }, index): TeamProblem[] => {
		const key = nameKey(name);
		if (key === '' || !seen.has(key)) {
			seen.add(key);
			return [];
		}
		return [{ code: 'team-name-twice', line: lineAt(index), text: cleanName(name) }];
	});
	return teams.length > TEAMS_LIMIT ? [...twice, tooMany(teams.length)] : twice;
}

function tooMany(count: number): TeamProblem {
	return { code: 'too-many-teams', line: TEAMS_LIMIT + 1, text: String(count) };
}

/** The headcount follows the last separator, so that a name may hold the others. */
function splitLine(text: string): { name: string; count: string } {
	const separator = ['\t', ';', ','].find((mark) => text.includes(mark));
	if (!separator) return { name: unquoted(text), count: '' };
	const end = text.lastIndexOf(separator);
	return { name: unquoted(text.slice(0, end)), count: unquoted(text.slice(end + 1)) };
}

function unquoted(field: string): string {
	const trimmed = field.trim();
	return /^".*"$/.test(trimmed) ? trimmed.slice(1, -1).replaceAll('""', '"').trim() : trimmed;
}

/** Words where the headcounts would stand. */
function isHeading({ count }: { count: string }): boolean {
	return count !== '' && !/\d/.test(count);
}

function toNumber(count: string): number {
	return /^\d{1,9}$/.test(count) ? Number(count) : Number.NaN;
}

function byLine(a: TeamProblem, b: TeamProblem): number {
	return a.line - b.line;
}

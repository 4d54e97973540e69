import type { Problem } from '$lib/components/round/problems';
import { teamProblemWords } from '$lib/content/round-refusals';
import { teamRowField, teamRowWords } from '$lib/content/team-row-words';
import { roundEditSchema, type RoundEdit } from '$lib/domain/round/new-round';
import { parseTeamList } from '$lib/domain/round/team-list';
import { readTypedTeams, type TypedTeam } from '$lib/domain/round/typed-teams';
import * as m from '$lib/paraglide/messages';
import { readRows } from '../../new/read-form';

export interface TypedEdit {
	organization: string;
	closesOn: string;
	teams: TypedTeam[];
	pasted: string;
}

/** Reads the page: what was typed, what is wrong with it, and the change when nothing is. */
export function readEditForm(data: FormData): {
	typed: TypedEdit;
	problems: Problem[];
	edit: RoundEdit | null;
} {
	const text = (name: string) => String(data.get(name) ?? '');
	const typed = {
		organization: text('organization'),
		closesOn: text('closesOn'),
		teams: readRows(data),
		pasted: text('pasted')
	};
	const listed = readTypedTeams(typed.teams);
	const pasted = parseTeamList(typed.pasted);
	const rest = roundEditSchema.safeParse({
		version: Number(text('version')),
		organization: typed.organization,
		closesOn: typed.closesOn
	});
	const wrong = new Set(rest.error?.issues.map(({ path }) => path[0]));
	const problems = [
		...(wrong.has('organization')
			? [{ field: 'organization', text: m.rounds_organization_missing() }]
			: []),
		...listed.problems.map((problem) => ({
			field: teamRowField(problem),
			text: teamRowWords(problem)
		})),
		...pasted.problems.map((problem) => ({ field: 'pasted', text: teamProblemWords(problem) })),
		...(wrong.has('closesOn') ? [{ field: 'closes-on', text: m.rounds_day_missing() }] : [])
	];
	const added = pasted.teams.map((team) => ({ ...team, id: null }));
	const edit =
		rest.success && problems.length === 0
			? { ...rest.data, teams: [...listed.teams, ...added] }
			: null;
	return { typed, problems, edit };
}

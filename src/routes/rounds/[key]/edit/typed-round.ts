import type { TypedTeam } from '$lib/domain/round/typed-teams';
import type { TypedEdit } from './read-form';

interface Saved {
	organization: string;
	closesOn: string;
}
interface SavedTeam {
	id: string;
	name: string;
	headcount: number;
}

/** What is saved, as if it had been typed. */
export function typedRound(
	{ organization, closesOn }: Saved,
	teams: readonly SavedTeam[]
): TypedEdit {
	const rows = teams.map(({ id, name, headcount }) => ({ id, name, headcount: String(headcount) }));
	return {
		organization,
		closesOn,
		teams: rows.length > 0 ? rows : [{ id: '', name: '', headcount: '' }],
		pasted: ''
	};
}

/** Teams that somebody else has removed meanwhile stay in the list as new ones. */
export function withoutGoneTeams(
	rows: readonly TypedTeam[],
	saved: readonly { id: string }[]
): TypedTeam[] {
	const known = new Set(saved.map(({ id }) => id));
	return rows.map((row) => (row.id && !known.has(row.id) ? { ...row, id: '' } : row));
}

import { hiddenWithRemainder } from './remainder.ts';

export type CommentsRefusal = 'still-open' | 'small-group' | 'few-writers';

/** The fewest different writers of a batch. */
export const FEWEST_WRITERS = 3;

/** Whether as many different people wrote this as a batch needs (rule 8). */
export function hasEnoughWriters(
	batch: readonly { writer: string }[],
	fewest: number = FEWEST_WRITERS
): boolean {
	return new Set(batch.map(({ writer }) => writer)).size >= fewest;
}

/** A team with how many of its people wrote something. */
export interface WritingTeam {
	id: string;
	writers: number;
	/** Whether numbers of the team are shown. */
	isShown: boolean;
}

/**
 * Rules 3 and 8 together: teams whose comments may stand beside those of all teams together. Whoever takes theirs
 * away is left with the others', so those are of as many writers as a batch needs, and never of just one team.
 */
export function teamsWithComments(
	teams: readonly WritingTeam[],
	fewest: number
): ReadonlySet<string> {
	const tooFew = teams.filter(({ writers, isShown }) => !isShown || writers < fewest);
	const parts = teams.map(({ id, writers }) => ({ id, sheets: writers }));
	const hidden = hiddenWithRemainder(parts, new Set(tooFew.map(({ id }) => id)), fewest);
	return new Set(teams.map(({ id }) => id).filter((id) => !hidden.includes(id)));
}

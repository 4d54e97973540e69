import type { Lens } from '../instrument/instrument.ts';
import { commentMinimum } from '../publication/comment-minimum.ts';
import type { Contract } from '../publication/contract.ts';
import { publishTexts } from '../publication/publish-texts.ts';
import {
	teamsWithComments,
	type CommentsRefusal,
	type WritingTeam
} from '../publication/rules/comments.ts';
import { groupIdOf } from './group-ids.ts';
import type { GroupView } from './results.ts';

/** Why a group's comments stay back. */
export type CommentsKept = CommentsRefusal | 'hidden-group' | 'remainder' | 'deleted';

/** What people of a group wrote, as bare texts in an order that says nothing; or why it stays back. */
export interface CommentsView {
	/** “whole” for members of all teams together; a team's id, or “leaders”, “customers”, “partners”. */
	group: string;
	texts: readonly string[];
	/** How many there are; a page or a report may carry fewer. */
	count: number;
	kept: CommentsKept | null;
}

/** What one person wrote about the whole. Its random id stands for its writer, and does not leave. */
export interface WrittenComment {
	id: string;
	teamId: string | null;
	lens: Lens;
	words: string;
}

interface Commented {
	whole: GroupView;
	/** In the organizer's order. */
	teams: readonly GroupView[];
	lenses: readonly GroupView[];
	contract: Pick<Contract, 'k'>;
	/** Whether they are deleted, as answers are. */
	areDeleted: boolean;
}

/**
 * A closed round's comments through the gate, by group. People were told that comments are shown only where so
 * many wrote (8, and k), so a batch here takes as many different writers, and a group without numbers has none.
 */
export function commentViews(
	{ whole, teams, lenses, contract, areDeleted }: Commented,
	written: readonly WrittenComment[]
): CommentsView[] {
	const fewest = commentMinimum(contract);
	const ofMembers = written.filter(({ lens }) => lens === 'member');
	const apart = teamsWithComments(writingTeams(teams, ofMembers), fewest);
	return [
		viewOf(whole, ofMembers),
		...teams.map((team) => teamView(team)),
		...lenses.map((group) =>
			viewOf(
				group,
				written.filter(({ lens }) => groupIdOf(lens) === group.id)
			)
		)
	];

	function teamView(team: GroupView): CommentsView {
		const own = ofMembers.filter(({ teamId }) => teamId === team.id);
		const view = viewOf(team, own);
		return view.kept || apart.has(team.id) ? view : keptBack(team, 'remainder');
	}

	function viewOf(group: GroupView, some: readonly WrittenComment[]): CommentsView {
		if (areDeleted) return keptBack(group, 'deleted');
		if (!hasNumbers(group)) return keptBack(group, 'hidden-group');
		const batch = some.map(({ id, words }) => ({ id, writer: id, text: words }));
		const people = group.sheets ?? 0;
		const shown = publishTexts({ isOpen: false, batches: [batch], people, fewest }, contract);
		const { texts, refusal } = shown;
		return { group: group.id, texts, count: texts.length, kept: refusal };
	}
}

/** What pages and reports carry: of very many comments some, chosen by chance as their order is. */
export function firstComments(views: readonly CommentsView[], most: number): CommentsView[] {
	return views.map((view) => ({ ...view, texts: view.texts.slice(0, most) }));
}

/** All teams that anybody wrote in, those first that the round shows. */
function writingTeams(
	teams: readonly GroupView[],
	written: readonly WrittenComment[]
): WritingTeam[] {
	const counts = new Map(teams.map(({ id }) => [id, 0]));
	for (const { teamId } of written)
		if (teamId !== null) counts.set(teamId, (counts.get(teamId) ?? 0) + 1);
	const shown = new Set(teams.filter(hasNumbers).map(({ id }) => id));
	return [...counts].map(([id, writers]) => ({ id, writers, isShown: shown.has(id) }));
}

function hasNumbers({ overall }: GroupView): boolean {
	return overall.mean.as !== 'hidden';
}

function keptBack({ id }: GroupView, kept: CommentsKept): CommentsView {
	return { group: id, texts: [], count: 0, kept };
}

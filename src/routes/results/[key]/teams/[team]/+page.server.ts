import { firstComments } from '$lib/domain/results/comment-views';
import { error } from '@sveltejs/kit';
import { MOST_COMMENTS, openClosedResults } from '../../../open-results';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { key, round, results, branding } = await openClosedResults(event);
	const team = results.teams.find(({ id }) => id === event.params.team) ?? error(404);
	// What the page of one team says, and no more of the others.
	const promises = results.promises.filter((promise) => promise.team === team.id);
	const comments = firstComments(
		results.comments.filter(({ group }) => group === team.id),
		MOST_COMMENTS
	);
	return {
		key,
		round,
		branding,
		team,
		results: { ...results, teams: [team], hidden: [], promises, comments, ledger: [] }
	};
};

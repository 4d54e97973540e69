import { firstComments } from '$lib/domain/results/comment-views';
import { MOST_COMMENTS, openResults } from '../open-results';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const opened = await openResults(event);
	if (!opened.results) return opened;
	const { tell, ...shown } = opened;
	const { results } = shown;
	const ofTeams = new Set(results.teams.map(({ id }) => id));
	const comments = firstComments(
		results.comments.filter(({ group }) => !ofTeams.has(group)),
		MOST_COMMENTS
	);
	// The ledger is long, and has a page of its own; so have the teams with their comments.
	return { ...shown, results: { ...results, comments, ledger: [] }, told: await tell() };
};

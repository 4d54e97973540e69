import { error } from '@sveltejs/kit';
import { openClosedResults } from '../../../open-results';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const opened = await openClosedResults(event);
	const team = opened.results.teams.find(({ id }) => id === event.params.team) ?? error(404);
	// What the page of one team says, and no more of the others.
	return { ...opened, team, results: { ...opened.results, teams: [team], hidden: [], ledger: [] } };
};

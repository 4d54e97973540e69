import { error } from '@sveltejs/kit';
import { answerReport } from '../../../../answer-report';
import { openClosedResults } from '../../../../open-results';
import type { RequestHandler } from './$types';

/** One team's report, made from the same publication as its page. */
export const GET: RequestHandler = async (event) => {
	const { results, branding } = await openClosedResults(event);
	const team = results.teams.find(({ id }) => id === event.params.team) ?? error(404);
	return answerReport(event, { results, branding, team });
};

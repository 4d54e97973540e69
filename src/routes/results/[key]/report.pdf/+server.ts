import { answerReport } from '../../answer-report';
import { openClosedResults } from '../../open-results';
import type { RequestHandler } from './$types';

/** The organization's report, made from the same publication as the page. */
export const GET: RequestHandler = async (event) => {
	const { results, branding, tell } = await openClosedResults(event);
	return answerReport(event, { results, branding, told: await tell(), team: null });
};

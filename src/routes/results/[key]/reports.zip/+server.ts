import { dayOf } from '$lib/domain/round/round';
import * as m from '$lib/paraglide/messages';
import { fileHeaders } from '$lib/server/api/file-answer';
import { teamReports } from '$lib/server/report/team-reports';
import { zipStream } from '$lib/server/report/zip-stream';
import { openClosedResults } from '../../open-results';
import type { RequestHandler } from './$types';

/** All teams' reports in one file, made while it is on its way. */
export const GET: RequestHandler = async (event) => {
	const { results, branding } = await openClosedResults(event);
	const day = results.closedOn ?? dayOf((await event.locals.context()).now());
	const paper = event.url.searchParams.get('paper') === 'letter' ? 'letter' : 'a4';
	const files = teamReports(event.locals.reports, { results, day, paper, branding });
	const name = m.results_zip_name({ organization: results.organization, day });
	return new Response(zipStream(files, day), { headers: fileHeaders(name, 'application/zip') });
};

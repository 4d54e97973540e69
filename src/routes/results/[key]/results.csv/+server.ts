import { resultsCsv } from '$lib/content/results-csv';
import { openClosedResults } from '../../open-results';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { results } = await openClosedResults(event);
	return new Response(resultsCsv(results), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="holoscope-results.csv"'
		}
	});
};

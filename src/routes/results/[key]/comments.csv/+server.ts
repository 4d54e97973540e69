import { commentsCsv } from '$lib/content/comments-csv';
import { openClosedResults } from '../../open-results';
import type { RequestHandler } from './$types';

/** All comments that may be shown, in a file without scores. */
export const GET: RequestHandler = async (event) => {
	const { results } = await openClosedResults(event);
	return new Response(commentsCsv(results), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="holoscope-comments.csv"'
		}
	});
};

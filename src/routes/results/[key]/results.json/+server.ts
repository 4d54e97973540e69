import { resultsFile } from '$lib/domain/results/results-schema';
import { json } from '@sveltejs/kit';
import { openClosedResults } from '../../open-results';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { results } = await openClosedResults(event);
	return json(resultsFile(results), {
		headers: { 'content-disposition': 'attachment; filename="holoscope-results.json"' }
	});
};

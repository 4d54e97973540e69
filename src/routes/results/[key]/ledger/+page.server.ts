import { openClosedResults } from '../../open-results';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { key, round, results } = await openClosedResults(event);
	// Comments are long, and nothing of them stands here.
	return { key, round, results: { ...results, comments: [] } };
};

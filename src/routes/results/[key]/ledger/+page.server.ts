import { openClosedResults } from '../../open-results';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { key, round, results } = await openClosedResults(event);
	return { key, round, results };
};

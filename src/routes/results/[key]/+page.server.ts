import { openResults } from '../open-results';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const opened = await openResults(event);
	if (!opened.results) return opened;
	const { tell, ...shown } = opened;
	// The ledger is long, and has a page of its own.
	return { ...shown, results: { ...shown.results, ledger: [] }, told: await tell() };
};

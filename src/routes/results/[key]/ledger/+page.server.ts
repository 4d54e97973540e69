import { openClosedResults } from '../../open-results';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => openClosedResults(event);

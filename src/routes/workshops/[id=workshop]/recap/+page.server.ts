import { seatOf, workshopPath } from '$lib/server/workshop-requests';
import { openRecap } from '../../../recap/open-recap';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const recap = await openRecap(event, seatOf(event, event.params.id));
	return {
		recap: recap && { ...recap, ledger: [] },
		address: `${workshopPath(event.params.id)}/recap`,
		link: null
	};
};

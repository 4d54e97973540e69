import { seatOf, workshopPath } from '$lib/server/workshop-requests';
import { answerPromise, openPromise } from '../../../../../recap/promise-page';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const recap = `${workshopPath(event.params.id)}/recap`;
	const address = `${recap}/promises/${event.params.promise}`;
	return {
		page: await openPromise(event, seatOf(event, event.params.id)),
		recap,
		address,
		link: null
	};
};

export const actions: Actions = {
	default: (event) => answerPromise(event, seatOf(event, event.params.id))
};

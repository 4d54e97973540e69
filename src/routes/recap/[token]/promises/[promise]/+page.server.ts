import { answerPromise, openPromise } from '../../../promise-page';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const recap = `/recap/${event.params.token}`;
	const address = `${recap}/promises/${event.params.promise}`;
	return {
		page: await openPromise(event, { recap: event.params.token }),
		recap,
		address,
		link: `${event.url.origin}${address}`
	};
};

export const actions: Actions = {
	default: (event) => answerPromise(event, { recap: event.params.token })
};

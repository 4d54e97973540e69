import { recapAddress } from '$lib/content/addresses';
import { openRecap } from '../open-recap';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const recap = await openRecap(event, { recap: event.params.token });
	const { token } = event.params;
	// Programs read the ledger from the file; nobody reads it here.
	return {
		recap: recap && { ...recap, ledger: [] },
		address: `/recap/${token}`,
		link: recapAddress(event.url.origin, token)
	};
};

import { readPlaceKey } from '$lib/domain/round/place-key';
import type { PageServerLoad } from './$types';

/** More pages than this are printed in several goes. */
const SHEETS = 100;

export const load: PageServerLoad = async ({ parent, url }) => {
	const { places } = await parent();
	const asked = readPlaceKey(url.searchParams.get('place') ?? '');
	const printable = places
		.filter(({ token }) => token !== null)
		.filter(({ teamId, lens }) => !asked || (teamId === asked.teamId && lens === asked.lens));

	const from = Number(url.searchParams.get('from')) || 1;
	const first = Math.min(Math.max(1, Math.trunc(from)), Math.max(1, printable.length));
	return {
		first,
		total: printable.length,
		sheets: printable.slice(first - 1, first - 1 + SHEETS),
		next: first + SHEETS <= printable.length ? first + SHEETS : null,
		previous: first > 1 ? Math.max(1, first - SHEETS) : null
	};
};

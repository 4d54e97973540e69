import { workshopRefusalWords } from '$lib/content/workshop-refusals';
import { lookAtJoinCode } from '$lib/server/use-cases/look-at-join-code';
import { workshopPath } from '$lib/server/workshop-requests';
import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Finds the workshop of a code; a wrong one is shown again with what is wrong. */
export const load: PageServerLoad = async ({ locals, url, getClientAddress, setHeaders }) => {
	setHeaders({ 'cache-control': 'private, no-store' });
	const code = url.searchParams.get('code')?.trim() ?? '';
	if (code === '') return { code, problem: undefined };
	const context = await locals.context();
	const looked = await lookAtJoinCode(context, { code, address: getClientAddress() });
	if (looked.refusal !== null) return { code, problem: workshopRefusalWords(looked.refusal) };
	redirect(303, `${workshopPath(looked.door.workshopId)}?code=${encodeURIComponent(code)}`);
};

import { joinAddress, joinPageAddress, recapAddress } from '$lib/content/addresses';
import { workshopDimensions } from '$lib/content/workshop-dimensions';
import { workshopRefusalWords } from '$lib/content/workshop-refusals';
import { opened } from '$lib/server/access/workshop-access';
import { recapToken } from '$lib/server/access/workshop-tokens';
import { showWorkshop } from '$lib/server/use-cases/show-workshop';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const context = await locals.context();
	const workshop = await opened(context.db.read, params.token, 'present');
	if (!workshop) error(404, workshopRefusalWords('no-such-workshop'));
	const shown = await showWorkshop(context, workshop.id, { isFacilitatorHere: true });
	const view = shown!.views.presenter;
	return {
		view,
		dimensions: workshopDimensions(view),
		joinPlace: joinPageAddress(url.host),
		joinAddress: view.code && joinAddress(url.origin, view.code),
		recap: recapAddress(url.origin, recapToken(params.token)),
		isLight: url.searchParams.has('light')
	};
};

import { joinAddress, presentAddress, recapAddress } from '$lib/content/addresses';
import { workshopDimensions } from '$lib/content/workshop-dimensions';
import { dayOf } from '$lib/domain/round/round';
import { facilitating } from '$lib/server/access/workshop-access';
import { showWorkshop } from '$lib/server/use-cases/show-workshop';
import { showWorkshopLinks } from '$lib/server/use-cases/workshop-links';
import { workshopRefusalWords } from '$lib/content/workshop-refusals';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const context = await locals.context();
	const opened = await facilitating(context.db.read, params.token);
	const links = await showWorkshopLinks(context, params.token);
	if (opened.refusal !== null || links.refusal !== null)
		error(404, workshopRefusalWords('no-such-workshop'));
	const shown = await showWorkshop(context, opened.workshop.id, { isFacilitatorHere: true });
	const view = shown!.views.facilitator;
	return {
		view,
		dimensions: workshopDimensions(view),
		today: dayOf(context.now()),
		links: {
			join: links.code && joinAddress(url.origin, links.code),
			present: presentAddress(url.origin, links.present),
			recap: recapAddress(url.origin, links.recap),
			isOwner: links.isOwner,
			hasCoFacilitator: links.hasCoFacilitator
		}
	};
};

import { workshopRefusalWords } from '$lib/content/workshop-refusals';
import { facilitating } from '$lib/server/access/workshop-access';
import { showWorkshop } from '$lib/server/use-cases/show-workshop';
import { showWorkshopLinks } from '$lib/server/use-cases/workshop-links';
import { statusOf } from '$lib/server/workshop-requests';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** The links of a workshop, for whoever may facilitate it. */
export const load: PageServerLoad = async ({ locals, params, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'private, no-store' });
	const context = await locals.context();
	const opened = await facilitating(context.db.read, params.token);
	const links = await showWorkshopLinks(context, params.token);
	if (opened.refusal !== null || links.refusal !== null)
		error(statusOf('no-such-workshop'), workshopRefusalWords('no-such-workshop'));
	const shown = await showWorkshop(context, opened.workshop.id, { isFacilitatorHere: true });
	const { organization, team, stage } = shown!.views.facilitator;
	return {
		origin: url.origin,
		token: params.token,
		organization,
		team,
		isNew: stage === 'lobby',
		present: links.present,
		code: links.code
	};
};

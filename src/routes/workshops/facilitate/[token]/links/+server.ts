import { showWorkshopLinks } from '$lib/server/use-cases/workshop-links';
import { done, refused } from '$lib/server/workshop-requests';
import type { RequestHandler } from './$types';

/** The secrets of the links that the facilitator hands out. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const shown = await showWorkshopLinks(await locals.context(), params.token);
	return shown.refusal === null ? done(shown) : refused(shown.refusal);
};

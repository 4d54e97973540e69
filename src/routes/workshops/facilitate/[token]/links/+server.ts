import { renewSharedLinks, showWorkshopLinks } from '$lib/server/use-cases/workshop-links';
import { done, refused } from '$lib/server/workshop-requests';
import type { RequestHandler } from './$types';

/** The secrets of the links that the facilitator hands out. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const shown = await showWorkshopLinks(await locals.context(), params.token);
	return shown.refusal === null ? done(shown) : refused(shown.refusal);
};

/** Makes new links for the shared screen and the recap; the ones before open nothing any more. */
export const POST: RequestHandler = async ({ locals, params }) => {
	const context = await locals.context();
	if (!context.limits.mayWrite(params.token)) return refused('too-many-writes');
	const renewed = await renewSharedLinks(context, params.token);
	return renewed.refusal === null ? done(renewed) : refused(renewed.refusal);
};

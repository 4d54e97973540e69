import {
	renewCoFacilitatorLink,
	revokeCoFacilitatorLink
} from '$lib/server/use-cases/workshop-links';
import { done, outcome, refused } from '$lib/server/workshop-requests';
import type { RequestHandler } from './$types';

/** Makes a link for a co-facilitator; the one before opens nothing any more. */
export const POST: RequestHandler = async ({ locals, params }) => {
	const renewed = await renewCoFacilitatorLink(await locals.context(), params.token);
	return renewed.refusal === null ? done({ token: renewed.token }) : refused(renewed.refusal);
};

/** Takes the co-facilitator's link back. */
export const DELETE: RequestHandler = async ({ locals, params }) =>
	outcome(await revokeCoFacilitatorLink(await locals.context(), params.token));

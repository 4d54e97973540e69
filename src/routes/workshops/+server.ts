import { newWorkshopSchema } from '$lib/domain/workshop/new-workshop';
import { createWorkshop } from '$lib/server/use-cases/create-workshop';
import { done, readBody, refused, refusedByRound } from '$lib/server/workshop-requests';
import type { RequestHandler } from './$types';

/** Plans a workshop; answers with its code and the secrets of its links. */
export const POST: RequestHandler = async (event) => {
	const context = await event.locals.context();
	if (!context.limits.mayCreate(event.getClientAddress())) return refused('too-many-created');
	const read = await readBody(event, newWorkshopSchema);
	if ('response' in read) return read.response;

	const created = await createWorkshop(context, read.body);
	return created.refusal === null ? done(created) : refusedByRound(created.refusal);
};

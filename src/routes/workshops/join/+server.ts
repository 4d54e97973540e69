import { z } from 'zod';
import { aliasSchema } from '$lib/domain/workshop/new-workshop';
import { joinWorkshop } from '$lib/server/use-cases/join-workshop';
import { done, keepSeat, readBody, refused, workshopPath } from '$lib/server/workshop-requests';
import type { RequestHandler } from './$types';

const joinSchema = z.object({ code: z.string().max(40), alias: aliasSchema.default(null) });

/** Takes a seat: the key stays in a cookie, the answer says where to go. */
export const POST: RequestHandler = async (event) => {
	const read = await readBody(event, joinSchema);
	if ('response' in read) return read.response;

	const context = await event.locals.context();
	const joined = await joinWorkshop(context, { ...read.body, address: event.getClientAddress() });
	if (joined.refusal !== null) return refused(joined.refusal);
	keepSeat(event.cookies, joined, event.url.protocol === 'https:');
	return done({ workshopId: joined.workshopId, path: workshopPath(joined.workshopId) });
};

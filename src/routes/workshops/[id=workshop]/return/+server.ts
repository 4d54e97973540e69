import { z } from 'zod';
import { returnToSeat } from '$lib/server/use-cases/join-workshop';
import { done, keepSeat, readBody, refused } from '$lib/server/workshop-requests';
import type { RequestHandler } from './$types';

const returnSchema = z.object({ recoveryCode: z.string().max(80) });

/** Brings somebody back to their seat on another device. */
export const POST: RequestHandler = async (event) => {
	const read = await readBody(event, returnSchema);
	if ('response' in read) return read.response;

	const context = await event.locals.context();
	const { recoveryCode } = read.body;
	const [workshopId, address] = [event.params.id, event.getClientAddress()];
	const joined = await returnToSeat(context, { workshopId, recoveryCode, address });
	if (joined.refusal !== null) return refused(joined.refusal);
	keepSeat(event.cookies, joined, event.url.protocol === 'https:');
	return done();
};

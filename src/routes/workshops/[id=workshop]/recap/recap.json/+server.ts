import { recapAnswer, seatOf } from '$lib/server/workshop-requests';
import type { RequestHandler } from './$types';

/** The recap for programs, for somebody who took part, from the end of the workshop on. */
export const GET: RequestHandler = async (event) =>
	recapAnswer(await event.locals.context(), seatOf(event, event.params.id));

import { recapAnswer } from '$lib/server/workshop-requests';
import type { RequestHandler } from './$types';

/** The recap for programs, with the ledger, from the end of the workshop on. */
export const GET: RequestHandler = async ({ locals, params }) =>
	recapAnswer(await locals.context(), { recap: params.token });

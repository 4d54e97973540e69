import { text } from '@sveltejs/kit';
import { whyNotReady } from '$lib/server/operations/readiness';
import type { RequestHandler } from './$types';

const words = { stopping: 'stopping\n', storage: 'storage does not answer\n' };

/** This process can work: a proxy sends requests elsewhere while it cannot. */
export const GET: RequestHandler = async ({ locals }) => {
	const why = await whyNotReady(locals.context);
	const headers = { 'cache-control': 'no-store' };
	return why ? text(words[why], { status: 503, headers }) : text('ready\n', { headers });
};

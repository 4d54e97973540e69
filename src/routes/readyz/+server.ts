import { text } from '@sveltejs/kit';
import { whyNotReady } from '$lib/server/operations/readiness';
import type { RequestHandler } from './$types';

const words = {
	stopping: 'stopping\n',
	'storage-unavailable': 'storage does not answer\n',
	'storage-locked': 'storage is kept busy by somebody else\n',
	'storage-full': 'storage is full: what is there can be read, nothing can be written\n',
	'storage-read-only': 'storage is read-only: what is there can be read, nothing can be written\n'
};

/** This process can work: a proxy sends requests elsewhere while it cannot. */
export const GET: RequestHandler = async ({ locals }) => {
	const why = await whyNotReady(locals.context);
	const headers = { 'cache-control': 'no-store' };
	return why ? text(words[why], { status: 503, headers }) : text('ready\n', { headers });
};

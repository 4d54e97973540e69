import { analysisJsonSchema } from '$lib/domain/analysis/analysis';
import type { RequestHandler } from './$types';

/** The published form of an analysis. */
export const GET: RequestHandler = () =>
	new Response(JSON.stringify(analysisJsonSchema()), {
		headers: { 'content-type': 'application/schema+json' }
	});

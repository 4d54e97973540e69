import { openapi } from '$lib/server/api/openapi';
import type { RequestHandler } from './$types';

/** Describes the API, from the same schemas that check requests. */
export const GET: RequestHandler = () => Response.json(openapi());

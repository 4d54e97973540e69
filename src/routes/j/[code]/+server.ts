import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Short enough to dictate: leads to the door that the code opens. */
export const GET: RequestHandler = ({ params }) =>
	redirect(303, `/join?code=${encodeURIComponent(params.code)}`);

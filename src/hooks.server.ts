import { baseLocale, getTextDirection } from '$lib/paraglide/runtime';
import type { Handle } from '@sveltejs/kit';

export const handle: Handle = async ({ event, resolve }) => {
	const response = await resolve(event, {
		transformPageChunk: ({ html }) =>
			html.replace('%lang%', baseLocale).replace('%dir%', getTextDirection(baseLocale))
	});
	return response;
};

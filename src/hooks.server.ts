import { baseLocale, getTextDirection } from '$lib/paraglide/runtime';
import type { Handle, HandleServerError } from '@sveltejs/kit';

export const handle: Handle = async ({ event, resolve }) => {
	const response = await resolve(event, {
		transformPageChunk: ({ html }) =>
			html.replace('%lang%', baseLocale).replace('%dir%', getTextDirection(baseLocale))
	});
	for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
	return response;
};

/** Logs a fault under an id that the page shows too. The address may hold a secret link, so only the route is logged. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status === 404) return { message };
	const id = crypto.randomUUID();
	console.error(`error ${id} ${event.request.method} ${event.route.id ?? '(no route)'}`, error);
	return { message, id };
};

const securityHeaders = {
	'cross-origin-opener-policy': 'same-origin',
	'permissions-policy': 'camera=(), geolocation=(), microphone=()',
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY'
};

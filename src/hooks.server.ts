import { env } from '$env/dynamic/private';
import { storageWords } from '$lib/content/storage-words';
import { baseLocale, getTextDirection } from '$lib/paraglide/runtime';
import { isFromElsewhere } from '$lib/server/cross-site';
import { lazyContext } from '$lib/server/lazy-context';
import { slowedDown } from '$lib/server/link-guesses';
import * as m from '$lib/paraglide/messages';
import { createReportRenderer, type ReportRenderer } from '$lib/server/report/renderer';
import { readSettings } from '$lib/server/settings';
import { storageProblemOf } from '$lib/server/database/storage-problem';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';

const RETRY_AFTER_SECONDS = '60';
let context: ReturnType<typeof lazyContext>;
let reports: ReportRenderer;

export const init: ServerInit = () => {
	const settings = readSettings(env);
	context = lazyContext(settings);
	reports = createReportRenderer({ workers: settings.reportWorkers ?? undefined });
	// The server lets running requests end first; then nothing is left to write.
	process.once('sveltekit:shutdown', () => {
		void context.close();
		void reports.close();
	});
	// Streams never end by themselves, so they end when the process is asked to stop, before it waits for requests.
	process.once('holoscope:stopping', () => void context.stopStreams());
};

export const handle: Handle = async ({ event, resolve }) => {
	if (isFromElsewhere(event.request)) return new Response('Cross-site request', { status: 403 });
	event.locals.context = context.open;
	event.locals.reports = reports;
	const resolved = await resolve(event, {
		transformPageChunk: ({ html }) =>
			html.replace('%lang%', baseLocale).replace('%dir%', getTextDirection(baseLocale))
	});
	const answered = event.locals.problem ? unavailable(resolved) : resolved;
	const response = await slowedDown(
		answered,
		{
			routeId: event.route.id,
			isDataRequest: event.isDataRequest,
			address: () => event.getClientAddress()
		},
		async () => (await context.open()).limits,
		m.round_too_many_links
	);
	for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
	if (event.route.id?.startsWith('/answer/')) response.headers.set('cache-control', 'no-store');
	return response;
};

/** Logs a fault under an id that the page shows too. The address may hold a secret link, so only the route is logged. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status === 404) return { message };
	const id = crypto.randomUUID();
	console.error(`error ${id} ${event.request.method} ${event.route.id ?? '(no route)'}`, error);
	const problem = storageProblemOf(error);
	if (!problem) return { message, id };
	event.locals.problem = problem;
	return { message: storageWords[problem](), id, problem };
};

/** The same answer, as an outage: worth another try, and nobody's mistake. */
function unavailable({ body, headers }: Response): Response {
	const response = new Response(body, { status: 503, headers });
	response.headers.set('retry-after', RETRY_AFTER_SECONDS);
	return response;
}

const securityHeaders = {
	'cross-origin-opener-policy': 'same-origin',
	'permissions-policy': 'camera=(), geolocation=(), microphone=()',
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY'
};

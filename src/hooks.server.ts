import { env } from '$env/dynamic/private';
import { storageWords } from '$lib/content/storage-words';
import { turnedAwayWords } from '$lib/content/turned-away-words';
import { baseLocale, getTextDirection } from '$lib/paraglide/runtime';
import { isFromElsewhere } from '$lib/server/cross-site';
import { isImpossible } from '$lib/server/impossible-address';
import { lazyContext } from '$lib/server/lazy-context';
import { isFormTooLarge } from '$lib/server/form-limit';
import { slowedDown } from '$lib/server/link-guesses';
import { turnAway } from '$lib/server/turn-away';
import { log } from '$lib/server/operations/log';
import { countError, countRequest, startMetrics } from '$lib/server/operations/metrics';
import { beginStopping, doubtStorage } from '$lib/server/operations/readiness';
import { createReportRenderer, type ReportRenderer } from '$lib/server/report/renderer';
import { securityHeaders } from '$lib/server/security-headers';
import { readSettings } from '$lib/server/settings';
import { storageProblemOf } from '$lib/server/database/storage-problem';
import { isUnreadableForm } from '$lib/server/unreadable-form';
import { isHasty } from '$lib/server/write-pace';
import { deviceKeyIn } from './routes/answer/[key]/device-cookie';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';

const RETRY_AFTER_SECONDS = '60';
let context: ReturnType<typeof lazyContext>;
let reports: ReportRenderer;
let headers: Record<string, string>;

export const init: ServerInit = () => {
	const settings = readSettings(env);
	context = lazyContext(settings);
	reports = createReportRenderer({ workers: settings.reportWorkers ?? undefined });
	headers = securityHeaders(env.ORIGIN);
	startMetrics({ streams: context.streams });
	context.openIfThere();
	// The server lets running requests end first; then nothing is left to write.
	process.once('sveltekit:shutdown', () => {
		void context.close();
		void reports.close();
	});
	process.once('holoscope:draining', beginStopping);
	// Streams never end by themselves, so they end when the process is asked to stop, before it waits for requests.
	process.once('holoscope:stopping', () => void context.stopStreams());
};

/** Forms that work without script; their addresses hold no secret (decision 73). */
const sendsOrigin = ['/join', '/workshops/new', '/workshops/[id=workshop]'];

export const handle: Handle = async ({ event, resolve }) => {
	const began = performance.now();
	event.locals.requestId = crypto.randomUUID();
	const response = isFromElsewhere(event.request)
		? new Response('Cross-site request', { status: 403 })
		: await answer(event, resolve);
	for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
	if (sendsOrigin.includes(event.route.id ?? ''))
		response.headers.set('referrer-policy', 'same-origin');
	response.headers.set('x-request-id', event.locals.requestId);
	note(event, response.status, performance.now() - began);
	return event.request.method === 'HEAD' ? headOf(response) : response;
};

const answer: (
	event: RequestEvent,
	resolve: Parameters<Handle>[0]['resolve']
) => Promise<Response> = async (event, resolve) => {
	if (isImpossible(event.params)) return new Response('Not found', { status: 404 });
	event.locals.context = context.open;
	event.locals.reports = reports;
	if (await isFormTooLarge(event))
		return turnAway(event, 'form-too-large', turnedAwayWords['form-too-large']());
	if (await isTooFast(event))
		return turnAway(event, 'too-many-writes', turnedAwayWords['too-many-writes'](), {
			'retry-after': '10'
		});
	const resolved = await resolve(event, {
		transformPageChunk: ({ html }) =>
			html.replace('%lang%', baseLocale).replace('%dir%', getTextDirection(baseLocale))
	});
	if (event.locals.isUnreadable)
		return turnAway(event, 'form-unreadable', turnedAwayWords['form-unreadable']());
	const answered = event.locals.problem ? unavailable(resolved) : resolved;
	const response = await slowedDown(
		answered,
		{
			routeId: event.route.id,
			isDataRequest: event.isDataRequest,
			address: () => event.getClientAddress()
		},
		async () => (await context.open()).limits,
		(seconds) =>
			turnAway(event, 'too-many-links', turnedAwayWords['too-many-links'](), {
				'retry-after': String(seconds)
			})
	);
	if (event.route.id?.startsWith('/answer/')) response.headers.set('cache-control', 'no-store');
	return response;
};

function isTooFast({ request, route, params, cookies }: RequestEvent): Promise<boolean> {
	return isHasty(
		{
			method: request.method,
			routeId: route.id,
			key: (params as { key?: string }).key,
			device: () => deviceKeyIn(cookies)
		},
		async () => (await context.open()).limits
	);
}

/** Logs a fault under the request's id, which the page shows too. The address may hold a secret link, so only the route is logged. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
	// No fault of ours; and of an address that cannot be read, the error quotes all of it.
	if (status < 500) return { message };
	if (isUnreadableForm(error)) {
		event.locals.isUnreadable = true;
		return { message };
	}
	const id = event.locals.requestId;
	const problem = storageProblemOf(error);
	countError(problem ?? 'fault');
	log.error({ ...about(event), err: error, problem }, 'a request failed');
	if (!problem) return { message, id };
	doubtStorage();
	event.locals.problem = problem;
	return { message: storageWords[problem](), id, problem };
};

/** Without a body; a stream that nobody reads would never end. */
function headOf(response: Response): Response {
	void response.body?.cancel();
	return new Response(null, response);
}

/** The same answer, as an outage: worth another try, and nobody's mistake. */
function unavailable({ body, headers: kept }: Response): Response {
	const response = new Response(body, { status: 503, headers: kept });
	response.headers.set('retry-after', RETRY_AFTER_SECONDS);
	return response;
}

function note(event: RequestEvent, status: number, ms: number): void {
	const { route, method } = about(event);
	countRequest({ route, method, status }, ms / 1000);
	log.debug({ ...about(event), status, ms: Math.round(ms) }, 'answered');
}

function about({ locals, request, route }: RequestEvent) {
	return { requestId: locals.requestId, method: request.method, route: route.id };
}

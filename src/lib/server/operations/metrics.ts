import { collectDefaultMetrics, Counter, Gauge, Histogram, register } from 'prom-client';

// The development server reads this file again whenever it starts anew.
register.clear();

/** What an operator's graphs need. Routes are patterns, never addresses; nothing here comes from an answer. */
const requests = new Histogram({
	name: 'holoscope_http_request_seconds',
	help: 'How long requests took until their answer began, by route, method and status.',
	labelNames: ['route', 'method', 'status'],
	buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
});

const failures = new Counter({
	name: 'holoscope_errors_total',
	help: 'Requests that failed by a fault of ours or of the storage.',
	labelNames: ['kind']
});

const STREAMS = 'holoscope_event_streams';
let openStreams = () => 0;

/** Counts one answered request; `seconds` until the answer began, since a stream's has no end. */
export function countRequest(
	{ route, method, status }: { route: string | null; method: string; status: number },
	seconds: number
): void {
	requests.observe({ route: route ?? 'none', method: knownMethod(method), status }, seconds);
}

export function countError(kind: string): void {
	failures.inc({ kind });
}

/** Starts what is measured at each reading. `streams` tells how many event streams are open. */
export function startMetrics({ streams }: { streams: () => number }): void {
	openStreams = streams;
	// The development server also starts anew without reading this file again.
	if (register.getSingleMetric(STREAMS)) return;
	collectDefaultMetrics();
	new Gauge({
		name: STREAMS,
		help: 'Open event streams of live workshops.',
		collect() {
			this.set(openStreams());
		}
	});
}

/** Anybody can make up a method; a label for each would fill the memory. */
function knownMethod(method: string): string {
	return ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].includes(method)
		? method
		: 'other';
}

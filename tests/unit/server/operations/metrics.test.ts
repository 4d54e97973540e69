import { register } from 'prom-client';
import { expect, test, vi } from 'vitest';
import { countError, countRequest, startMetrics } from '$lib/server/operations/metrics';

test('metrics tell routes, never addresses, and what the process is doing', async () => {
	startMetrics({ streams: () => 17 });
	countRequest({ route: '/answer/[key]', method: 'GET', status: 200 }, 0.02);
	countRequest({ route: null, method: 'BREW', status: 404 }, 0.001);
	countError('storage-full');

	const text = await register.metrics();

	expect(text).toContain(
		'holoscope_http_request_seconds_count{route="/answer/[key]",method="GET",status="200"} 1'
	);
	expect(text).toContain('{route="none",method="other",status="404"} 1');
	expect(text).toContain('holoscope_errors_total{kind="storage-full"} 1');
	expect(text).toContain('holoscope_event_streams 17');
	expect(text).toContain('process_resident_memory_bytes');
});

test('metrics are those of the server that started last: a development server starts again at each change', async () => {
	startMetrics({ streams: () => 17 });
	startMetrics({ streams: () => 3 });

	expect(await register.metrics()).toContain('holoscope_event_streams 3');
});

test('metrics start anew where this file is read again, and where it is not', async () => {
	vi.resetModules();
	const again = await import('$lib/server/operations/metrics');
	again.startMetrics({ streams: () => 5 });
	again.startMetrics({ streams: () => 6 });
	again.countError('fault');

	const text = await register.metrics();
	expect(text).toContain('holoscope_event_streams 6');
	expect(text).toContain('holoscope_errors_total{kind="fault"} 1');
});

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { createReportRenderer } from '../../src/lib/server/report/renderer.ts';
import { teamReports } from '../../src/lib/server/report/team-reports.ts';
import { zipStream } from '../../src/lib/server/report/zip-stream.ts';
import { manyTeams } from '../support/results.ts';

/**
 * All team reports of an organization as one ZIP, from a process that has just started, and what another request to the
 * same process waits meanwhile. The reader and the other requests come from a thread of their own.
 *
 *     node tests/bench/report-zip.ts [teams]
 */
const [teams = 200] = process.argv.slice(2).map(Number);
const DAY = '2026-11-20';

/** Takes the ZIP, and asks for something small every 20 ms meanwhile. */
const readerScript = `
	const { parentPort, workerData } = require('node:worker_threads');
	(async () => {
		const start = performance.now();
		let first = 0, size = 0, isOver = false;
		const waits = [];
		const others = (async () => {
			while (!isOver) {
				const asked = performance.now();
				await (await fetch(workerData + '/')).text();
				waits.push(performance.now() - asked);
				await new Promise((done) => setTimeout(done, 20));
			}
		})();
		for await (const chunk of (await fetch(workerData + '/reports.zip')).body) {
			first ||= performance.now() - start;
			size += chunk.length;
		}
		const total = performance.now() - start;
		isOver = true;
		await others;
		parentPort.postMessage({ total, first, size, waits });
	})();`;

const reports = createReportRenderer({ workers: 2 });
const server = createServer((request, response) => {
	if (request.url !== '/reports.zip') return void response.end('here');
	const files = teamReports(reports, { results: manyTeams(teams), day: DAY, paper: 'a4' });
	Readable.fromWeb(zipStream(files, DAY) as WebStream).pipe(response);
}).listen(0, '127.0.0.1');
await once(server, 'listening');

let peak = 0;
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
const reader = new Worker(readerScript, {
	eval: true,
	workerData: `http://127.0.0.1:${(server.address() as AddressInfo).port}`
});
const [{ total, first, size, waits }] = (await once(reader, 'message')) as [Measured];
clearInterval(watch);
await pause(0);

const at = (share: number) => waits.toSorted((a, b) => a - b)[Math.floor(waits.length * share)]!;
console.log(
	`${teams} team reports in one ZIP of ${(size / 1e6).toFixed(1)} MB, two workers, cold:`
);
console.log(`  first byte       ${first.toFixed(0)} ms`);
console.log(`  total            ${(total / 1000).toFixed(1)} s`);
console.log(`  peak RSS         ${(peak / 1e6).toFixed(0)} MB (with the reader's thread)`);
console.log(`  another request  p50 ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms`);
await reports.close();
server.close();
server.closeAllConnections();

interface Measured {
	total: number;
	first: number;
	size: number;
	/** Milliseconds that each other request took. */
	waits: number[];
}

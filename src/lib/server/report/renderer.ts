import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ReportDocument } from '../../content/report/document.ts';
import { findWorkerFile } from './worker-file.ts';
import type { WorkerAnswer } from './worker.ts';

/** Why there is no file: too much to do, too long, too big, or a text that cannot be set. */
export type RenderRefusal = 'queue-full' | 'too-slow' | 'too-large' | 'unprintable' | 'closed';

export type Rendered = { ok: true; pdf: Uint8Array } | { ok: false; refusal: RenderRefusal };

export interface ReportRenderer {
	render(report: ReportDocument): Promise<Rendered>;
	/** Ends the workers; reports under way are refused. */
	close(): Promise<void>;
}

interface RendererOptions {
	workers?: number;
	/** How many reports may wait for a worker. */
	queueLength?: number;
	timeLimitMs?: number;
	/** In characters of all its texts, as JSON. */
	largest?: number;
	createWorker?: () => Worker;
}

interface Job {
	report: ReportDocument;
	done: (outcome: Rendered) => void;
}

interface Seat {
	worker: Worker | null;
	isBusy: boolean;
}

/** A typical report is 60,000 characters; an hour-long one would be a few million. */
const LARGEST = 1_000_000;
/** Starting a worker loads fonts and code, which the first report's limit must leave room for. */
const TIME_LIMIT_MS = 20_000;
const QUEUE_LENGTH = 32;
/** Keeps the collector of each thread from letting garbage pile up. */
const HEAP = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 2 };

/**
 * Turns reports into PDF files in worker threads, which start with the first report. A worker that takes
 * too long, or dies, is replaced; its report is refused.
 */
export function createReportRenderer({
	workers = Math.min(2, availableParallelism()),
	queueLength = QUEUE_LENGTH,
	timeLimitMs = TIME_LIMIT_MS,
	largest = LARGEST,
	createWorker = startWorker
}: RendererOptions = {}): ReportRenderer {
	const seats: Seat[] = Array.from({ length: workers }, () => ({ worker: null, isBusy: false }));
	const waiting: Job[] = [];
	let isClosed = false;

	function next(): void {
		const seat = seats.find(({ isBusy }) => !isBusy);
		const job = seat && waiting.shift();
		if (seat && job) void work(seat, job);
	}

	async function work(seat: Seat, { report, done }: Job): Promise<void> {
		seat.isBusy = true;
		seat.worker ??= createWorker();
		const outcome = await answerOf(seat.worker, report, timeLimitMs);
		if (!outcome.isAlive) {
			void seat.worker.terminate();
			seat.worker = null;
		} else {
			// An idle worker does not keep the process alive.
			seat.worker.unref();
		}
		seat.isBusy = false;
		done(outcome.rendered);
		next();
	}

	return {
		render(report) {
			if (isClosed) return refused('closed');
			if (JSON.stringify(report).length > largest) return refused('too-large');
			if (waiting.length >= queueLength) return refused('queue-full');
			return new Promise((done) => {
				waiting.push({ report, done });
				next();
			});
		},
		async close() {
			isClosed = true;
			for (const { done } of waiting.splice(0)) done({ ok: false, refusal: 'closed' });
			await Promise.all(seats.map(({ worker }) => worker?.terminate()));
		}
	};
}

function startWorker(): Worker {
	return new Worker(findWorkerFile(), {
		resourceLimits: HEAP,
		// Charts are measured with our own font; listing the host's takes time and memory.
		env: { ...process.env, DISABLE_SYSTEM_FONTS_LOAD: '1' }
	});
}

function refused(refusal: RenderRefusal): Promise<Rendered> {
	return Promise.resolve({ ok: false, refusal });
}

/** What comes first: the worker's answer, its end, or the end of the time it has. */
function answerOf(
	worker: Worker,
	report: ReportDocument,
	timeLimitMs: number
): Promise<{ rendered: Rendered; isAlive: boolean }> {
	return new Promise((resolve) => {
		const settle = (rendered: Rendered, isAlive: boolean) => {
			clearTimeout(timer);
			worker.off('message', onMessage).off('error', onError).off('exit', onExit);
			// A worker that fails after it was given up would end the process without a listener.
			if (!isAlive) worker.on('error', () => undefined);
			resolve({ rendered, isAlive });
		};
		const onMessage = ({ pdf }: WorkerAnswer) =>
			settle(pdf ? { ok: true, pdf } : { ok: false, refusal: 'unprintable' }, true);
		const onError = () => settle({ ok: false, refusal: 'unprintable' }, false);
		const onExit = () => settle({ ok: false, refusal: 'closed' }, false);
		const timer = setTimeout(() => settle({ ok: false, refusal: 'too-slow' }, false), timeLimitMs);

		worker.ref();
		worker.once('message', onMessage).once('error', onError).once('exit', onExit);
		worker.postMessage(report);
	});
}

import { parentPort } from 'node:worker_threads';
import type { ReportDocument } from '../../content/report/document.ts';
import { createTypesetter } from './typesetter.ts';

/** Runs in a thread of its own: takes one report at a time and answers with the file. */
export interface WorkerAnswer {
	pdf?: Uint8Array;
	problem?: string;
}

const typesetter = createTypesetter();

parentPort!.on('message', (report: ReportDocument) => {
	const outcome: WorkerAnswer = typesetter.typeset(report);
	// Copied out of the compiler's memory, then moved to the other thread without another copy.
	const pdf = outcome.pdf && new Uint8Array(outcome.pdf);
	parentPort!.postMessage({ ...outcome, pdf }, pdf ? [pdf.buffer] : []);
});

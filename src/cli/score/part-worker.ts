import { parentPort, workerData } from 'node:worker_threads';
import { PartReader, type PartRead, type Plan } from './part-reader.ts';
import type { ViewCounted } from './sheet-reader.ts';

/** What a thread answers with once nothing is left to read. */
export interface ShareRead {
	parts: PartRead[];
	views: ViewCounted[];
}

const reader = new PartReader(workerData as Plan);
reader.readAll();
const views = reader.sheets.counted();
parentPort!.postMessage({ parts: reader.parts, views } satisfies ShareRead);

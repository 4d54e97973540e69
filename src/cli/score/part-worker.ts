import { parentPort } from 'node:worker_threads';
import { keepCompiled } from './compile-cache.ts';
import type { PartRead, Plan } from './part-reader.ts';
import type { ViewCounted } from './sheet-reader.ts';

/** What a thread answers with once nothing is left to read. */
export interface ShareRead {
	parts: PartRead[];
	views: ViewCounted[];
}

keepCompiled();
const { PartReader } = await import('./part-reader.ts');

// The thread starts before anybody knows what to read, so that its modules are loaded by then.
parentPort!.once('message', (plan: Plan) => {
	const reader = new PartReader(plan);
	reader.readAll();
	const views = reader.sheets.counted();
	parentPort!.postMessage({ parts: reader.parts, views } satisfies ShareRead);
});

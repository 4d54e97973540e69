import { parentPort, workerData } from 'node:worker_threads';
import type { Lens } from '../../lib/domain/instrument/instrument.ts';
import type { Counted } from '../../lib/domain/scoring/tally.ts';
import { PartReader, type PartRead, type Plan } from './part-reader.ts';

/** What a thread answers with once nothing is left to read. */
export interface ShareRead {
	parts: PartRead[];
	lenses: { lens: Lens; tally: Counted }[];
}

const reader = new PartReader(workerData as Plan);
reader.readAll();
const lenses = reader.sheets.counted().map(({ lens, tally }) => ({ lens, tally: tally.counted() }));
parentPort!.postMessage({ parts: reader.parts, lenses } satisfies ShareRead);

import type { Sheet } from '../domain/sheet.ts';
import type { Contents, DraftRecord, KeptSheet } from './records.ts';

/** One way of keeping what the person types: on the disk, or in this tab's memory. */
export interface Keeping {
	contents(): Promise<Contents>;
	start(draft: DraftRecord): Promise<void>;
	answer(draftId: string, itemId: string, value: number | null): Promise<void>;
	goTo(draftId: string, place: number): Promise<void>;
	finish(draftId: string, day: string): Promise<KeptSheet>;
	discard(draftId: string): Promise<void>;
	keep(id: string, sheet: Sheet): Promise<KeptSheet>;
	remove(id: string): Promise<void>;
	clear(): Promise<void>;
}

/** The draft was finished, replaced or deleted in the meantime, in another tab for instance. */
export class DraftGone extends Error {
	constructor(draftId: string) {
		super(`There is no draft “${draftId}” any more.`);
		this.name = 'DraftGone';
	}
}

import type { Sheet } from '../domain/sheet.ts';
import { DraftGone, type Keeping } from './keeping.ts';
import {
	byDay,
	isSameSheet,
	type Contents,
	type Draft,
	type DraftRecord,
	type KeptSheet
} from './records.ts';

/** Keeps everything for as long as the tab is open. */
export class MemoryKeeping implements Keeping {
	#contents: Contents = { draft: undefined, history: [], unreadable: 0 };

	/** Takes over what was read elsewhere. */
	reflect(contents: Contents): void {
		this.#contents = contents;
	}

	async contents(): Promise<Contents> {
		return this.#contents;
	}

	async start(draft: DraftRecord): Promise<void> {
		this.#change({ draft: { ...draft, answers: {} } });
	}

	async answer(draftId: string, itemId: string, value: number | null): Promise<void> {
		const draft = this.#get(draftId);
		this.#change({ draft: { ...draft, answers: { ...draft.answers, [itemId]: value } } });
	}

	async goTo(draftId: string, place: number): Promise<void> {
		this.#change({ draft: { ...this.#get(draftId), place } });
	}

	async finish(draftId: string, day: string): Promise<KeptSheet> {
		const finished = this.#contents.history.find(({ id }) => id === draftId);
		if (finished) return finished;

		const sheet = finishedSheet(this.#get(draftId), day);
		this.#change({ draft: undefined, history: byDay([...this.#contents.history, sheet]) });
		return sheet;
	}

	async discard(draftId: string): Promise<void> {
		if (this.#contents.draft?.id === draftId) this.#change({ draft: undefined });
	}

	async keep(id: string, sheet: Sheet): Promise<KeptSheet> {
		const known = this.#contents.history.find((kept) => isSameSheet(kept, sheet));
		if (known) return known;

		const kept = { ...sheet, id };
		this.#change({ history: byDay([...this.#contents.history, kept]) });
		return kept;
	}

	async remove(id: string): Promise<void> {
		this.#change({ history: this.#contents.history.filter((sheet) => sheet.id !== id) });
	}

	async clear(): Promise<void> {
		this.reflect({ draft: undefined, history: [], unreadable: 0 });
	}

	#get(draftId: string): Draft {
		const { draft } = this.#contents;
		if (draft?.id !== draftId) throw new DraftGone(draftId);
		return draft;
	}

	#change(part: Partial<Contents>): void {
		this.#contents = { ...this.#contents, ...part };
	}
}

/** The draft as a sheet: where the person was no longer matters. */
export function finishedSheet(draft: Draft, day: string): KeptSheet {
	const { id, instrument, edition, form, lens, organization, answers } = draft;
	return { id, instrument, edition, form, lens, organization, answers, day };
}

import { DraftGone } from './keeping.ts';
import type { DeviceStore, Draft, DraftSettings, KeptSheet } from './device-store.ts';

/** The sheet in the person's hand, as a page shows it: up to date with the disk and with other tabs. */
export class Answering {
	/** Undefined when no sheet has been begun. */
	draft = $state.raw<Draft>();
	durability = $state<DeviceStore['durability']>('kept');
	/** How many records could not be read. */
	unreadable = $state(0);
	/** Whether the sheet that was shown here was finished or replaced in another tab. */
	isGone = $state(false);

	readonly #store: DeviceStore;
	#unsubscribe: () => void;
	#changes = 0;
	#written: Promise<unknown> = Promise.resolve();

	constructor(store: DeviceStore) {
		this.#store = store;
		this.#unsubscribe = store.subscribe(({ kind, elsewhere }) => {
			this.durability = store.durability;
			if (elsewhere && kind !== 'durability') void this.read();
		});
	}

	/** Looks at the disk again, as after a phone has slept. */
	async read(): Promise<void> {
		const before = this.draft;
		this.draft = await this.#latest();
		this.durability = this.#store.durability;
		this.unreadable = this.#store.unreadable;
		if (before && before.id !== this.draft?.id) this.isGone = true;
	}

	async start(settings: DraftSettings): Promise<void> {
		this.draft = await this.#write(this.#store.start(settings));
		this.isGone = false;
	}

	async answer(itemId: string, value: number | null): Promise<void> {
		if (!this.draft) return;
		this.draft = { ...this.draft, answers: { ...this.draft.answers, [itemId]: value } };
		await this.#unlessGone(this.#store.answer(this.draft.id, itemId, value));
	}

	async goTo(place: number): Promise<void> {
		if (!this.draft || this.draft.place === place) return;
		this.draft = { ...this.draft, place };
		await this.#unlessGone(this.#store.goTo(this.draft.id, place));
	}

	/** Comes back empty when the sheet is gone. */
	async finish(day: string): Promise<KeptSheet | undefined> {
		if (!this.draft) return undefined;
		return this.#unlessGone(this.#store.finish(this.draft.id, day));
	}

	async discard(): Promise<void> {
		if (!this.draft) return;
		await this.#write(this.#store.discard(this.draft.id));
		this.draft = undefined;
		this.isGone = false;
	}

	close(): void {
		this.#unsubscribe();
	}

	/** What the disk holds with everything typed here: a look at it from before would take an answer off the screen. */
	async #latest(): Promise<Draft | undefined> {
		const changes = this.#changes;
		await this.#written;
		const draft = await this.#store.draft();
		return changes === this.#changes ? draft : this.#latest();
	}

	#write<T>(work: Promise<T>): Promise<T> {
		this.#changes++;
		this.#written = Promise.allSettled([this.#written, work]);
		return work;
	}

	async #unlessGone<T>(work: Promise<T>): Promise<T | undefined> {
		try {
			return await this.#write(work);
		} catch (problem) {
			if (!(problem instanceof DraftGone)) throw problem;
			await this.read();
			return undefined;
		}
	}
}

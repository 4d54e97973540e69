/**
 * What somebody is typing, kept in this tab: it is still there when the room moves on and comes back, and after
 * a reload. Without storage it is kept on the page only.
 */
export class TabDraft<Typed extends object> {
	readonly #name: string;
	readonly #empty: Typed;
	value = $state<Typed>()!;

	/** `mark` tells the fields apart, and one person's from another's on the same device. */
	constructor(mark: string, empty: Typed) {
		this.#name = `draft ${mark}`;
		this.#empty = empty;
		this.value = this.#read() ?? structuredClone(empty);
		$effect(() => this.#write(JSON.stringify(this.value)));
	}

	clear(): void {
		this.value = structuredClone(this.#empty);
	}

	#read(): Typed | null {
		try {
			const kept = sessionStorage.getItem(this.#name);
			return kept ? { ...this.#empty, ...(JSON.parse(kept) as Typed) } : null;
		} catch {
			return null;
		}
	}

	#write(text: string): void {
		try {
			if (text === JSON.stringify(this.#empty)) sessionStorage.removeItem(this.#name);
			else sessionStorage.setItem(this.#name, text);
		} catch {
			// Forbidden or full: the page still has it.
		}
	}
}

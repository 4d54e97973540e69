/** So much in so many seconds. */
export interface Pace {
	most: number;
	seconds: number;
}

/**
 * Counts by key, and forgets each count so many seconds after its first: in memory, by a clock that does not jump. Whoever
 * is forgotten costs nothing more.
 */
export class Counter {
	readonly #pace: Pace;
	readonly #now: () => number;
	/** The earliest to be forgotten come first. */
	readonly #counts = new Map<string, { count: number; until: number }>();

	constructor(pace: Pace, now: () => number = () => performance.now()) {
		this.#pace = pace;
		this.#now = now;
	}

	/** How many keys it remembers. */
	get size(): number {
		this.#forget();
		return this.#counts.size;
	}

	/** Whole seconds until this key may go on; 0 while it may. */
	secondsLeft(key: string): number {
		this.#forget();
		const found = this.#counts.get(key);
		if (!found || found.count < this.#pace.most) return 0;
		return Math.ceil((found.until - this.#now()) / 1_000);
	}

	add(key: string): void {
		this.#forget();
		const found = this.#counts.get(key);
		if (found) found.count += 1;
		else this.#counts.set(key, { count: 1, until: this.#now() + this.#pace.seconds * 1_000 });
	}

	/** Counts this one, unless the pace is kept by refusing it. */
	take(key: string): boolean {
		if (this.secondsLeft(key) > 0) return false;
		this.add(key);
		return true;
	}

	#forget(): void {
		const now = this.#now();
		for (const [key, { until }] of this.#counts) {
			if (until > now) return;
			this.#counts.delete(key);
		}
	}
}

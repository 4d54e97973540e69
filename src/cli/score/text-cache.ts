/** More different texts than this are not remembered: the column is no column of teams. */
const MOST_TEXTS = 2 ** 15;
const SLOTS = 2 ** 17;

/**
 * Remembers what a cell's bytes led to, so that a million cells of five thousand teams are made into text
 * only five thousand times. Found by the bytes themselves, never by their hash alone.
 */
export class TextCache<T> {
	readonly #keys: (Uint8Array | undefined)[] = new Array(SLOTS);
	readonly #values: T[] = new Array(SLOTS);
	#texts = 0;

	/** What the bytes from `start` to `end` led to before; `make` is asked the first time. */
	get(bytes: Uint8Array, start: number, end: number, make: () => T): T {
		let slot = hashOf(bytes, start, end) % SLOTS;
		for (let key = this.#keys[slot]; key; key = this.#keys[slot]) {
			if (isEqual(key, bytes, start, end)) return this.#values[slot]!;
			slot = (slot + 1) % SLOTS;
		}
		const value = make();
		if (this.#texts < MOST_TEXTS) {
			this.#texts++;
			this.#keys[slot] = bytes.slice(start, end);
			this.#values[slot] = value;
		}
		return value;
	}
}

/** FNV-1a, in 32 bits. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
	let hash = 0x811c9dc5;
	for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
	return hash >>> 0;
}

function isEqual(key: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
	if (key.length !== end - start) return false;
	for (let at = 0; at < key.length; at++) if (key[at] !== bytes[start + at]) return false;
	return true;
}

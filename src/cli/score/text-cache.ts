/** More different texts than this are not remembered: the column is no column of teams. */
const MOST_TEXTS = 2 ** 15;
/** Numbers kept for each text: its hash, and where its bytes begin and end. */
const RECORD = 3;

/**
 * Remembers what a cell's bytes led to, so that a million cells of five thousand teams are made into text
 * only five thousand times. Found by the bytes themselves, never by their hash alone. All of it lies in three
 * pieces of memory, which stay near the processor.
 */
export class TextCache<T> {
	readonly #values: T[] = [];
	/** By hash: the text's number, counted from 1; 0 for nobody. At least half of them are free. */
	#slots = new Int32Array(256);
	#records = new Int32Array(128 * RECORD);
	#bytes = new Uint8Array(2048);
	#end = 0;

	/** What the bytes from `start` to `end` led to before; undefined for new ones. */
	get(bytes: Uint8Array, start: number, end: number): T | undefined {
		const hash = hashOf(bytes, start, end);
		let slot = hash & (this.#slots.length - 1);
		for (let text = this.#slots[slot]!; text > 0; text = this.#slots[slot]!) {
			if (this.#isAt(text - 1, hash, bytes, start, end)) return this.#values[text - 1]!;
			slot = (slot + 1) & (this.#slots.length - 1);
		}
		return undefined;
	}

	/** Remembers bytes that are new. */
	add(bytes: Uint8Array, start: number, end: number, value: T): void {
		if (this.#values.length < MOST_TEXTS)
			this.#add(hashOf(bytes, start, end), bytes.subarray(start, end), value);
	}

	#isAt(text: number, hash: number, bytes: Uint8Array, start: number, end: number): boolean {
		const record = text * RECORD;
		if (this.#records[record] !== hash) return false;
		const from = this.#records[record + 1]!;
		if (this.#records[record + 2]! - from !== end - start) return false;
		const known = this.#bytes;
		for (let at = start; at < end; at++) {
			if (known[from + at - start] !== bytes[at]) return false;
		}
		return true;
	}

	#add(hash: number, text: Uint8Array, value: T): void {
		const number = this.#values.push(value);
		if (number * 2 > this.#slots.length) this.#makeRoom();
		while (this.#end + text.length > this.#bytes.length) this.#bytes = doubled(this.#bytes);
		this.#bytes.set(text, this.#end);
		this.#records.set([hash, this.#end, this.#end + text.length], (number - 1) * RECORD);
		this.#end += text.length;
		this.#occupy(number);
	}

	#makeRoom(): void {
		const records = new Int32Array(this.#records.length * 2);
		records.set(this.#records);
		this.#records = records;
		this.#slots = new Int32Array(this.#slots.length * 2);
		for (let number = 1; number < this.#values.length; number++) this.#occupy(number);
	}

	#occupy(number: number): void {
		const last = this.#slots.length - 1;
		let slot = this.#records[(number - 1) * RECORD]! & last;
		while (this.#slots[slot] !== 0) slot = (slot + 1) & last;
		this.#slots[slot] = number;
	}
}

function doubled(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
	const larger = new Uint8Array(bytes.length * 2);
	larger.set(bytes);
	return larger;
}

/** FNV-1a, in 32 bits, with its high bits folded into the low ones that choose a slot. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
	let hash = 0x811c9dc5;
	for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
	return hash ^ (hash >>> 15);
}

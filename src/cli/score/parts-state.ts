/** Places in the shared memory: the next part that nobody reads yet, whether to give up, and how each part begins. */
const NEXT = 0;
const STOPPED = 1;
const BEGINNINGS = 2;

/** How a part begins: nobody knows yet, outside of quotes, or inside of them. */
const UNKNOWN = 0;
const OUTSIDE = 1;
const INSIDE = 2;

/** A thread that waits looks this often whether the others have given up. */
const PATIENCE_MS = 50;

/** What threads that read one file in parts know of each other. */
export class PartsState {
	readonly #memory: Int32Array;

	constructor(memory: Int32Array) {
		this.#memory = memory;
	}

	/** Memory for so many parts, to be shared. */
	static memoryFor(parts: number): Int32Array {
		const memory = new Int32Array(new SharedArrayBuffer(4 * (BEGINNINGS + parts + 1)));
		memory[BEGINNINGS] = OUTSIDE;
		return memory;
	}

	get isStopped(): boolean {
		return Atomics.load(this.#memory, STOPPED) !== 0;
	}

	stop(): void {
		Atomics.store(this.#memory, STOPPED, 1);
	}

	/** Parts are taken in the order of the file, so that every part before one's own is in somebody's hands. */
	takePart(): number {
		return Atomics.add(this.#memory, NEXT, 1);
	}

	/**
	 * Whether a part begins inside of quotes; null when the others have given up. Who asks says whether an odd number of
	 * quotes lies in the part, which the thread with the next one waits to hear.
	 */
	beginsQuoted(part: number, isOdd: boolean): boolean | null {
		const at = BEGINNINGS + part;
		let beginning = Atomics.load(this.#memory, at);
		while (beginning === UNKNOWN) {
			if (this.isStopped) return null;
			Atomics.wait(this.#memory, at, UNKNOWN, PATIENCE_MS);
			beginning = Atomics.load(this.#memory, at);
		}
		const isQuoted = beginning === INSIDE;
		Atomics.store(this.#memory, at + 1, isQuoted === isOdd ? OUTSIDE : INSIDE);
		Atomics.notify(this.#memory, at + 1);
		return isQuoted;
	}
}

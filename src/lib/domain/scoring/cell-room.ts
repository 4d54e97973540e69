/** Cells of thousands of teams lie in few pieces of memory: each piece costs as much to get as many cells. */
const FEWEST = 8;
const MOST = 256;

/** Makes room for the counts and sums of one team after another. */
export class CellRoom {
	readonly #countsEach: number;
	readonly #sumsEach: number;
	#counts = new Uint32Array(0);
	#sums = new Float64Array(0);
	#cells = 0;
	#taken = 0;

	constructor(countsEach: number, sumsEach: number) {
		this.#countsEach = countsEach;
		this.#sumsEach = sumsEach;
	}

	/** Zeros for one more team. */
	take(): { counts: Uint32Array; sums: Float64Array } {
		if (this.#taken === this.#cells) this.#grow();
		const at = this.#taken++;
		return {
			counts: this.#counts.subarray(at * this.#countsEach, (at + 1) * this.#countsEach),
			sums: this.#sums.subarray(at * this.#sumsEach, (at + 1) * this.#sumsEach)
		};
	}

	#grow(): void {
		this.#cells = Math.min(MOST, Math.max(FEWEST, this.#cells * 2));
		this.#counts = new Uint32Array(this.#cells * this.#countsEach);
		this.#sums = new Float64Array(this.#cells * this.#sumsEach);
		this.#taken = 0;
	}
}

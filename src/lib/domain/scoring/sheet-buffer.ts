import type { Cell, Tally } from './tally.ts';

/** Enough sheets that each of thousands of teams has some among them, few enough to stay near the processor. */
const CAPACITY = 2 ** 16;

/** Gathers sheets that come in any order, so that the tally can count them team by team. Flush it at the end. */
export class SheetBuffer {
	readonly #tally: Tally;
	readonly #sheets: Uint8Array;
	readonly #cells = new Uint32Array(CAPACITY);
	readonly #seconds = new Float64Array(CAPACITY);
	#count = 0;

	constructor(tally: Tally) {
		this.#tally = tally;
		this.#sheets = new Uint8Array(CAPACITY * tally.layout.items.length);
	}

	/** Copies the codes of one sheet. */
	add(cell: Cell, sheet: Uint8Array, seconds: number): void {
		if (this.#count === CAPACITY) this.flush();
		const start = this.#count * sheet.length;
		for (let place = 0; place < sheet.length; place++) this.#sheets[start + place] = sheet[place]!;
		this.#cells[this.#count] = cell.index;
		this.#seconds[this.#count] = seconds;
		this.#count++;
	}

	flush(): void {
		this.#tally.addAll(this.#sheets, this.#cells, this.#count, this.#seconds);
		this.#count = 0;
	}
}

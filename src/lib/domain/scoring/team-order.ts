/** A byte each. */
export const ITEMS_IN_A_WORD = 4;

/** Sheets as they came, one after another. */
export interface Sheets {
	readonly bytes: Uint8Array;
	/** By sheet: the index of its team's cell, and its seconds, NaN where nobody knows. */
	readonly cells: Uint32Array;
	readonly seconds?: Float64Array;
}

/**
 * Some sheets, copied so that those of a team stand together. Going back and forth between the counts of thousands
 * of teams would cost more than counting. Sheets are read as they came and written to the end of their team's
 * part: the ends of thousands of parts stay near the processor, while sheets picked from all over would not.
 */
export class TeamOrder {
	readonly room: number;
	/** From one sheet to the next. Behind the last item there are zeros. */
	readonly wordsEach: number;
	readonly bytesEach: number;
	readonly words: Int32Array;
	/** The same, byte by byte. */
	readonly bytes: Uint8Array;
	readonly cells: Uint32Array;
	/** Null when nobody's are known. */
	#seconds: Float64Array | null = null;
	readonly #items: number;
	/** By sheet as it came: its place here. */
	readonly #places: Uint32Array;

	/** Makes room for so many sheets. */
	constructor(items: number, room: number) {
		this.room = room;
		this.wordsEach = Math.ceil(items / ITEMS_IN_A_WORD);
		this.bytesEach = this.wordsEach * ITEMS_IN_A_WORD;
		this.words = new Int32Array(this.wordsEach * room);
		this.bytes = new Uint8Array(this.words.buffer);
		this.cells = new Uint32Array(room);
		this.#items = items;
		this.#places = new Uint32Array(room);
	}

	/** Takes over the sheets from `start` to `end`; `teams` is how many cells there are. */
	fill({ bytes, cells, seconds }: Sheets, start: number, end: number, teams: number): void {
		const count = end - start;
		const places = this.#placesByTeam(cells.subarray(start, end), teams);
		const areWords =
			this.#items % ITEMS_IN_A_WORD === 0 && bytes.byteOffset % ITEMS_IN_A_WORD === 0;
		if (areWords) this.#copyWords(bytes, start, places);
		else this.#copyBytes(bytes, start, places);
		for (let at = 0; at < count; at++) this.cells[places[at]!] = cells[start + at]!;
		this.#seconds = seconds ? new Float64Array(this.room) : null;
		if (!seconds) return;
		for (let at = 0; at < count; at++) this.#seconds![places[at]!] = seconds[start + at]!;
	}

	/** NaN where nobody knows. */
	secondsOf(sheet: number): number {
		return this.#seconds ? this.#seconds[sheet]! : NaN;
	}

	/** Moves a sheet down to a place that is free. */
	move(from: number, to: number): void {
		const { words, wordsEach, cells } = this;
		words.copyWithin(to * wordsEach, from * wordsEach, (from + 1) * wordsEach);
		cells[to] = cells[from]!;
		if (this.#seconds) this.#seconds[to] = this.#seconds[from]!;
	}

	#copyWords(bytes: Uint8Array, start: number, places: Uint32Array): void {
		const { wordsEach, words } = this;
		const source = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / ITEMS_IN_A_WORD);
		let from = start * wordsEach;
		for (let at = 0; at < places.length; at++) {
			let to = places[at]! * wordsEach;
			for (const last = to + wordsEach; to < last; to++) words[to] = source[from++]!;
		}
	}

	#copyBytes(source: Uint8Array, start: number, places: Uint32Array): void {
		const { bytes } = this;
		const items = this.#items;
		let from = start * items;
		for (let at = 0; at < places.length; at++) {
			let to = places[at]! * this.bytesEach;
			for (const last = to + items; to < last; to++) bytes[to] = source[from++]!;
		}
	}

	/** Counting sort: those of the first cell come first, in the order they came. */
	#placesByTeam(cells: Uint32Array, teams: number): Uint32Array {
		const next = new Uint32Array(teams + 1);
		for (let at = 0; at < cells.length; at++) next[cells[at]! + 1]!++;
		for (let cell = 1; cell <= teams; cell++) next[cell]! += next[cell - 1]!;
		const places = this.#places.subarray(0, cells.length);
		for (let at = 0; at < cells.length; at++) places[at] = next[cells[at]!]!++;
		return places;
	}
}

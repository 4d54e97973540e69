import type { Run } from './answer-counts.ts';
import type { Layout } from './layout.ts';
import { FIELDS } from './patterns.ts';
import type { TeamOrder } from './team-order.ts';

/** Sheets whose scores are at hand at a time: few enough to stay near the processor. */
export const BLOCK = 2 ** 11;

/**
 * The scores of a block of sheets, dimension by dimension. Sheets are the inmost loop, so that only one table of
 * patterns is looked into at a time, and nothing needs to be asked of the layout for each sheet.
 */
export class ScoreColumns {
	/** In units, −1 for none: where the dimension's column starts, then sheet by sheet. */
	readonly units: Float64Array;
	/** By dimension. Columns of the spectrum stand side by side, in its order. */
	readonly starts: Int32Array;
	/** By sheet, its totals, packed as in `totals.ts`. */
	readonly packedCounts = new Int32Array(BLOCK);
	readonly packedSums = new Int32Array(BLOCK);
	readonly isTaken = new Uint8Array(BLOCK);
	readonly #patterns = new Int32Array(BLOCK);
	readonly #layout: Layout;

	constructor(layout: Layout) {
		const { dimensions, spectrum } = layout;
		let companions = spectrum;
		this.units = new Float64Array(dimensions.length * BLOCK);
		this.starts = Int32Array.from(
			dimensions,
			({ spectrumAt }) => BLOCK * (spectrumAt < 0 ? companions++ : spectrumAt)
		);
		this.#layout = layout;
	}

	/** Scores a block of sheets, and counts in `table` which patterns they have. */
	fill(order: TeamOrder, block: Run, table: Int32Array): void {
		const sheets = block.end - block.start;
		this.packedCounts.fill(0);
		this.packedSums.fill(0);
		this.isTaken.fill(0);
		this.#layout.dimensions.forEach(({ places }, d) => {
			if (places.length === 4) this.#readFour(order, block, places);
			else this.#readAny(order, block, places);
			this.#score(table, this.#layout.flat.tables[d]!, this.starts[d]!, sheets);
		});
	}

	/** The sum of a sheet's spectrum, −1 when a score is missing. */
	total(sheet: number): number {
		let total = 0;
		for (let s = 0, at = sheet; s < this.#layout.spectrum; s++, at += BLOCK) {
			const score = this.units[at]!;
			if (score < 0) return -1;
			total += score;
		}
		return total;
	}

	/** Copies a sheet's scores into `units`, by dimension; what is left in the columns adds nothing to any sum. */
	take(sheet: number, units: Float64Array): void {
		this.starts.forEach((start, d) => {
			units[d] = this.units[start + sheet]!;
			this.units[start + sheet] = 0;
		});
		this.isTaken[sheet] = 1;
	}

	#readAny({ bytes, bytesEach }: TeamOrder, { start, end }: Run, places: Int32Array): void {
		const { codes } = this.#layout;
		for (let sheet = start; sheet < end; sheet++) {
			let pattern = 0;
			for (let i = 0; i < places.length; i++)
				pattern = pattern * codes + bytes[sheet * bytesEach + places[i]!]!;
			this.#patterns[sheet - start] = pattern;
		}
	}

	/** Four items are the usual number; without a loop over them it takes half the time. */
	#readFour({ bytes, bytesEach }: TeamOrder, { start, end }: Run, places: Int32Array): void {
		const { codes } = this.#layout;
		const patterns = this.#patterns;
		const [a, b, c, d] = places as unknown as [number, number, number, number];
		let at = start * bytesEach;
		for (let sheet = 0; sheet < end - start; sheet++, at += bytesEach) {
			const first = bytes[at + a]! * codes + bytes[at + b]!;
			patterns[sheet] = (first * codes + bytes[at + c]!) * codes + bytes[at + d]!;
		}
	}

	#score(table: Int32Array, start: number, column: number, sheets: number): void {
		const { units, packedCounts, packedSums } = this;
		const patterns = this.#patterns;
		for (let sheet = 0; sheet < sheets; sheet++) {
			const record = start + patterns[sheet]! * FIELDS;
			table[record]!++;
			units[column + sheet] = table[record + 1]!;
			packedCounts[sheet]! += table[record + 2]!;
			packedSums[sheet]! += table[record + 3]!;
		}
	}
}

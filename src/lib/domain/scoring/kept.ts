/** What has been kept, as data: the sheets stand one after another in `bytes`, perhaps with room behind them. */
export interface KeptSheets {
	readonly teams: readonly string[];
	readonly bytes: Uint8Array;
	readonly isComplete: boolean;
}

/**
 * Sheets kept as they came, for the few statistics that need people and not sums: shuffling people over
 * teams, and distances between whole sheets. Beyond `MOST_KEPT` people nothing is kept, so that memory stays
 * bounded, and `isComplete` says so.
 */
export class Kept implements KeptSheets {
	readonly items: number;
	readonly teams: string[] = [];
	isComplete = true;
	#bytes: Uint8Array;

	constructor(items: number) {
		this.items = items;
		this.#bytes = new Uint8Array(items * 16);
	}

	get bytes(): Uint8Array {
		return this.#bytes;
	}

	add(team: string, sheet: Uint8Array, at: number): void {
		if (!this.isComplete) return;
		if (this.teams.length === MOST_KEPT) return this.#drop();

		const end = this.teams.length * this.items;
		if (end + this.items > this.#bytes.length) this.#grow();
		for (let place = 0; place < this.items; place++) this.#bytes[end + place] = sheet[at + place]!;
		this.teams.push(team);
	}

	merge(other: KeptSheets): void {
		if (!other.isComplete) return this.#drop();
		other.teams.forEach((team, person) => this.add(team, other.bytes, person * this.items));
	}

	/** Every kept sheet with its team, in an order that does not depend on who came first. */
	inOrder(): { team: string; sheet: Uint8Array }[] {
		return this.teams
			.map((team, person) => ({
				team,
				sheet: this.#bytes.subarray(person * this.items, (person + 1) * this.items)
			}))
			.sort((a, b) => compare(a.team, b.team) || compareBytes(a.sheet, b.sheet));
	}

	#grow(): void {
		const larger = new Uint8Array(this.#bytes.length * 2);
		larger.set(this.#bytes);
		this.#bytes = larger;
	}

	#drop(): void {
		this.isComplete = false;
		this.teams.length = 0;
		this.#bytes = new Uint8Array(0);
	}
}

/** People up to which sheets are kept: less than a megabyte for 36 items. */
export const MOST_KEPT = 20_000;

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
	for (let at = 0; at < a.length; at++) {
		if (a[at] !== b[at]) return a[at]! - b[at]!;
	}
	return 0;
}
